import { Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { useFormat } from '../format/use-format.js';
import { useNow } from './use-now.js';

/** "3 hours ago"; the exact time on hover, and for machines. */
export function RelativeTime({ at }: { readonly at: string }): ReactElement {
  const format = useFormat();
  const nowMs = useNow();
  return (
    <Tooltip label={format.dateTime(at)}>
      <time dateTime={at}>{format.relative(at, nowMs)}</time>
    </Tooltip>
  );
}
