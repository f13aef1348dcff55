import type { LeadCommandOf } from './lead-command.js';
import { currentPhase, type LeadFacts } from './lead-facts.js';
import type { DueTime } from './lead-fields.js';
import type { LeadEvent } from './lead.events.js';
import { scheduled } from './resubmission.js';
import { isClosed, mustBeActive } from './lead-standing.js';

export type ReopenLead = LeadCommandOf<
  'ReopenLead',
  {
    /** When it is to be brought back, now that it is worked again. */
    readonly resubmission?: DueTime | undefined;
  }
>;

/**
 * A closed lead is worked again, in the phase it was in last. One that is not closed stays as it is.
 * @throws DomainError `lead.deactivated`
 */
export function reopenLead(command: ReopenLead, lead: LeadFacts): LeadEvent[] {
  mustBeActive(lead);
  const phase = currentPhase(lead) ?? lead.process.phases.at(-1);
  if (!isClosed(lead) || !phase) return [];
  return [
    { type: 'LeadReopened', data: { phase: { id: phase.id, name: phase.name } } },
    ...scheduled(command.data.resubmission, {}),
  ];
}
