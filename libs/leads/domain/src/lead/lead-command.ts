import { DomainError, type Command } from '@leadline/event-sourcing';
import type { LeadFacts } from './lead-facts.js';

/**
 * Which leads somebody may see and work: all, or those of certain people and those that wait in the pool. It travels with
 * the command, so that it is checked against the very state that is decided on.
 */
export type Reach = { readonly kind: 'all' } | { readonly kind: 'of'; readonly holders: readonly string[] };

/** A command to a lead. Without a reach it comes from Leadline itself and may do anything the rules allow. */
export interface LeadCommandOf<Type extends string, Data> extends Command<Type, Data> {
  readonly reach?: Reach;
}

/** Whether somebody with this reach may see and work the lead. */
export function isWithinReach(reach: Reach, { assigneeId, status }: Pick<LeadFacts, 'assigneeId' | 'status'>): boolean {
  if (reach.kind === 'all' || status === 'open') return true;
  return assigneeId !== undefined && reach.holders.includes(assigneeId);
}

/**
 * The lead, if there is one and the command may reach it. Both failures look the same from outside, so that an id tells
 * nothing to who may not see it.
 * @throws DomainError `lead.not-found`
 */
export function reached<L extends LeadFacts>({ reach }: LeadCommandOf<string, unknown>, lead: L | null): L {
  if (!lead || (reach && !isWithinReach(reach, lead))) throw new DomainError('lead.not-found');
  return lead;
}
