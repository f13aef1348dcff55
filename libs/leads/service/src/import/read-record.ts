import { isEmail } from 'class-validator';
import type { Customer, ExternalReference, ImportReason, Interest, Phone } from '@leadline/leads-domain';
import { readPhone } from '../lead/phones.js';
import { readCountry } from './countries.js';
import type { CsvFile, CsvRecord } from './csv-file.js';
import { readInstant } from './dates.js';
import { IMPORT_FIELDS, type ImportField } from '@leadline/leads-contracts/import-fields';
import { MAX_LENGTHS } from './max-lengths.js';
import { quoted, wrongValue } from './import-problem.js';
import { readInterests } from './read-interests.js';

/** What a record says, before the names in it are looked up. */
export interface LeadRow {
  readonly subject: string;
  readonly note?: string | undefined;
  readonly customer: Customer;
  readonly interests: readonly Interest[];
  readonly externalReference?: ExternalReference | undefined;
  /** ISO 8601, UTC. */
  readonly receivedAt?: string | undefined;
  /** Names, as they stand there. */
  readonly source?: string | undefined;
  readonly marketplace?: string | undefined;
  readonly assigneeEmail?: string | undefined;
}

/** One cell's text by its field; '' where the file has none. */
export type Cells = (field: ImportField) => string;

/** Understands a record, or tells everything that is wrong with it. */
export function readRecord(
  { cells }: CsvRecord,
  { columns, delimiter }: Pick<CsvFile, 'columns' | 'delimiter'>,
  timeZone: string,
): { readonly row: LeadRow } | { readonly reasons: readonly ImportReason[] } {
  const misshapen = checkCount(cells, columns.names.length, delimiter);
  if (misshapen) return { reasons: [misshapen] };
  const reasons: ImportReason[] = [];
  const cell: Cells = (field) => {
    const index = columns.fields.get(field);
    return index === undefined ? '' : textOf(cells[index] ?? '');
  };
  const optional = (field: ImportField): string | undefined => cell(field) || undefined;

  const leftOver = columns.ignored.map(({ index, name }) => [name, textOf(cells[index] ?? '')] as const);
  const keep = (field: ImportField): void => {
    const index = columns.fields.get(field) ?? -1;
    leftOver.push([columns.names[index]?.trim() ?? field, cell(field)]);
  };

  const countryCode = readCountryCell(cell, reasons);
  const row: LeadRow = {
    subject: cell('subject'),
    customer: {
      ...present({
        salutation: optional('salutation'),
        givenName: optional('givenName'),
        familyName: optional('familyName'),
        organisation: optional('organisation'),
        email: readEmail(cell, reasons),
      }),
      ...readPhones(cell, countryCode, reasons),
      ...readAddress(optional, countryCode),
    },
    interests: readInterests(cell, keep, reasons),
    externalReference: readReference(cell, keep, reasons),
    receivedAt: readReceivedAt(cell, timeZone, reasons),
    source: optional('source'),
    marketplace: optional('marketplace'),
    assigneeEmail: optional('assigneeEmail'),
  };
  // Last, since the note takes what found no place above.
  const kept = leftOver.flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
  const note = [cell('note'), ...kept].filter(Boolean).join('\n') || undefined;
  checkLengths((field) => (field === 'note' ? (note ?? '') : cell(field)), reasons);
  return reasons.length > 0 ? { reasons } : { row: { ...row, note } };
}

/** What somebody wrote: without the apostrophe that exports, ours too, put before what a spreadsheet would calculate. */
function textOf(cell: string): string {
  return cell
    .replaceAll('\r\n', '\n')
    .trim()
    .replace(/^'(?=[=+\-@＝＋－＠])/u, '');
}

function checkCount(cells: readonly string[], expected: number, delimiter: string): ImportReason | null {
  const params = { found: cells.length, expected, delimiter: delimiter === '\t' ? 'TAB' : delimiter };
  if (cells.length < expected) return { code: 'lead-import.too-few-cells', params };
  // Empty ones too many are what some programs end every line with.
  const isTooLong = cells.slice(expected).some((cell) => cell.trim() !== '');
  return isTooLong ? { code: 'lead-import.too-many-cells', params } : null;
}

function checkLengths(cell: Cells, reasons: ImportReason[]): void {
  for (const field of IMPORT_FIELDS) {
    const [text, most] = [cell(field), MAX_LENGTHS[field]];
    if (most === undefined || text.length <= most) continue;
    reasons.push(wrongValue('lead-import.text-too-long', field, text, { length: text.length, most }));
  }
}

/** Undefined where nothing stands there, or a reason was noted. */
function readCountryCell(cell: Cells, reasons: ImportReason[]): string | undefined {
  const text = cell('countryCode');
  if (text === '') return undefined;
  const code = readCountry(text);
  if (code === null) reasons.push(wrongValue('lead-import.country-unknown', 'countryCode', text));
  return code ?? undefined;
}

function readEmail(cell: Cells, reasons: ImportReason[]): string | undefined {
  const text = cell('email');
  if (text === '') return undefined;
  if (!isEmail(text)) reasons.push(wrongValue('lead-import.email-invalid', 'email', text));
  return text;
}

/** A number that stands there twice is one. */
function readPhones(cell: Cells, country: string | undefined, reasons: ImportReason[]): Pick<Customer, 'phones'> {
  const phones = new Map<string, Phone>();
  for (const [field, kind] of [
    ['phone', 'work'],
    ['mobile', 'mobile'],
  ] as const) {
    const number = cell(field);
    if (number === '') continue;
    const phone = readPhone({ kind, number }, country);
    if (phone === null) reasons.push(wrongValue('lead-import.phone-unreadable', field, number));
    else if (!phones.has(phone.number)) phones.set(phone.number, phone);
  }
  return phones.size > 0 ? { phones: [...phones.values()] } : {};
}

function readAddress(
  optional: (field: ImportField) => string | undefined,
  countryCode: string | undefined,
): Pick<Customer, 'address'> {
  const address = present({
    street: optional('street'),
    postalCode: optional('postalCode'),
    city: optional('city'),
    region: optional('region'),
    countryCode,
  });
  return Object.keys(address).length > 0 ? { address } : {};
}

/** An id needs a sender. A sender alone, as some programs write it on every line, means nothing and goes to the note. */
function readReference(
  cell: Cells,
  keep: (field: ImportField) => void,
  reasons: ImportReason[],
): ExternalReference | undefined {
  const [sender, id] = [cell('externalSender'), cell('externalId')];
  if (sender !== '' && id !== '') return { sender, id };
  if (id !== '') reasons.push(wrongValue('lead-import.sender-missing', 'externalSender', id));
  else if (sender !== '') keep('externalSender');
  return undefined;
}

function readReceivedAt(cell: Cells, timeZone: string, reasons: ImportReason[]): string | undefined {
  const text = cell('receivedAt');
  if (text === '') return undefined;
  const read = readInstant(text, timeZone);
  if ('instant' in read) return read.instant;
  const [one = '', other = ''] = read.readings ?? [];
  const params = { value: quoted(text), ...(read.problem === 'ambiguous' ? { one, other } : {}) };
  reasons.push({ code: `lead-import.date-${read.problem}`, field: 'receivedAt', params });
  return undefined;
}

type Present<T> = { [Field in keyof T]?: Exclude<T[Field], undefined> };

function present<T extends object>(fields: T): Present<T>;
function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
