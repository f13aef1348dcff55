import type { Customer } from '@leadline/leads-contracts';

/** What a customer is called: the person, else the organisation, else how to reach them. Empty where nothing is known. */
export function customerName({ givenName, familyName, organisation, email, phones }: Customer): string {
  const person = [givenName, familyName].filter(Boolean).join(' ');
  return person || organisation || email || phones?.[0]?.number || '';
}

/** Whom the person speaks for; empty where the organisation is the name itself. */
export function customerOrganisation(customer: Customer): string {
  const { organisation = '' } = customer;
  return organisation === customerName(customer) ? '' : organisation;
}
