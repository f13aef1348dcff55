import { DomainError } from '@leadline/event-sourcing';
import type { LeadCommandOf } from './lead-command.js';
import { currentPhase, type LeadFacts } from './lead-facts.js';
import type { LeadEventOf } from './lead.events.js';
import { mustBeInProgress } from './lead-standing.js';

export type SetBackPhase = LeadCommandOf<'SetBackPhase', { readonly phaseId: string }>;

/**
 * The lead was moved on by mistake: an earlier phase is the current one again, and those behind it lie ahead.
 * @throws DomainError `lead.not-accepted`, `lead.closed`, `lead.deactivated`, `lead.phase-unknown`, `lead.phase-ahead`
 */
export function setBackPhase(command: SetBackPhase, lead: LeadFacts): LeadEventOf<'LeadSetBack'>[] {
  mustBeInProgress(lead);
  const to = lead.process.phases.find(({ id }) => id === command.data.phaseId);
  if (!to) throw new DomainError('lead.phase-unknown');
  if (to.state === 'current') return [];
  if (to.state === 'ahead') throw new DomainError('lead.phase-ahead', { phase: to.name, phaseId: to.id });
  const from = currentPhase(lead);
  return [
    {
      type: 'LeadSetBack',
      data: { ...(from ? { from: { id: from.id, name: from.name } } : {}), to: { id: to.id, name: to.name } },
    },
  ];
}
