import { Alert, Skeleton, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../api/types.js';
import { EmptyState, ErrorState } from '../../components/states.js';
import { changesByField } from '../lead-past/lead-fields.js';
import { JournalThen } from '../lead-past/journal-then.js';
import { LeadState } from '../lead-past/lead-state.js';
import { useReplay, type Replay } from '../lead-past/replay-query.js';
import { usePlayer } from '../lead-past/use-player.js';
import { useRevision } from '../lead-past/use-revision.js';
import { PlayerControls } from './player-controls.js';
import { StepCard } from './step-card.js';
import { StepList } from './step-list.js';
import classes from './lead-replay.module.css';

export interface LeadReplayProps {
  readonly lead: Lead;
}

/** The life of a lead, step by step: what happened, who did it, the lead after it, with the difference marked. */
export function LeadReplay({ lead }: LeadReplayProps): ReactElement {
  const { t } = useTranslation('replay');
  const replay = useReplay(lead);
  const { revision } = useRevision();
  const { steps, isComplete, error, retry } = replay;

  // A link to a step waits until that step is there.
  const hasArrived = steps.length > 0 && (isComplete || error !== null || steps.length > (revision ?? 0));
  if (error && steps.length === 0) return <ErrorState error={error} onRetry={retry} />;
  if (isComplete && steps.length === 0) return <EmptyState title={t('empty')} />;
  return hasArrived ? <Stage lead={lead} replay={replay} /> : <Loading />;
}

function Stage({ lead, replay }: LeadReplayProps & { readonly replay: Replay }): ReactElement {
  const { t } = useTranslation('replay');
  const { steps, isComplete, error } = replay;
  const { revision = 0, show } = useRevision();
  const [player, act] = usePlayer(Math.min(revision, steps.length - 1), { count: steps.length, isComplete });
  const { index, isPlaying } = player;
  const isWide = useMediaQuery('(min-width: 75em)') ?? true;
  const step = steps[index];
  const marks = useMemo(() => changesByField(step?.changes ?? []), [step]);

  const go = useCallback((target: number) => act({ type: 'go', index: target }), [act]);

  const shown = step?.event.revision;
  useEffect(() => {
    // While it plays the address would change many times a second; browsers refuse that.
    if (!isPlaying && shown !== undefined) show(shown);
  }, [isPlaying, shown, show]);

  if (!step) return <Loading />;
  return (
    <div className={classes.stage}>
      <div className={classes.main}>
        <div className={classes.controls}>
          <PlayerControls player={player} act={act} steps={steps} isComplete={isComplete} />
        </div>
        {error && <Alert color="red">{t('brokenOff')}</Alert>}
        <StepCard
          leadId={lead.id}
          step={step}
          before={steps[index - 1]}
          isAnnounced={!isPlaying}
          changes={isWide ? undefined : marks}
        />
        <Title order={2} className={classes.stateTitle}>
          {t('state')}
        </Title>
        {/* A step's own marks: with a key of its own each is drawn anew, and so seen. */}
        <Stack gap="sm" key={step.event.id}>
          <LeadState lead={step.state} marks={marks} marked="changed" />
          <JournalThen steps={steps} index={index} />
        </Stack>
      </div>
      {isWide && (
        <aside className={classes.aside} aria-label={t('stepsList')}>
          <StepList steps={steps} index={index} onIndex={go} />
          <Text size="xs" c="dimmed" className={classes.keys}>
            {t('keys')}
          </Text>
        </aside>
      )}
    </div>
  );
}

function Loading(): ReactElement {
  const { t } = useTranslation('replay');
  return (
    <Stack role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <Skeleton height={104} radius="lg" />
      <Skeleton height={130} radius="lg" />
      <Skeleton height={260} radius="lg" />
    </Stack>
  );
}
