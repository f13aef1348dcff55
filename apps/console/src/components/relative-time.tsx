import type { ReactElement } from 'react';
import { useFormat } from '../format/use-format.js';
import { useNow } from './use-now.js';

interface Props {
  readonly at: string;
  /** For the cell of a table: "3 hr ago". */
  readonly isShort?: boolean;
}

/** "3 hours ago"; the exact time on hover, and for machines. There are hundreds on a page, so the browser shows the hint. */
export function RelativeTime({ at, isShort = false }: Props): ReactElement {
  const format = useFormat();
  const nowMs = useNow();
  return (
    <time dateTime={at} title={format.dateTime(at)} style={isShort ? NO_WRAP : undefined}>
      {format.relative(at, nowMs, isShort)}
    </time>
  );
}

const NO_WRAP = { whiteSpace: 'nowrap' } as const;
