import { DomainError } from '@leadline/event-sourcing';
import type { LeadCommandOf } from './lead-command.js';
import { currentPhase, type LeadFacts } from './lead-facts.js';
import type { LeadEventOf } from './lead.events.js';
import { mustBeInProgress } from './lead-standing.js';

export type AdvancePhase = LeadCommandOf<
  'AdvancePhase',
  {
    /** The phase meant to be completed. One that is completed already stays so: a second click does no harm. */
    readonly phaseId?: string | undefined;
  }
>;

/**
 * The current phase is completed and the next one begins; completing the last one opens the way to won and lost.
 * @throws DomainError `lead.not-accepted`, `lead.closed`, `lead.deactivated`, `lead.phases-all-completed`,
 * `lead.phase-unknown`, `lead.phase-ahead`
 */
export function advancePhase(command: AdvancePhase, lead: LeadFacts): LeadEventOf<'LeadPhaseAdvanced'>[] {
  mustBeInProgress(lead);
  const { phaseId } = command.data;
  const { phases } = lead.process;
  const meant = phaseId === undefined ? currentPhase(lead) : phases.find(({ id }) => id === phaseId);
  if (!meant) throw new DomainError(phaseId === undefined ? 'lead.phases-all-completed' : 'lead.phase-unknown');
  if (meant.state === 'completed') return [];
  if (meant.state === 'ahead') throw new DomainError('lead.phase-ahead', { phase: meant.name, phaseId: meant.id });
  const next = phases[phases.indexOf(meant) + 1];
  const completed = { id: meant.id, name: meant.name };
  return [
    { type: 'LeadPhaseAdvanced', data: next ? { completed, next: { id: next.id, name: next.name } } : { completed } },
  ];
}
