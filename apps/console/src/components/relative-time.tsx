import { Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { useFormat } from '../format/use-format.js';
import { useNow } from './use-now.js';

interface Props {
  readonly at: string;
  /** For the cell of a table: "3 hr ago". */
  readonly isShort?: boolean;
}

/** "3 hours ago"; the exact time on hover, and for machines. */
export function RelativeTime({ at, isShort = false }: Props): ReactElement {
  const format = useFormat();
  const nowMs = useNow();
  return (
    <Tooltip label={format.dateTime(at)}>
      <time dateTime={at} style={{ whiteSpace: isShort ? 'nowrap' : undefined }}>
        {format.relative(at, nowMs, isShort)}
      </time>
    </Tooltip>
  );
}
