/** What a column of a file of leads can mean: the lead's fields, flat. Names of the API, `?mapping=` uses them. */
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
