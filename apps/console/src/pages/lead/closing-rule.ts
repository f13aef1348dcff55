import type { Lead } from '../../api/types.js';

/** What a marketplace says about closing its leads. */
export interface ClosingRules {
  readonly strictClose: boolean;
  readonly earlyLost: boolean;
}

/** For leads of no marketplace. */
export const DEFAULT_RULES: ClosingRules = { strictClose: true, earlyLost: false };

export type ClosingAnswer =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'notAccepted' }
  /** The names of the phases that are still to do. */
  | { readonly kind: 'phasesMissing'; readonly phases: readonly string[] };

/** Whether a lead can be closed now, and if not, why: the server decides by the same rules. */
export function closingAnswer(lead: Lead, outcome: 'won' | 'lost', rules: ClosingRules = DEFAULT_RULES): ClosingAnswer {
  if (lead.status !== 'inProgress') return { kind: 'notAccepted' };
  if (!rules.strictClose || (outcome === 'lost' && rules.earlyLost)) return { kind: 'allowed' };
  const phases = lead.process.phases.filter(({ state }) => state !== 'completed').map(({ name }) => name);
  return phases.length === 0 ? { kind: 'allowed' } : { kind: 'phasesMissing', phases };
}
