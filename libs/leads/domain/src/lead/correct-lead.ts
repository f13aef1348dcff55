import { DomainError } from '@leadline/event-sourcing';
import { effective, merged, sameJson, tidied } from '../merge-patch.js';
import { handOver } from './assign-lead.js';
import { mustBeReachable } from './customer.js';
import type { LeadCommandOf } from './lead-command.js';
import type { CorrectedFields, ExternalReference, PinnedProcess } from './lead-fields.js';
import type { LeadFacts } from './lead-facts.js';
import type { LeadEvent } from './lead.events.js';
import { mustBeActive, mustNotBeClosed } from './lead-standing.js';

export type CorrectLead = LeadCommandOf<
  'CorrectLead',
  {
    /** Any subset, as a merge patch: null clears, the customer is merged field by field. */
    readonly fields: CorrectedFields;
    /** Null: nobody, back to the pool. */
    readonly assigneeId?: string | null | undefined;
    /** With the process that a lead of that marketplace begins; null: none, and the default process. */
    readonly marketplace?: { readonly id: string | null; readonly process: PinnedProcess } | undefined;
    readonly externalReference?: ExternalReference | undefined;
  }
>;

/**
 * Fields are corrected, and only those that change are recorded, so that two people who correct different fields do not
 * overwrite each other.
 *
 * @throws DomainError
 * - `lead.email-needs-confirmation`: changing an address that is there is a command of its own, with a password
 * - `lead.customer-missing`: nobody to speak to would be left
 * - `lead.subject-missing`
 * - `lead.reference-fixed`: the reference is what makes the lead this one
 * - `lead.phases-begun`: a lead that has completed a phase stays in its marketplace's process
 */
export function correctLead(command: CorrectLead, lead: LeadFacts): LeadEvent[] {
  mustBeActive(lead);
  const { fields, assigneeId, externalReference } = command.data;
  if (externalReference && !sameJson(externalReference, lead.externalReference)) {
    throw new DomainError('lead.reference-fixed');
  }
  return [
    ...correctFields(fields, lead),
    ...changeMarketplace(command.data.marketplace, lead),
    ...(assigneeId === undefined ? [] : handOver(assigneeId, lead)),
  ];
}

function correctFields(fields: CorrectedFields, lead: LeadFacts): LeadEvent[] {
  if (fields.subject?.trim() === '') throw new DomainError('lead.subject-missing');
  const changed = effective(lead, tidied(fields));
  const { customer } = changed;
  if (lead.customer.email && customer?.email !== undefined) throw new DomainError('lead.email-needs-confirmation');
  if (customer) mustBeReachable(merged(lead.customer, customer));
  return Object.keys(changed).length > 0 ? [{ type: 'LeadCorrected', data: changed }] : [];
}

function changeMarketplace(to: CorrectLead['data']['marketplace'], lead: LeadFacts): LeadEvent[] {
  if (!to || to.id === (lead.marketplaceId ?? null)) return [];
  mustNotBeClosed(lead);
  if (lead.process.phases[0]?.state === 'completed') throw new DomainError('lead.phases-begun');
  return [{ type: 'LeadMarketplaceChanged', data: { marketplaceId: to.id, process: to.process } }];
}
