import type { LeadCommandOf } from './lead-command.js';
import type { LeadFacts } from './lead-facts.js';
import type { LeadEventOf } from './lead.events.js';

export type DeactivateLead = LeadCommandOf<'DeactivateLead', Record<string, never>>;
export type ReactivateLead = LeadCommandOf<'ReactivateLead', Record<string, never>>;

/** The lead is put away: out of the lists, but found by search, and brought back from there. */
export function deactivateLead(_command: DeactivateLead, lead: LeadFacts): LeadEventOf<'LeadDeactivated'>[] {
  return lead.active ? [{ type: 'LeadDeactivated', data: {} }] : [];
}

/** The lead comes back as it was. */
export function reactivateLead(_command: ReactivateLead, lead: LeadFacts): LeadEventOf<'LeadReactivated'>[] {
  return lead.active ? [] : [{ type: 'LeadReactivated', data: {} }];
}
