/** What a column can mean: the lead's fields, flat. Names of the API, `?mapping=` uses them. */
export const IMPORT_FIELDS = [
  'subject',
  'note',
  'salutation',
  'givenName',
  'familyName',
  'organisation',
  'email',
  'phone',
  'mobile',
  'street',
  'postalCode',
  'city',
  'region',
  'countryCode',
  'source',
  'marketplace',
  'assigneeEmail',
  'externalSender',
  'externalId',
  'receivedAt',
  'interest',
  'quantity',
  'unitPrice',
  'currency',
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

export function isImportField(name: string): name is ImportField {
  return IMPORT_FIELDS.some((field) => field === name);
}

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
