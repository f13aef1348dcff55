import { hash } from 'node:crypto';
import { assertFits, textsAt, valueAt, valuesAt } from './document-values.js';
import type { ModelPlan } from './model-plan.js';
import type { Document, DocumentWrite } from './port.js';
import { searchTokens } from './search-text.js';
import { type Connection, numberOf, type SQLInputValue, type SQLOutputValue, textOf } from './sqlite-connection.js';
import { type Layout, storedValue } from './sqlite-layout.js';

/** A row as it is to be; the columns in the order of `layout.columns`. */
interface Row {
  readonly document: string;
  readonly columns: readonly SQLInputValue[];
  /** The values of paths through arrays as JSON, path by path; null where the model has none. */
  readonly many: string | null;
}

/** Writes documents to a generation's tables, touching no index and no word that stays as it is. */
export interface RowWriter {
  /** Guarded by position. Answers how many rows there are more, or fewer. */
  write(write: DocumentWrite): number;
  /** Indexes the words of a row that was written while words were left for later. */
  addWords(n: number, document: Document): void;
}

export function rowWriter(
  connection: Connection,
  layout: Layout,
  plan: ModelPlan,
  withWords: () => boolean,
): RowWriter {
  const { rows, documents, words, many, gone } = layout;
  const names = [...layout.columns.values()];
  const fixed = ['position', 'searched', 'many'];
  const find = `select ${['n', ...fixed, ...names].join(', ')} from ${rows} where id = ?`;
  const insert = `insert into ${rows} (${['id', ...fixed, ...names].join(', ')})
    values (?, ?, ?, ?${', ?'.repeat(names.length)})`;
  const insertWords = `insert into ${words} (rowid, w) values (?, ?)`;
  const deleteWords = `delete from ${words} where rowid = ?`;

  function tokensOf(document: Document): string {
    return searchTokens(textsAt(document, plan.search), textsAt(document, plan.searchPhones)).join(' ');
  }

  function addWords(n: number, document: Document): void {
    if (words !== null) connection.run(insertWords, [n, tokensOf(document)]);
  }

  function setMany(n: number, before: string | null, after: string | null): void {
    if (before === after) return;
    for (const [path, values] of manyOf(before)) {
      for (const value of values) {
        connection.run(`delete from ${many} where path = ? and value = ? and n = ?`, [path, decode(value), n]);
      }
    }
    for (const [path, values] of manyOf(after)) {
      for (const value of values) connection.run(`insert into ${many} values (?, ?, ?)`, [path, decode(value), n]);
    }
  }

  function add(id: string, document: Document, position: string): number {
    const buried = connection.row(`select position from ${gone} where id = ?`, [id])?.[0];
    if (typeof buried === 'string') {
      if (buried >= position) return 0;
      connection.run(`delete from ${gone} where id = ?`, [id]);
    }
    const row = rowOf(layout, plan, document);
    const searched = searchedHash(plan, document);
    const n = connection.run(insert, [id, position, searched, row.many, ...row.columns]);
    connection.run(`insert into ${documents} values (?, ?)`, [n, row.document]);
    setMany(n, null, row.many);
    if (withWords()) addWords(n, document);
    return 1;
  }

  /** Sets the columns that differ, no others: SQLite rewrites the entries of every index that a named column is in. */
  function change(n: number, stored: readonly SQLOutputValue[], document: Document, position: string): void {
    const row = rowOf(layout, plan, document);
    const searched = searchedHash(plan, document);
    const changed: string[] = ['position = ?'];
    const values: SQLInputValue[] = [position];
    if (!isSame(stored[2], searched)) {
      changed.push('searched = ?');
      values.push(searched);
      if (withWords() && words !== null) {
        connection.run(deleteWords, [n]);
        addWords(n, document);
      }
    }
    const before = typeof stored[3] === 'string' ? stored[3] : null;
    if (before !== row.many) {
      changed.push('many = ?');
      values.push(row.many);
      setMany(n, before, row.many);
    }
    row.columns.forEach((value, at) => {
      if (isSame(stored[4 + at], value)) return;
      changed.push(`${names[at] ?? ''} = ?`);
      values.push(value);
    });
    connection.run(`update ${rows} set ${changed.join(', ')} where n = ?`, [...values, n]);
    connection.run(`update ${documents} set document = ? where n = ?`, [row.document, n]);
  }

  function bury(id: string, n: number | null, many: string | null, position: string): number {
    connection.run(
      `insert into ${gone} values (?, ?)
       on conflict do update set position = excluded.position where excluded.position > position`,
      [id, position],
    );
    if (n === null) return 0;
    connection.run(`delete from ${rows} where n = ?`, [n]);
    connection.run(`delete from ${documents} where n = ?`, [n]);
    setMany(n, many, null);
    if (withWords() && words !== null) connection.run(deleteWords, [n]);
    return -1;
  }

  return {
    addWords,
    write({ id, document, position }) {
      if (document !== null) assertFits(plan, document);
      const stored = connection.row(find, [id]);
      if (stored === undefined) return document === null ? bury(id, null, null, position) : add(id, document, position);
      if (textOf(stored[1]) >= position) return 0;
      const n = numberOf(stored[0]);
      if (document === null) return bury(id, n, typeof stored[3] === 'string' ? stored[3] : null, position);
      change(n, stored, document, position);
      return 0;
    },
  };
}

function rowOf(layout: Layout, plan: ModelPlan, document: Document): Row {
  const many = plan.multi.map((path) => valuesAt(document, path).map((value) => encode(storedValue(value))));
  return {
    document: JSON.stringify(document),
    columns: [...layout.columns.keys()].map((path) => storedValue(valueAt(document, path))),
    many: many.some((values) => values.length > 0) ? JSON.stringify(many) : null,
  };
}

/** Of the texts that are searched: while it stays, so do the words. Cheaper to make and keep than the words themselves. */
function searchedHash(plan: ModelPlan, document: Document): Uint8Array | null {
  const texts = [textsAt(document, plan.search), textsAt(document, plan.searchPhones)];
  return hash('sha256', JSON.stringify(texts), 'buffer');
}

/** Blobs, which JSON has not, as lists of their one byte. */
type Encoded = string | number | readonly [number];

function encode(value: SQLInputValue): Encoded {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return [value instanceof Uint8Array ? (value[0] ?? 0) : 0];
}

function decode(value: Encoded): SQLInputValue {
  return typeof value === 'object' ? Uint8Array.of(value[0]) : value;
}

/** The inverse of what {@link rowOf} wrote. */
function manyOf(many: string | null): [path: number, values: readonly Encoded[]][] {
  return many === null ? [] : [...(JSON.parse(many) as Encoded[][]).entries()];
}

function isSame(stored: SQLOutputValue | undefined, value: SQLInputValue): boolean {
  if (stored instanceof Uint8Array && value instanceof Uint8Array) return Buffer.compare(stored, value) === 0;
  return stored === value;
}
