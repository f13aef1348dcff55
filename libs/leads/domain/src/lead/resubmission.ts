import { sameJson } from '../merge-patch.js';
import type { LeadCommandOf } from './lead-command.js';
import type { DueTime } from './lead-fields.js';
import type { LeadFacts } from './lead-facts.js';
import type { LeadEvent } from './lead.events.js';
import { isClosed, mustNotBeClosed } from './lead-standing.js';

/** The open resubmission of a lead: when it is to be brought back. */
export interface Resubmission extends DueTime {
  /** How often it was put off to a later time. */
  readonly postponed: number;
}

export type ScheduleResubmission = LeadCommandOf<'ScheduleResubmission', { readonly due: DueTime }>;
export type CancelResubmission = LeadCommandOf<'CancelResubmission', Record<string, never>>;
export type CompleteResubmission = LeadCommandOf<'CompleteResubmission', Record<string, never>>;

/**
 * The lead is to be brought back at a time. There is one open resubmission per lead: another time moves it. A time that has
 * passed is none that is refused: then the lead is due at once.
 * @throws DomainError `lead.deactivated`, `lead.closed`
 */
export function scheduleResubmission({ data: { due } }: ScheduleResubmission, lead: LeadFacts): LeadEvent[] {
  mustNotBeClosed(lead);
  return scheduled(due, lead);
}

/** The rule behind {@link scheduleResubmission}, for other commands that set a due time as well. */
export function scheduled(due: DueTime | undefined, { resubmission }: Pick<LeadFacts, 'resubmission'>): LeadEvent[] {
  if (!due) return [];
  if (!resubmission) return [{ type: 'LeadResubmissionScheduled', data: due }];
  const { postponed: _, ...open } = resubmission;
  if (sameJson(open, due)) return [];
  return [{ type: 'LeadResubmissionRescheduled', data: { ...due, formerAt: open.at } }];
}

/**
 * Nobody wants the lead brought back any more. Where nothing is open there is nothing to do.
 * @throws DomainError `lead.deactivated`
 */
export function cancelResubmission(_command: CancelResubmission, lead: LeadFacts): LeadEvent[] {
  return ended(lead, { type: 'LeadResubmissionCancelled', data: { because: 'asked' } });
}

/**
 * What the lead was to be brought back for is done, in time or before. A second click does no harm.
 * @throws DomainError `lead.deactivated`
 */
export function completeResubmission(_command: CompleteResubmission, lead: LeadFacts): LeadEvent[] {
  return ended(lead, { type: 'LeadResubmissionDone', data: {} });
}

/** What closing a lead does to its open resubmission. */
export function cancelledByClosing({ resubmission }: LeadFacts): LeadEvent[] {
  return resubmission ? [{ type: 'LeadResubmissionCancelled', data: { because: 'closed' } }] : [];
}

function ended(lead: LeadFacts, event: LeadEvent): LeadEvent[] {
  if (!lead.resubmission) return [];
  mustNotBeClosed(lead);
  return [event];
}

export type ResubmissionState = 'scheduled' | 'due' | 'paused';

type Waiting = Pick<LeadFacts, 'active' | 'status' | 'resubmission'>;

/** When the lead is due; undefined where nobody waits for it: without an open resubmission, put away, or closed. */
export function dueAt(lead: Waiting): string | undefined {
  return lead.active && !isClosed(lead) ? lead.resubmission?.at : undefined;
}

/** How a resubmission stands at an instant. That of a lead put away is paused. */
export function resubmissionState(lead: Waiting, now: string): ResubmissionState {
  const due = dueAt(lead);
  if (due === undefined) return 'paused';
  return Date.parse(due) <= Date.parse(now) ? 'due' : 'scheduled';
}

/** `yellow`: due soon. `red`: overdue. */
export type TrafficLight = 'green' | 'yellow' | 'red';

/** How soon "soon" is. */
export const SOON_MS = 24 * 60 * 60 * 1000;

/** How urgent a lead is at an instant. */
export function trafficLight(lead: Waiting, now: string): TrafficLight {
  const due = dueAt(lead);
  if (due === undefined) return 'green';
  const leftMs = Date.parse(due) - Date.parse(now);
  return leftMs <= 0 ? 'red' : leftMs <= SOON_MS ? 'yellow' : 'green';
}
