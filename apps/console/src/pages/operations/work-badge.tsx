import { Badge } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import type { Worked, WorkState } from './work-state.js';

const COLORS: Readonly<Record<WorkState, string>> = {
  upToDate: 'green',
  behind: 'blue',
  failing: 'red',
  refused: 'red',
  unattended: 'orange',
};

/** How a piece of work is doing, in a word. */
export function WorkBadge({ work: { state, lag, deadLetters } }: { readonly work: Worked }): ReactElement {
  const { t } = useTranslation('operations');
  const format = useFormat();
  return (
    <Badge color={COLORS[state]}>
      {t(`state.${state}`, { lag: format.number(Math.max(lag, 1)), count: deadLetters })}
    </Badge>
  );
}
