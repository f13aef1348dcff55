import type { LeadCommandOf } from './lead-command.js';
import type { LeadFacts } from './lead-facts.js';
import type { LeadEvent } from './lead.events.js';
import { isClosed, mustNotBeClosed } from './lead-standing.js';

/** Null: nobody, the lead goes back to the pool. */
export type AssignLead = LeadCommandOf<'AssignLead', { readonly assigneeId: string | null }>;

/** Leadline's own: somebody left, and what they were working on goes on with somebody else, or from the pool (null). */
export type HandOnLead = LeadCommandOf<'HandOnLead', { readonly from: string; readonly to: string | null }>;

/**
 * Somebody else becomes responsible. A lead from the pool is in progress from then on; one that goes back there is open.
 * @throws DomainError `lead.deactivated`, `lead.closed`
 */
export function assignLead(command: AssignLead, lead: LeadFacts): LeadEvent[] {
  return handOver(command.data.assigneeId, lead);
}

/** The rule behind {@link assignLead}, for other commands that hand a lead over as well. */
export function handOver(assigneeId: string | null, lead: LeadFacts): LeadEvent[] {
  mustNotBeClosed(lead);
  return movedTo(assigneeId, lead);
}

/**
 * A lead that is being worked goes from one who left to another. Where it is elsewhere by now, put away or closed, nothing
 * is left to do: nobody is asked, so nothing is refused.
 */
export function handOnLead({ data: { from, to } }: HandOnLead, lead: LeadFacts): LeadEvent[] {
  return lead.assigneeId === from && lead.active && !isClosed(lead) ? movedTo(to, lead) : [];
}

function movedTo(assigneeId: string | null, { assigneeId: formerAssigneeId }: LeadFacts): LeadEvent[] {
  if (assigneeId === (formerAssigneeId ?? null)) return [];
  const former = formerAssigneeId === undefined ? {} : { formerAssigneeId };
  return assigneeId === null
    ? [{ type: 'LeadReturnedToPool', data: former }]
    : [{ type: 'LeadAssigned', data: { assigneeId, ...former } }];
}
