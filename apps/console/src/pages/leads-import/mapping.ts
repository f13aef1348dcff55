/** What a column can mean: the server's names. */
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

/** What somebody said a column means; `ignore`: no field. Columns that are not here mean what their names say. */
export type Mapping = Readonly<Record<string, ImportField | 'ignore'>>;

export function isImportField(name: string): name is ImportField {
  return IMPORT_FIELDS.some((field) => field === name);
}

/** The mapping with a column's meaning; null: what its name says. A field that another column had moves over. */
export function mapped(mapping: Mapping, column: string, meaning: ImportField | 'ignore' | null): Mapping {
  const others = Object.entries(mapping).filter(
    ([other, field]) => other !== column && (meaning === null || meaning === 'ignore' || field !== meaning),
  );
  return Object.fromEntries(meaning === null ? others : [...others, [column, meaning]]);
}

/** As the query takes it; undefined where there is nothing to say. */
export function mappingText(mapping: Mapping): string | undefined {
  return Object.keys(mapping).length === 0 ? undefined : JSON.stringify(mapping);
}
