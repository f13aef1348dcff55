import type { Actor, Recorded } from '@leadline/event-sourcing';
import { evolveFacts, type LeadFacts } from './lead-facts.js';
import type { LeadEvent } from './lead.events.js';
import { idOf } from '@leadline/event-sourcing';

/**
 * A lead as it is read: the page, the list, `as-of` and every step of a replay are this one fold, so they cannot differ.
 * Names of users, sources and marketplaces come from elsewhere when it is shown, and nothing here depends on a clock.
 */
export interface LeadView extends LeadFacts {
  readonly id: string;
  readonly revision: number;
  readonly createdAt: string;
  /** When anything was last done on it. */
  readonly lastActivityAt: string;
  readonly closing?: (NonNullable<LeadFacts['closing']> & { readonly at: string; readonly by: Actor }) | undefined;
}

/** The lead as read after an event; null before it was created. Total, as every fold. */
export function viewLead(view: LeadView | null, event: Recorded<LeadEvent>): LeadView | null {
  const facts = evolveFacts(view, event);
  if (!facts) return null;
  const { at, actor } = event.metadata;
  return {
    ...facts,
    id: idOf(event.stream),
    revision: event.revision,
    createdAt: view?.createdAt ?? at,
    lastActivityAt: view && view.lastActivityAt > at ? view.lastActivityAt : at,
    closing: closingAfter(view, facts, event, { at, by: actor }),
  };
}

function closingAfter(
  view: LeadView | null,
  { closing }: LeadFacts,
  { type }: LeadEvent,
  now: { at: string; by: Actor },
): LeadView['closing'] {
  if (!closing) return undefined;
  return type === 'LeadWon' || type === 'LeadLost' || !view?.closing ? { ...closing, ...now } : view.closing;
}
