import { DomainError } from '@leadline/event-sourcing';
import { sameJson } from '../merge-patch.js';
import type { LeadCommandOf } from './lead-command.js';
import type { ClosingOutcome } from './lead-fields.js';
import type { LeadFacts } from './lead-facts.js';
import type { LeadEvent, LeadEventOf } from './lead.events.js';
import { cancelledByClosing } from './resubmission.js';
import { isClosed, mustBeInProgress } from './lead-standing.js';

/** What a marketplace says about closing its leads. */
export interface ClosingRules {
  /** Won or lost only once every phase is completed. */
  readonly strictClose: boolean;
  /** Lost at any time, even where closing is strict. */
  readonly earlyLost: boolean;
}

/** For leads of no marketplace. */
export const DEFAULT_CLOSING_RULES: ClosingRules = { strictClose: true, earlyLost: false };

interface Closing {
  /** The closing reason as it stands when the lead is closed. */
  readonly reason: {
    readonly id: string;
    readonly name: string;
    readonly outcome: ClosingOutcome;
    readonly hidden: boolean;
  };
  readonly note?: string | undefined;
  readonly rules: ClosingRules;
}

export type WinLead = LeadCommandOf<'WinLead', Closing>;
export type LoseLead = LeadCommandOf<'LoseLead', Closing>;

/**
 * The customer buys. An open resubmission is cancelled.
 * @throws DomainError `lead.phases-incomplete` with the names of what is missing, `lead.closing-reason-unfit`,
 * `lead.closing-reason-hidden`, `lead.not-accepted`, `lead.closed`, `lead.deactivated`
 */
export function winLead(command: WinLead, lead: LeadFacts): LeadEvent[] {
  const data = closed('won', command.data, lead);
  return data ? [{ type: 'LeadWon', data }, ...cancelledByClosing(lead)] : [];
}

/**
 * The customer does not buy. Where the marketplace allows it, that may show before the last phase.
 * @throws DomainError as {@link winLead}
 */
export function loseLead(command: LoseLead, lead: LeadFacts): LeadEvent[] {
  const data = closed('lost', command.data, lead);
  return data ? [{ type: 'LeadLost', data }, ...cancelledByClosing(lead)] : [];
}

/** What to record; null where the lead is closed in just this way already. */
function closed(outcome: ClosingOutcome, closing: Closing, lead: LeadFacts): LeadEventOf<'LeadWon'>['data'] | null {
  const { id, name } = closing.reason;
  const note = closing.note?.trim();
  const data = { reason: { id, name }, ...(note ? { note } : {}) };
  if (isClosed(lead) && lead.active && sameJson(lead.closing, { outcome, ...data })) return null;
  mustBeInProgress(lead);
  if (closing.reason.outcome !== outcome) throw new DomainError('lead.closing-reason-unfit', { outcome });
  if (closing.reason.hidden) throw new DomainError('lead.closing-reason-hidden');
  const { strictClose, earlyLost } = closing.rules;
  if (strictClose && !(outcome === 'lost' && earlyLost)) mustHaveCompletedPhases(lead);
  return data;
}

function mustHaveCompletedPhases(lead: LeadFacts): void {
  const missing = lead.process.phases.filter(({ state }) => state !== 'completed');
  if (missing.length === 0) return;
  throw new DomainError('lead.phases-incomplete', {
    missing: missing.map(({ name }) => name),
    missingIds: missing.map(({ id }) => id),
  });
}
