import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Position, ReadStreamOptions, Snapshot, StoredEvent } from '@leadline/event-sourcing';
import type { EventBatch, ReadAllOptions } from './port.js';
import { positionOf, rowOf } from './sqlite-position.js';

/** What every connection can be asked. Synchronous; each call sees one state of the file. */
export interface SqliteReads {
  /** Events of a stream, from and up to a revision, inclusive; at most `limit`. */
  stream(name: string, from: number, to: number, backwards: boolean, limit: number): StoredEvent[];
  batch(options: ReadAllOptions): EventBatch;
  /** Events of all categories, newest first, before a position (exclusive; null: from the end). */
  newest(before: Position | null, limit: number): StoredEvent[];
  head(): Position | null;
  categories(): string[];
  snapshot(stream: string): Snapshot | null;
}

const DEFAULT_LIMIT = 500;

// `LIMIT +?`, not `LIMIT ?`: SQLite plans by the value bound to a bare one, and so prepares the statement anew each time.

/** `lower(hex(…))` beats a blob by half: no buffer is made for it. */
const COLUMNS = 'e.position, s.name, e.revision, lower(hex(e.id)), e.type, e.data, e.metadata';
/** Who reads one stream knows its name: no need to look it up for each event. */
const COLUMNS_OF_STREAM = COLUMNS.replace('s.name', '?1');
const EVENTS = `SELECT ${COLUMNS} FROM events e JOIN streams s ON s.id = e.stream`;

export function sqliteReads(database: DatabaseSync): SqliteReads {
  const rows = (sql: string): StatementSync => {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  const inStream = `SELECT ${COLUMNS_OF_STREAM} FROM events e
    WHERE e.stream = (SELECT id FROM streams WHERE name = ?1) AND e.revision BETWEEN ?2 AND ?3`;
  const forwards = rows(`${inStream} ORDER BY e.revision LIMIT +?4`);
  const backwards = rows(`${inStream} ORDER BY e.revision DESC LIMIT +?4`);
  const newest = rows(`${EVENTS} WHERE e.position < ? ORDER BY e.position DESC LIMIT +?`);
  const last = database.prepare('SELECT max(position) AS row FROM events');
  const allCategories = database.prepare('SELECT id, name FROM categories ORDER BY id');
  const snapshot = database.prepare('SELECT revision, schema, state FROM snapshots WHERE stream = ?');
  const byCategories = new Map<number, StatementSync>();
  const categoryIds = new Map<string, number>(); // a category once made stays, with its number

  const lastRow = () => Number(last.get()?.['row'] ?? 0);
  const learnCategories = () => {
    for (const { id, name } of allCategories.all()) categoryIds.set(String(name), Number(id));
  };
  const idsOf = (categories: readonly string[]): number[] => {
    if (!categories.every((name) => categoryIds.has(name))) learnCategories();
    return [...new Set(categories)].flatMap((name) => categoryIds.get(name) ?? []);
  };
  const statementFor = (count: number): StatementSync => {
    const known = byCategories.get(count);
    if (known) return known;
    const made = rows(selectAfter(count));
    byCategories.set(count, made);
    return made;
  };

  return {
    stream(name, from, to, isBackwards, limit) {
      return (isBackwards ? backwards : forwards).all(name, from, to, limit).map(storedEvent);
    },

    batch({ categories, after, limit = DEFAULT_LIMIT }) {
      const start = rowOf(after);
      // The end first, and nothing beyond it: what is committed between the statements is left to the next batch. Else an
      // event could be passed over whose category came into being after the look at the categories.
      const end = lastRow();
      const ids = idsOf(categories);
      const events =
        ids.length === 0 || end <= start
          ? []
          : statementFor(ids.length)
              .all(...ids, start, end, limit)
              .map(storedEvent);
      const full = events.length === limit;
      const seen = full ? events.at(-1)?.position : positionOf(Math.max(start, end));
      return { events, position: seen ?? positionOf(start), caughtUp: !full };
    },

    newest(before, limit) {
      return newest.all(before === null ? Number.MAX_SAFE_INTEGER : rowOf(before), limit).map(storedEvent);
    },

    head() {
      const row = lastRow();
      return row === 0 ? null : positionOf(row);
    },

    categories() {
      learnCategories();
      return [...categoryIds.keys()];
    },

    snapshot(stream) {
      const row = snapshot.get(stream);
      if (!row) return null;
      return { revision: Number(row['revision']), schema: String(row['schema']), state: parse(row['state']) };
    },
  };
}

/**
 * Events of some categories after a position. Each category's index gives at most as many positions as are wanted, and
 * these are merged: the cost does not grow with the log, nor with what other categories hold.
 */
function selectAfter(categories: number): string {
  const start = categories + 1;
  const end = categories + 2;
  const limit = categories + 3;
  const tail = `e.position > ?${start} AND e.position <= ?${end} ORDER BY e.position LIMIT +?${limit}`;
  if (categories === 1) return `${EVENTS} WHERE e.category = ?1 AND ${tail}`;
  const each = Array.from(
    { length: categories },
    (_, index) => `SELECT position FROM (SELECT e.position FROM events e WHERE e.category = ?${index + 1} AND ${tail})`,
  );
  return `SELECT ${COLUMNS} FROM (${each.join(' UNION ALL ')} ORDER BY position LIMIT +?${limit}) found
    CROSS JOIN events e ON e.position = found.position CROSS JOIN streams s ON s.id = e.stream ORDER BY found.position`;
}

/** The door from rows to events: the columns are those of {@link COLUMNS}, in a STRICT table. */
function storedEvent(row: unknown): StoredEvent {
  const [position, stream, revision, hex, type, data, metadata] = row as [
    number,
    string,
    number,
    string,
    string,
    string,
    string,
  ];
  return {
    id: uuid(hex),
    type,
    data: JSON.parse(data) as StoredEvent['data'],
    metadata: JSON.parse(metadata) as StoredEvent['metadata'],
    stream,
    revision,
    position: positionOf(position),
  };
}

function uuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function parse(text: SQLOutputValue | undefined): Snapshot['state'] {
  return JSON.parse(String(text)) as Snapshot['state'];
}

const PAGE = 500;

/**
 * A stream, read page by page: no statement stays open while the reader is busy, and a long stream lets others have
 * their turn in between.
 */
export async function* readPages(
  reads: SqliteReads,
  name: string,
  { from, to, direction = 'forwards' }: ReadStreamOptions = {},
): AsyncGenerator<StoredEvent> {
  const isBackwards = direction === 'backwards';
  let lowest = Math.max(isBackwards ? (to ?? 0) : (from ?? 0), 0);
  let highest = (isBackwards ? from : to) ?? Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page = reads.stream(name, lowest, highest, isBackwards, PAGE);
    yield* page;
    const lastRead = page.at(-1);
    if (!lastRead || page.length < PAGE) return;
    if (isBackwards) highest = lastRead.revision - 1;
    else lowest = lastRead.revision + 1;
    await new Promise(setImmediate);
  }
}
