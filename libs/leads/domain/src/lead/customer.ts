import { DomainError } from '@leadline/event-sourcing';
import type { Customer } from './lead-fields.js';

/**
 * There must be somebody to speak to: a name, an organisation, an e-mail address or a phone.
 * @throws DomainError `lead.customer-missing`
 */
export function mustBeReachable(customer: Customer): void {
  const { givenName, familyName, organisation, email, phones } = customer;
  const known = [givenName, familyName, organisation, email, phones?.[0]?.number];
  if (!known.some(Boolean)) throw new DomainError('lead.customer-missing');
}

/** The customer in one line: the person and the organisation, else what there is. Empty only for nobody at all. */
export function customerName(customer: Customer): string {
  const person = [customer.givenName, customer.familyName].filter(Boolean).join(' ');
  const name = [person, customer.organisation].filter(Boolean).join(', ');
  return name || customer.email || customer.phones?.[0]?.number || '';
}
