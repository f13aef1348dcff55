import { ActionIcon, Alert, Button, Group, Paper, Skeleton, Stack, Switch, Text, Title, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconChevronLeft,
  IconChevronRight,
  IconCircleCheck,
  IconHistory,
  IconMovie,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../api/types.js';
import { PageHeader } from '../../components/page-header.js';
import { ErrorState } from '../../components/states.js';
import { StatusBadge } from '../../components/status-badge.js';
import { customerName } from '../../format/customer-name.js';
import { useFormat } from '../../format/use-format.js';
import { JournalThen } from './journal-then.js';
import { differencesBetween } from './lead-fields.js';
import { LeadState } from './lead-state.js';
import { MomentPicker } from './moment-picker.js';
import { MomentSlider } from './moment-slider.js';
import { useReplay } from './replay-query.js';
import { stepAt } from './step-at.js';
import { useRevision } from './use-revision.js';
import classes from './lead-as-of.module.css';

interface Props {
  /** As it is now. */
  readonly lead: Lead;
}

/** A lead as it was after the revision in the address: to be read, not changed; what is otherwise now is marked. */
export function LeadAsOf({ lead }: Props): ReactElement {
  const { t } = useTranslation(['replay', 'common']);
  const format = useFormat();
  const { revision = lead.revision, show } = useRevision();
  const { steps, isComplete, error, retry } = useReplay(lead);
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const [isTooEarly, setTooEarly] = useState(false);
  const last = isComplete ? steps.length - 1 : Math.max(steps.length - 1, lead.revision);
  const index = Math.min(revision, last);
  const step = steps[index];
  const newest = isComplete ? steps.at(-1) : undefined;
  const marks = useMemo(() => (step ? differencesBetween(step.state, lead) : new Map<string, never>()), [step, lead]);

  if (error && !step) return <ErrorState error={error} onRetry={retry} />;
  if (!step) return <Loading label={t('loading')} />;

  const { event, state } = step;
  const isNow = step === newest;
  const go = (target: number): void => {
    setTooEarly(false);
    show(steps[target]?.event.revision ?? target);
  };
  const leave = (): void => {
    show(undefined);
    // Another page is below: it is read from its beginning.
    window.scrollTo({ top: 0 });
  };
  const pick = (instant: string): void => {
    const found = stepAt(steps, instant);
    go(Math.max(found, 0));
    setTooEarly(found < 0);
  };

  const name = customerName(state.customer) || state.subject;
  return (
    <Stack gap="sm">
      <PageHeader
        title={name}
        documentTitle={`${name} · ${format.dateTime(event.at)}`}
        badges={<StatusBadge status={state.status} active={state.active} />}
        description={state.subject}
      />
      <Paper withBorder p="md" className={classes.banner} component="section" aria-label={t('past.slider')}>
        <div className={classes.head}>
          <Group gap={10} wrap="nowrap" align="flex-start" miw={0}>
            <IconHistory size={22} stroke={1.9} className={classes.symbol} aria-hidden />
            <div className={classes.moment} aria-live="polite">
              <Text fw={650} size="md" className="tabular">
                {isNow ? t('past.newest') : t('past.banner', { date: format.dateTime(event.at) })}
              </Text>
              <Text size="sm" className={classes.after}>
                {event.text} · {event.actor.name || t('system', { ns: 'common' })}
              </Text>
            </div>
          </Group>
          <Button
            variant="filled"
            leftSection={<IconArrowBackUp size={17} aria-hidden />}
            onClick={leave}
            className={classes.back}
          >
            {t('past.back')}
          </Button>
        </div>
        <Group gap={6} wrap="nowrap" mt="sm" align="flex-start">
          <Tooltip label={t('past.earlier')}>
            <ActionIcon aria-label={t('past.earlier')} disabled={index === 0} onClick={() => go(index - 1)}>
              <IconChevronLeft size={19} />
            </ActionIcon>
          </Tooltip>
          <div className={classes.slider}>
            <MomentSlider
              label={t('past.slider')}
              steps={steps}
              index={index}
              valueText={`${format.dateTime(event.at)}: ${event.text}`}
              onIndex={go}
            />
          </div>
          <Tooltip label={t('past.later')}>
            <ActionIcon aria-label={t('past.later')} disabled={index >= steps.length - 1} onClick={() => go(index + 1)}>
              <IconChevronRight size={19} />
            </ActionIcon>
          </Tooltip>
        </Group>
        <Group gap="sm" mt={8} justify="space-between">
          <Group gap="sm">
            <MomentPicker at={event.at} from={steps[0]?.event.at} to={steps.at(-1)?.event.at} onPick={pick} />
            <Text size="xs" c="dimmed" className="tabular">
              {t('past.revision', { revision: event.revision, last: lead.revision })}
            </Text>
          </Group>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconMovie size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link
                {...props}
                to="/leads/$id"
                params={{ id: lead.id }}
                search={{ tab: 'replay', revision: event.revision }}
              />
            )}
          >
            {t('past.replay')}
          </Button>
        </Group>
      </Paper>
      {isTooEarly && <Alert color="amber">{t('past.before')}</Alert>}
      {revision > index && isComplete && (
        <Alert color="amber">{t('past.gone', { revision, last: lead.revision })}</Alert>
      )}
      {error && <Alert color="red">{t('brokenOff')}</Alert>}
      <Group justify="space-between" gap="xs" mih={28}>
        <Title order={2} className={classes.count}>
          {marks.size === 0 && <IconCircleCheck size={16} aria-hidden />}
          {marks.size === 0 ? t('past.same') : t('past.differences', { count: marks.size })}
        </Title>
        {marks.size > 0 && (
          <Switch
            size="sm"
            label={t('past.only')}
            checked={onlyDifferences}
            onChange={(change) => setOnlyDifferences(change.currentTarget.checked)}
          />
        )}
      </Group>
      <LeadState lead={state} marks={marks} marked="differs" onlyMarked={onlyDifferences && marks.size > 0} />
      {!onlyDifferences && <JournalThen steps={steps} index={index} />}
      <Text size="xs" c="dimmed">
        {t('past.readOnly')}
      </Text>
    </Stack>
  );
}

function Loading({ label }: { readonly label: string }): ReactElement {
  return (
    <Stack role="status" aria-label={label}>
      <Skeleton height={150} radius="lg" />
      <Skeleton height={90} radius="lg" />
      <Skeleton height={220} radius="lg" />
    </Stack>
  );
}
