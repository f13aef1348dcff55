import type { ReplayStep } from '@leadline/leads-contracts';
import { ActionIcon, Card, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconHistory, IconLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { UserName } from '../../components/user-name.js';
import { useFormat } from '../../format/use-format.js';
import { ChangeText } from '../lead-past/change-text.js';
import { EventIcon } from '../lead-past/event-icon.js';
import { labelOf } from '../lead-past/field-text.js';
import { intervalText } from '../lead-past/interval-text.js';
import type { Differences } from '../lead-past/lead-fields.js';
import { useFieldWords } from '../lead-past/use-field-words.js';
import classes from './step-card.module.css';

interface Props {
  readonly leadId: string;
  readonly step: ReplayStep;
  readonly before: ReplayStep | undefined;
  /** False while it plays: nobody could listen that fast. */
  readonly isAnnounced: boolean;
  /** Left out where what changed is in sight anyway. */
  readonly changes?: Differences | undefined;
}

/** What happened in a step: the sentence, who, when, and how long after the one before. */
export function StepCard({ leadId, step: { event }, before, isAnnounced, changes }: Props): ReactElement {
  const { t, i18n } = useTranslation('replay');
  const format = useFormat();
  const interval = before && intervalText(before.event.at, event.at, i18n.language);
  const since = !before ? t('start') : interval ? t('later', { duration: interval }) : t('atOnce');
  const address = `${location.origin}/leads/${leadId}?tab=replay&revision=${event.revision}`;
  return (
    <Card padding="md" className={classes.card} component="section">
      <Group wrap="nowrap" align="flex-start" gap="md">
        <EventIcon key={event.id} type={event.type} size={42} />
        <div className={classes.what} aria-live={isAnnounced ? 'polite' : 'off'} aria-atomic>
          <Text className={classes.sentence} key={event.id}>
            {event.text}
          </Text>
          <Group gap="4px 14px" mt={5}>
            <UserName user={event.actor} withAvatar />
            <Text span size="sm" c="dimmed" className="tabular">
              <time dateTime={event.at}>{format.dateTime(event.at)}</time>
            </Text>
            <Text span size="sm" c="dimmed">
              {since}
            </Text>
          </Group>
        </div>
        <Group gap={2} wrap="nowrap">
          <Tooltip label={t('asOf')}>
            <ActionIcon
              aria-label={t('asOf')}
              renderRoot={(props) => (
                <Link {...props} to="/leads/$id" params={{ id: leadId }} search={{ revision: event.revision }} />
              )}
            >
              <IconHistory size={18} />
            </ActionIcon>
          </Tooltip>
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Tooltip label={copied ? t('linkCopied') : t('copyLink')}>
                <ActionIcon aria-label={copied ? t('linkCopied') : t('copyLink')} onClick={copy}>
                  {copied ? <IconCheck size={18} /> : <IconLink size={18} />}
                </ActionIcon>
              </Tooltip>
            )}
          </CopyButton>
        </Group>
      </Group>
      {changes && changes.size > 0 && <Changes changes={changes} />}
    </Card>
  );
}

/** As many as a phone shows at once. */
const SHOWN = 4;

function Changes({ changes }: { readonly changes: Differences }): ReactElement {
  const { t } = useTranslation('replay');
  const words = useFieldWords();
  return (
    <>
      <dl className={classes.changes}>
        {[...changes].slice(0, SHOWN).map(([field, change]) => (
          <div key={field}>
            <dt className={classes.field}>{labelOf(field, words)}</dt>
            <dd className={classes.value}>
              <ChangeText field={field} change={change} />
            </dd>
          </div>
        ))}
      </dl>
      {changes.size > SHOWN && (
        <Text size="xs" c="dimmed" mt={6}>
          {t('moreChanges', { count: changes.size - SHOWN })}
        </Text>
      )}
    </>
  );
}
