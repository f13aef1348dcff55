import { Text, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leads } from '../../api/clients.js';
import type { Lead, Phase } from '../../api/types.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { useLeadCommand } from './use-lead-command.js';
import classes from './phases.module.css';

interface Props {
  readonly lead: Lead;
  readonly readOnly: boolean;
}

/** A circle per phase: the current one leads to the next, an earlier one sets the lead back. */
export function Phases({ lead, readOnly }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const [chosen, setChosen] = useState<Phase | null>(null);
  const close = (): void => setChosen(null);
  const { phases } = lead.process;
  const track = useRef<HTMLOListElement>(null);

  useEffect(() => {
    // On a phone not all fit: the one that counts is in the middle.
    const current = track.current?.querySelector<HTMLElement>('[data-state="current"]');
    const frame = track.current?.parentElement;
    if (current && frame) frame.scrollLeft = current.offsetLeft - (frame.clientWidth - current.clientWidth) / 2;
  }, [lead.revision]);
  const path = { id: lead.id };

  const advance = useLeadCommand<Phase>(
    lead,
    ({ id }, headers) =>
      leads.POST('/api/leads/{id}/phases/advance', { params: { path }, headers, body: { phaseId: id } }),
    { done: ({ name }) => t('phases.advanced', { phase: name }), onDone: close },
  );
  const setBack = useLeadCommand<Phase>(
    lead,
    ({ id }, headers) =>
      leads.POST('/api/leads/{id}/phases/set-back', { params: { path }, headers, body: { phaseId: id } }),
    { done: ({ name }) => t('phases.wasSetBack', { phase: name }), onDone: close },
  );

  const next = chosen && phases[phases.findIndex(({ id }) => id === chosen.id) + 1];
  const isBusy = advance.isPending || setBack.isPending;

  return (
    <section aria-label={t('phases.label')} className={classes.scroll}>
      <ol className={classes.track} ref={track}>
        {phases.map((phase, index) => (
          <li key={phase.id} className={classes.phase} data-state={phase.state}>
            <Circle phase={phase} number={index + 1} readOnly={readOnly} onClick={() => setChosen(phase)} />
            <Text component="span" className={classes.name} aria-hidden>
              {phase.name}
            </Text>
          </li>
        ))}
      </ol>
      <ConfirmDialog
        opened={chosen?.state === 'current'}
        title={t('phases.nextTitle', { phase: chosen?.name })}
        action={next ? t('phases.next') : t('phases.complete')}
        loading={isBusy}
        onConfirm={() => chosen && advance.mutate(chosen)}
        onClose={close}
      >
        {next ? t('phases.nextText', { next: next.name }) : t('phases.lastText')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={chosen?.state === 'completed'}
        title={t('phases.setBackTitle', { phase: chosen?.name })}
        action={t('phases.setBack')}
        color="amber.7"
        loading={isBusy}
        onConfirm={() => chosen && setBack.mutate(chosen)}
        onClose={close}
      >
        {t('phases.setBackText', { phase: chosen?.name })}
      </ConfirmDialog>
    </section>
  );
}

interface CircleProps {
  readonly phase: Phase;
  readonly number: number;
  readonly readOnly: boolean;
  readonly onClick: () => void;
}

function Circle({ phase: { name, state }, number, readOnly, onClick }: CircleProps): ReactElement {
  const { t } = useTranslation('lead');
  const content = state === 'completed' ? <IconCheck size={18} stroke={2.6} aria-hidden /> : number;
  if (readOnly || state === 'ahead') {
    return (
      <span className={classes.circle} role="img" aria-label={`${name}: ${t(`phases.state.${state}`)}`}>
        {content}
      </span>
    );
  }
  const hint =
    state === 'current' ? t('phases.advanceHint', { phase: name }) : t('phases.setBackHint', { phase: name });
  return (
    <Tooltip label={state === 'current' ? t('phases.next') : t('phases.setBack')}>
      <UnstyledButton
        className={classes.circle}
        aria-current={state === 'current' ? 'step' : undefined}
        onClick={onClick}
      >
        {content}
        <VisuallyHidden>{hint}</VisuallyHidden>
      </UnstyledButton>
    </Tooltip>
  );
}
