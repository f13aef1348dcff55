import type { Value } from './document-values.js';
import { STRUCTURE } from './document-values.js';
import { isSearched } from './find-plan.js';
import type { ModelPlan } from './model-plan.js';
import type { Path, Scalar } from './port.js';
import { TOKEN_PUNCTUATION } from './search-text.js';
import type { SQLInputValue, SQLOutputValue } from './sqlite-connection.js';

/**
 * The tables of one generation.
 *
 * Declared paths are columns, and columns are indexed: an expression index over the JSON would parse it again for every
 * row and index it touches (measured: half the rate of updates, thrice the time of counts). The row of columns is kept
 * apart from its document, so that what is filtered and counted is narrow. Values of paths through arrays stand in a
 * table of their own, and deleted documents too, so that no query has to step around them.
 */
export interface Layout {
  readonly rows: string;
  readonly documents: string;
  /** FTS5; null where the model is not searched. */
  readonly words: string | null;
  readonly many: string;
  readonly gone: string;
  /** Each ends with the id, which breaks ties: a page is read off an index in its final order. */
  readonly indexes: readonly { readonly name: string; readonly on: readonly Path[] }[];
  /** Column of each single-valued path. */
  readonly columns: ReadonlyMap<Path, string>;
  /** Number of each path through arrays. */
  readonly manyPaths: ReadonlyMap<Path, number>;
}

export function layoutOf(plan: ModelPlan, generationId: string): Layout {
  return {
    rows: `"${generationId}"`,
    documents: `"${generationId}_documents"`,
    words: isSearched(plan) ? `"${generationId}_words"` : null,
    many: `"${generationId}_many"`,
    gone: `"${generationId}_gone"`,
    indexes: distinctLists(plan).map((on, at) => ({ name: `"${generationId}_by_${at}"`, on })),
    columns: new Map(plan.single.map((path, at) => [path, `k${at}`])),
    manyPaths: new Map(plan.multi.map((path, at) => [path, at])),
  };
}

/**
 * Columns have no type, hence no conversions. The words' table keeps no text and no places of words (contentless,
 * detail=none): a beginning of a word is all that is ever looked for. Prefix indexes of one to three letters make the
 * beginnings quick that very many words share (measured: 16 against 1.5 ms); the rest are short ranges of its terms.
 */
export function createTables({ rows, documents, words, many, gone, columns }: Layout): string {
  const keys = [...columns.values()].map((column) => `, ${column}`).join('');
  const tables = [
    `create table ${rows} (n integer primary key, id text not null unique, position text not null, searched blob, many text${keys})`,
    `create table ${documents} (n integer primary key, document text not null)`,
    `create table ${many} (path integer, value, n integer, primary key (path, value, n)) without rowid`,
    `create table ${gone} (id text primary key, position text not null) without rowid`,
  ];
  if (words !== null) {
    tables.push(
      `create virtual table ${words} using fts5 (w, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3',
         tokenize = "ascii tokenchars '${TOKEN_PUNCTUATION}'")`,
    );
  }
  return tables.join(';\n');
}

function distinctLists({ indexes }: ModelPlan): readonly (readonly Path[])[] {
  const lists = indexes.filter(({ multi }) => multi !== true).map(({ on }) => on);
  return [...new Map(lists.map((on) => [on.join(), on])).values()];
}

/**
 * Beside the declared ones an index over all columns, those that are counted first: whatever is filtered by, totals and
 * facets are counted on a hundred bytes per document (measured at 100,000: a total in 1 ms instead of 22, for a tenth of
 * the cost of an insertion, a quarter of that of a change to an indexed field).
 */
export function createIndexes(plan: ModelPlan, { rows, columns, indexes }: Layout): string {
  const columnsOf = (paths: readonly Path[]): string[] => paths.flatMap((path) => columns.get(path) ?? []);
  const statements = indexes.map(
    ({ name, on }) => `create index if not exists ${name} on ${rows} (${[...columnsOf(on), 'id'].join(', ')})`,
  );
  if (columns.size > 0) {
    const name = `${rows.slice(0, -1)}_counted"`;
    const counted = new Set(columnsOf([...plan.facets, ...plan.single]));
    statements.push(`create index if not exists ${name} on ${rows} (${[...counted].join(', ')})`);
  }
  return statements.join(';\n');
}

/** Needs the generation's name alone: its definition may be one of the past. */
export function dropTables(generationId: string): string {
  return ['', '_documents', '_words', '_many', '_gone']
    .map((suffix) => `drop table if exists "${generationId}${suffix}"`)
    .join(';\n');
}

/** SQLite orders null, numbers, texts, blobs: booleans as blobs are themselves, and sort behind texts as in MongoDB. */
const FALSE = Uint8Array.of(0);
const TRUE = Uint8Array.of(1);
const SOMETHING = Uint8Array.of(2);

export function storedValue(value: Value | null): SQLInputValue {
  if (typeof value === 'boolean') return value ? TRUE : FALSE;
  return value === STRUCTURE ? SOMETHING : value;
}

/** The scalar that was stored; undefined for what is none. */
export function scalarOf(value: SQLOutputValue | undefined): Scalar | undefined {
  if (value instanceof Uint8Array) return value[0] === 2 ? undefined : value[0] === 1;
  return typeof value === 'bigint' ? Number(value) : value;
}
