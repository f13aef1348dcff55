import { Badge } from '@mantine/core';
import type { ReactElement } from 'react';
import type { LeadListItem } from '../../api/types.js';
import { StatusBadge } from '../../components/status-badge.js';

/** The phase of a lead that somebody works on; what else it is, where nobody does. */
export function Standing({ lead }: { readonly lead: LeadListItem }): ReactElement {
  const { status, active, phase } = lead;
  if (status !== 'inProgress' || !active || !phase) return <StatusBadge status={status} active={active} />;
  return <Badge color="petrol">{phase.name}</Badge>;
}
