import { Button, Group, Text } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leads } from '../../../api/clients.js';
import type { Lead } from '../../../api/types.js';
import { useFormat } from '../../../format/use-format.js';
import { useNow } from '../../../components/use-now.js';
import { useLeadCommand } from '../use-lead-command.js';
import { ResubmissionDialog } from './resubmission-dialog.js';
import classes from './resubmission-bar.module.css';

interface Props {
  readonly lead: Lead;
  readonly resubmission: NonNullable<Lead['resubmission']>;
}

/** When the lead comes back, how often that was put off, and what can be done about it. */
export function ResubmissionBar({ lead, resubmission: { at, state, postponed } }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const { t: common } = useTranslation();
  const format = useFormat();
  const nowMs = useNow();
  const [isMoving, setMoving] = useState(false);
  const path = { id: lead.id };
  const complete = useLeadCommand<null>(
    lead,
    (_none, headers) => leads.POST('/api/leads/{id}/resubmission/done', { params: { path }, headers }),
    { done: t('resubmission.completed') },
  );
  const cancel = useLeadCommand<null>(
    lead,
    (_none, headers) => leads.DELETE('/api/leads/{id}/resubmission', { params: { path }, headers }),
    { done: t('resubmission.cancelled') },
  );
  const when = format.dateTime(at);
  return (
    <section className={classes.bar} data-light={lead.light} aria-label={t('resubmission.label')}>
      <IconBellRinging size={19} aria-hidden />
      <Text size="sm" className={classes.text}>
        <strong>
          {state === 'due'
            ? t('resubmission.wasDue', { when })
            : state === 'paused'
              ? t('resubmission.paused', { when })
              : t('resubmission.isDue', { when })}
        </strong>{' '}
        <time dateTime={at}>({format.relative(at, nowMs)})</time>
        {postponed > 0 && <> · {t('resubmission.postponed', { count: postponed })}</>}
      </Text>
      {state !== 'paused' && (
        <Group gap={6}>
          <Button size="xs" loading={complete.isPending} onClick={() => complete.mutate(null)}>
            {t('resubmission.done')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setMoving(true)}>
            {t('resubmission.reschedule')}
          </Button>
          <Button size="xs" variant="subtle" loading={cancel.isPending} onClick={() => cancel.mutate(null)}>
            {common('actions.delete')}
          </Button>
        </Group>
      )}
      {isMoving && <ResubmissionDialog lead={lead} onClose={() => setMoving(false)} />}
    </section>
  );
}
