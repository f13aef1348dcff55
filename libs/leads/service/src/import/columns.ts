import { COLUMN_NAMES, EXPORT_ONLY_COLUMNS } from './column-names.js';
import { foldedName } from './folded-name.js';
import { IMPORT_FIELDS, isImportField, type ImportField } from '@leadline/leads-contracts/import-fields';
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

/** What a mapping says of a column that is to mean no field, whatever it is called. */
export const NO_FIELD = 'ignore';

/** The file's column names with the fields they mean, or {@link NO_FIELD}. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** The names of the API, then the others: who uses ours means ours. */
const OWN_NAMES: ReadonlyMap<string, ImportField> = new Map(IMPORT_FIELDS.map((field) => [foldedName(field), field]));
const OTHER_NAMES: ReadonlyMap<string, ImportField> = new Map(
  IMPORT_FIELDS.flatMap((field) => COLUMN_NAMES[field].map((name) => [foldedName(name), field])),
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
  /** Columns whose meaning is settled. */
  const spoken = new Set<number>();
  const names = header.map(foldedName);
  const dropped = ownExportColumns(names);
  for (const index of dropped) spoken.add(index);
  for (const [column, field] of Object.entries(mapping)) {
    const index = names.indexOf(foldedName(column));
    if (index < 0) {
      const there = { column: quoted(column), columns: listed(header) };
      throw new UnreadableFileError('lead-import.mapping-column-missing', there);
    }
    spoken.add(index);
    if (isImportField(field)) fields.set(field, index);
  }
  for (const known of [OWN_NAMES, OTHER_NAMES]) {
    for (const [index, name] of names.entries()) {
      const field = known.get(name);
      if (field === undefined || spoken.has(index) || fields.has(field)) continue;
      fields.set(field, index);
      spoken.add(index);
    }
  }
  if (fields.size === 0) throw new UnreadableFileError('lead-import.no-known-column', { columns: listed(header) });
  const meant = new Set(fields.values());
  const ignored = header.flatMap((name, index) =>
    meant.has(index) || dropped.has(index) ? [] : [{ index, name: quoted(name) || String(index + 1) }],
  );
  return { fields, ignored, names: header };
}

/** Where a file that Leadline exported has what only an export tells; nothing in any other file. */
function ownExportColumns(names: readonly string[]): ReadonlySet<number> {
  const indexes = EXPORT_ONLY_COLUMNS.map((column) => names.indexOf(foldedName(column)));
  return new Set(indexes.includes(-1) ? [] : indexes);
}

/**
 * A mapping as it is written in a query: JSON, `{"Thema": "subject", "Datum": null}`, or
 * `Thema:subject,Firma:organisation,Datum:ignore`. Null where it cannot be read, or names a field that there is not.
 */
export function readMapping(text: string): ColumnMapping | null {
  const pairs = text.trimStart().startsWith('{') ? jsonPairs(text) : plainPairs(text);
  if (!pairs || pairs.length === 0) return null;
  const mapping = new Map<string, string>();
  for (const [column, field] of pairs) {
    if (!(isImportField(field) || field === NO_FIELD) || foldedName(column) === '') return null;
    mapping.set(column, field);
  }
  const fields = [...mapping.values()].filter((field) => field !== NO_FIELD);
  return new Set(fields).size === fields.length ? Object.fromEntries(mapping) : null;
}

function jsonPairs(text: string): [string, string][] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    return Object.entries(value).map(([column, field]) => [column.trim(), field === null ? NO_FIELD : String(field)]);
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
