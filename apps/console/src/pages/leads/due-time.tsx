import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { LeadListItem } from '../../api/types.js';
import { RelativeTime } from '../../components/relative-time.js';

/** When a lead is to be brought back; red where that has passed. */
export function DueTime({ lead }: { readonly lead: Pick<LeadListItem, 'light' | 'due'> }): ReactElement {
  if (lead.due === undefined) return <span>–</span>;
  return (
    <Text span size="sm" c={lead.light === 'red' ? 'red' : undefined} fw={lead.light === 'red' ? 560 : undefined}>
      <RelativeTime at={lead.due} isShort />
    </Text>
  );
}
