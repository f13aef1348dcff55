import { derivedId } from '@leadline/event-sourcing';
import type { ClosingOutcome } from '../lead/lead-fields.js';
import type { SystemNames } from '../system-names.js';

/** The reasons that come with Leadline. Their ids are the same in every installation. */
export const SYSTEM_REASONS = [
  reason('won', 'Sold', 'Verkauft'),
  reason('lost', 'Bought elsewhere', 'Anderswo gekauft'),
  reason('lost', 'Too expensive', 'Zu teuer'),
  reason('lost', 'No longer interested', 'Kein Interesse mehr'),
  reason('lost', 'Could not be reached', 'Nicht erreicht'),
  reason('lost', 'Not a real request', 'Keine echte Anfrage'),
];

export const SYSTEM_REASON_NAMES: SystemNames = new Map(SYSTEM_REASONS.map(({ id, names }) => [id, names]));

function reason(
  outcome: ClosingOutcome,
  en: string,
  de: string,
): { id: string; outcome: ClosingOutcome; names: { en: string; de: string } } {
  return { id: derivedId(`leads.closing-reason.${outcome}.${en}`), outcome, names: { en, de } };
}
