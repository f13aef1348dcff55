import { DomainError } from '@leadline/event-sourcing';
import { reached, type LeadCommandOf } from './lead-command.js';
import type { LeadFacts } from './lead-facts.js';
import type { LeadEventOf } from './lead.events.js';
import { mustNotBeClosed } from './lead-standing.js';

export type AcceptLead = LeadCommandOf<'AcceptLead', Record<string, never>>;

/**
 * Somebody takes a lead from the pool; the first to do so has it. Who comes second is told so, although the lead is out
 * of their reach by then: they saw it a moment ago.
 * @throws DomainError `lead.not-found`, `lead.already-taken`, `lead.deactivated`, `lead.closed`
 */
export function acceptLead(command: AcceptLead, lead: LeadFacts | null): LeadEventOf<'LeadAccepted'>[] {
  if (!lead) throw new DomainError('lead.not-found');
  const assigneeId = command.metadata.actor.id;
  if (lead.status === 'inProgress' && lead.assigneeId !== assigneeId) throw new DomainError('lead.already-taken');
  mustNotBeClosed(reached(command, lead));
  if (lead.status === 'inProgress') return [];
  return [{ type: 'LeadAccepted', data: { assigneeId } }];
}
