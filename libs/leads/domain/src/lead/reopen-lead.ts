import type { LeadCommandOf } from './lead-command.js';
import { currentPhase, type LeadFacts } from './lead-facts.js';
import type { LeadEventOf } from './lead.events.js';
import { isClosed, mustBeActive } from './lead-standing.js';

export type ReopenLead = LeadCommandOf<'ReopenLead', Record<string, never>>;

/**
 * A closed lead is worked again, in the phase it was in last. One that is not closed stays as it is.
 * @throws DomainError `lead.deactivated`
 */
export function reopenLead(_command: ReopenLead, lead: LeadFacts): LeadEventOf<'LeadReopened'>[] {
  mustBeActive(lead);
  const phase = currentPhase(lead) ?? lead.process.phases.at(-1);
  if (!isClosed(lead) || !phase) return [];
  return [{ type: 'LeadReopened', data: { phase: { id: phase.id, name: phase.name } } }];
}
