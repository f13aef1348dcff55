import type { LeadCommandOf } from './lead-command.js';
import type { LeadFacts } from './lead-facts.js';
import type { LeadEventOf } from './lead.events.js';
import { mustNotBeClosed } from './lead-standing.js';

export type AssignLead = LeadCommandOf<'AssignLead', { readonly assigneeId: string }>;

/**
 * Somebody else becomes responsible. A lead from the pool is in progress from then on.
 * @throws DomainError `lead.deactivated`, `lead.closed`
 */
export function assignLead(command: AssignLead, lead: LeadFacts): LeadEventOf<'LeadAssigned'>[] {
  return handOver(command.data.assigneeId, lead);
}

/** The rule behind {@link assignLead}, for other commands that hand a lead over as well. */
export function handOver(assigneeId: string, lead: LeadFacts): LeadEventOf<'LeadAssigned'>[] {
  mustNotBeClosed(lead);
  if (lead.assigneeId === assigneeId) return [];
  const former = lead.assigneeId === undefined ? {} : { formerAssigneeId: lead.assigneeId };
  return [{ type: 'LeadAssigned', data: { assigneeId, ...former } }];
}
