import { foldedName } from './folded-name.js';
import { IMPORT_FIELDS, isImportField, type ImportField } from './import-fields.js';
import { quoted, UnreadableFileError } from './import-problem.js';

/** More columns than any export has; a binary file that passes for text has them. */
const MAX_COLUMNS = 500;

/** Which cell of a record means which field. */
export interface Columns {
  readonly fields: ReadonlyMap<ImportField, number>;
  /** Columns that mean no field, with their names; those without a name have their number. */
  readonly ignored: readonly { readonly index: number; readonly name: string }[];
  /** What the file calls its columns. */
  readonly names: readonly string[];
}

/** The file's column names with the fields they mean. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** What exports of other systems call the fields, in English and German. Case, blanks, accents and signs do not count. */
const NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  subject: [
    'Title',
    'Topic',
    'Lead Name',
    'Deal Name',
    'Request',
    'Inquiry',
    'Enquiry',
    'Betreff',
    'Titel',
    'Thema',
    'Anliegen',
    'Anfrage',
  ],
  note: [
    'Notes',
    'Description',
    'Comment',
    'Comments',
    'Message',
    'Remarks',
    'Notiz',
    'Notizen',
    'Beschreibung',
    'Bemerkung',
    'Bemerkungen',
    'Kommentar',
    'Nachricht',
    'Anmerkung',
    'Anmerkungen',
  ],
  salutation: ['Prefix', 'Anrede'],
  givenName: ['First Name', 'Forename', 'Vorname'],
  familyName: [
    'Last Name',
    'Surname',
    'Name',
    'Full Name',
    'Contact',
    'Contact Name',
    'Nachname',
    'Familienname',
    'Ansprechpartner',
    'Kontakt',
  ],
  organisation: [
    'Organization',
    'Company',
    'Company Name',
    'Account',
    'Account Name',
    'Firma',
    'Firmenname',
    'Unternehmen',
    'Organisation',
  ],
  email: ['E-Mail', 'Email Address', 'E-Mail Address', 'Mail', 'E-Mail-Adresse', 'Mailadresse', 'Email 1'],
  phone: [
    'Telephone',
    'Phone Number',
    'Business Phone',
    'Work Phone',
    'Tel',
    'Tel.',
    'Telefon',
    'Telefonnummer',
    'Rufnummer',
    'Telefon geschäftlich',
    'Festnetz',
  ],
  mobile: [
    'Mobile Phone',
    'Mobile Number',
    'Cell',
    'Cell Phone',
    'Mobil',
    'Mobiltelefon',
    'Handy',
    'Handynummer',
    'Mobilnummer',
    'Telefon mobil',
  ],
  street: [
    'Address',
    'Street Address',
    'Address Line 1',
    'Address 1',
    'Straße',
    'Anschrift',
    'Adresse',
    'Straße und Hausnummer',
    'Straße/Nr.',
    'Straße Hausnummer',
  ],
  postalCode: ['ZIP', 'ZIP Code', 'Postcode', 'ZIP/Postal Code', 'PLZ', 'Postleitzahl'],
  city: ['Town', 'Ort', 'Stadt', 'Wohnort'],
  region: ['State', 'Province', 'County', 'State/Province', 'State/Region', 'Bundesland', 'Kanton', 'Provinz'],
  countryCode: ['Country', 'Country/Region', 'Land', 'Ländercode', 'Länderkürzel', 'Staat'],
  source: ['Lead Source', 'Origin', 'Channel', 'Quelle', 'Herkunft', 'Leadquelle', 'Lead-Quelle', 'Kanal'],
  marketplace: ['Market Place', 'Marktplatz', 'Portal', 'Börse'],
  assigneeEmail: [
    'Assignee',
    'Owner',
    'Lead Owner',
    'Owner Email',
    'Assigned To',
    'Bearbeiter',
    'Zuständig',
    'Besitzer',
    'Verantwortlicher',
    'Bearbeiter E-Mail',
    'Betreuer',
  ],
  externalSender: ['Sender', 'External System', 'Absender', 'Absendersystem', 'Fremdsystem'],
  externalId: ['External Reference', 'Externe ID', 'Externe Referenz', 'Fremd-ID'],
  receivedAt: [
    'Received',
    'Received On',
    'Date',
    'Created',
    'Created At',
    'Created On',
    'Created Date',
    'Create Date',
    'Eingegangen am',
    'Eingang',
    'Eingangsdatum',
    'Datum',
    'Erstellt',
    'Erstellt am',
    'Erstelldatum',
    'Anfragedatum',
  ],
  interest: [
    'Interests',
    'Product',
    'Product Interest',
    'Product/Interest',
    'Interested In',
    'Interesse',
    'Interessen',
    'Produkt',
    'Produktinteresse',
    'Produkt/Interesse',
    'Artikel',
  ],
  quantity: ['Qty', 'Menge', 'Anzahl', 'Stückzahl'],
  unitPrice: ['Price', 'Price per Unit', 'Preis', 'Einzelpreis', 'Stückpreis'],
  currency: ['Currency Code', 'Währung', 'Währungscode'],
};

/** The names of the API, then the others: who uses ours means ours. */
const OWN_NAMES: ReadonlyMap<string, ImportField> = new Map(IMPORT_FIELDS.map((field) => [foldedName(field), field]));
const OTHER_NAMES: ReadonlyMap<string, ImportField> = new Map(
  IMPORT_FIELDS.flatMap((field) => NAMES[field].map((name) => [foldedName(name), field])),
);

/** How many cells of a line name columns that are known. */
export function countKnownNames(cells: readonly string[], mapping: ColumnMapping = {}): number {
  const mapped = new Set(Object.keys(mapping).map(foldedName));
  return cells.map(foldedName).filter((name) => [OWN_NAMES, OTHER_NAMES, mapped].some((names) => names.has(name)))
    .length;
}

/**
 * What the columns of a header mean: as the mapping says, else by their names. Where two mean the same field the first
 * one has it, and the other is ignored.
 * @throws UnreadableFileError where nothing is known, or the mapping names a column that is not there
 */
export function readColumns(header: readonly string[], mapping: ColumnMapping = {}): Columns {
  if (header.length > MAX_COLUMNS) {
    throw new UnreadableFileError('lead-import.too-many-columns-named', { count: header.length, most: MAX_COLUMNS });
  }
  const fields = new Map<ImportField, number>();
  const names = header.map(foldedName);
  for (const [column, field] of Object.entries(mapping)) {
    const index = names.indexOf(foldedName(column));
    if (index < 0 || !isImportField(field)) {
      const there = { column: quoted(column), columns: listed(header) };
      throw new UnreadableFileError('lead-import.mapping-column-missing', there);
    }
    fields.set(field, index);
  }
  const taken = new Set(fields.values());
  for (const known of [OWN_NAMES, OTHER_NAMES]) {
    for (const [index, name] of names.entries()) {
      const field = known.get(name);
      if (field === undefined || taken.has(index) || fields.has(field)) continue;
      fields.set(field, index);
      taken.add(index);
    }
  }
  if (fields.size === 0) throw new UnreadableFileError('lead-import.no-known-column', { columns: listed(header) });
  const ignored = header.flatMap((name, index) =>
    taken.has(index) ? [] : [{ index, name: quoted(name) || String(index + 1) }],
  );
  return { fields, ignored, names: header };
}

/**
 * A mapping as it is written in a query: JSON, `{"Thema": "subject"}`, or `Thema:subject,Firma:organisation`.
 * Null where it cannot be read, or names a field that there is not.
 */
export function readMapping(text: string): ColumnMapping | null {
  const pairs = text.trimStart().startsWith('{') ? jsonPairs(text) : plainPairs(text);
  if (!pairs || pairs.length === 0) return null;
  const mapping = new Map<string, string>();
  for (const [column, field] of pairs) {
    if (!isImportField(field) || foldedName(column) === '') return null;
    mapping.set(column, field);
  }
  const isOneToOne = new Set(mapping.values()).size === mapping.size;
  return isOneToOne ? Object.fromEntries(mapping) : null;
}

function jsonPairs(text: string): [string, string][] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    return Object.entries(value).map(([column, field]) => [column.trim(), String(field)]);
  } catch {
    return null;
  }
}

function plainPairs(text: string): [string, string][] {
  return text.split(',').map((pair) => {
    const colon = pair.lastIndexOf(':');
    return [pair.slice(0, Math.max(colon, 0)).trim(), pair.slice(colon + 1).trim()];
  });
}

/** The first names of a header, for a sentence. */
function listed(header: readonly string[]): string {
  const shown = header.slice(0, 8).map((name) => `"${quoted(name)}"`);
  return [...shown, ...(header.length > 8 ? ['…'] : [])].join(', ');
}
