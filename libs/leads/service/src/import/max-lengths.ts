import type { ImportField } from '@leadline/leads-contracts/import-fields';

/** How long a text may be: the same as over HTTP. */
export const MAX_LENGTHS: Readonly<Partial<Record<ImportField, number>>> = {
  subject: 500,
  note: 10_000,
  salutation: 50,
  givenName: 100,
  familyName: 100,
  organisation: 200,
  email: 254,
  phone: 50,
  mobile: 50,
  street: 200,
  postalCode: 20,
  city: 100,
  region: 100,
  source: 100,
  marketplace: 100,
  externalSender: 200,
  externalId: 200,
};
