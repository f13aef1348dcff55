import type { Phase } from '@leadline/leads-contracts';
import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './phase-track.module.css';

interface Props {
  readonly phases: readonly Phase[];
  /** True where the step at hand moved the lead. */
  readonly isMarked?: boolean;
}

/** A circle for each phase, to be looked at: how far a lead was. */
export function PhaseTrack({ phases, isMarked = false }: Props): ReactElement {
  const { t } = useTranslation('replay');
  return (
    <ol className={classes.track} aria-label={t('phases')} data-marked={isMarked || undefined}>
      {phases.map(({ id, name, state }, index) => (
        <li
          key={id}
          className={classes.phase}
          data-state={state}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <span className={classes.circle} aria-hidden>
            {state === 'completed' ? <IconCheck size={15} stroke={2.6} /> : index + 1}
          </span>
          <span className={classes.name}>
            {name}
            <VisuallyHidden>, {t(`phaseStates.${state}`)}</VisuallyHidden>
          </span>
        </li>
      ))}
    </ol>
  );
}
