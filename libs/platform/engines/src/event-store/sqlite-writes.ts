import { WrongExpectedRevisionError, categoryOf } from '@leadline/event-sourcing';
import type { Appended, ExpectedRevision, Snapshot } from '@leadline/event-sourcing';
import type { DatabaseSync } from 'node:sqlite';
import type { EncodedEvent } from './check-append.js';
import type { Outcome } from './group-commit.js';
import { positionOf } from './sqlite-position.js';

/** Writes, to be called within a transaction. */
export interface SqliteWrites {
  append(stream: string, events: readonly EncodedEvent[], expected: ExpectedRevision): Outcome<Appended>;
  snapshot(stream: string, snapshot: EncodedSnapshot): Outcome<undefined>;
}

/** A snapshot with its state as JSON: made before the transaction, where a failure would be that of all in it. */
export type EncodedSnapshot = Omit<Snapshot, 'state'> & { readonly state: string };

interface KnownStream {
  readonly id: number;
  readonly category: number;
  /** Of its last event. */
  readonly revision: number;
}

export function sqliteWrites(database: DatabaseSync): SqliteWrites {
  const findStream = database.prepare(
    'SELECT id, category, (SELECT max(revision) FROM events WHERE stream = s.id) AS revision FROM streams s WHERE name = ?',
  );
  const addStream = database.prepare('INSERT INTO streams (name, category) VALUES (?, ?)');
  const findCategory = database.prepare('SELECT id FROM categories WHERE name = ?');
  const addCategory = database.prepare('INSERT INTO categories (name) VALUES (?)');
  const addEvent = database.prepare(
    `INSERT INTO events (stream, revision, category, id, type, data, metadata, unguarded)
     VALUES (?, ?, ?, unhex(?, '-'), ?, ?, ?, ?)`,
  );
  const findUnguarded = database.prepare(
    "SELECT position, revision FROM events WHERE stream = ? AND id = unhex(?, '-') AND unguarded = 1",
  );
  const findAt = database.prepare(
    "SELECT position FROM events WHERE stream = ? AND revision = ? AND id = unhex(?, '-')",
  );
  const writeSnapshot = database.prepare(
    `INSERT INTO snapshots (stream, revision, schema, state) VALUES (?, ?, ?, ?)
     ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision, schema = excluded.schema, state = excluded.state
     WHERE excluded.revision >= revision OR excluded.schema <> schema`,
  );

  const known = (name: string): KnownStream | undefined => {
    const row = findStream.get(name);
    return row && { id: Number(row['id']), category: Number(row['category']), revision: Number(row['revision']) };
  };

  const create = (name: string): KnownStream => {
    const categoryName = categoryOf(name);
    const category = Number(findCategory.get(categoryName)?.['id'] ?? addCategory.run(categoryName).lastInsertRowid);
    return { id: Number(addStream.run(name, category).lastInsertRowid), category, revision: -1 };
  };

  /** Where the very same events already stand behind the expected revision: what their append answered. */
  const repeatedAt = (stream: KnownStream, events: readonly EncodedEvent[], first: number): Appended | undefined => {
    let appended: Appended | undefined;
    for (const [index, { id }] of events.entries()) {
      const row = findAt.get(stream.id, first + index, id);
      if (!row) return undefined;
      appended = { revision: first + index, position: positionOf(Number(row['position'])) };
    }
    return appended;
  };

  /** The same for an append that expected nothing. `some`: a part of the events is there, which no repetition explains. */
  const repeatedAnywhere = (stream: KnownStream, events: readonly EncodedEvent[]): Appended | 'some' | undefined => {
    const rows = events.map(({ id }) => findUnguarded.get(stream.id, id)).filter((row) => row !== undefined);
    const last = rows.at(-1);
    if (!last) return undefined;
    if (rows.length < events.length) return 'some';
    return { revision: Number(last['revision']), position: positionOf(Number(last['position'])) };
  };

  const insert = (stream: KnownStream, events: readonly EncodedEvent[], isUnguarded: boolean): Appended => {
    let { revision } = stream;
    let row: number | bigint = 0;
    for (const { id, type, data, metadata } of events) {
      revision += 1;
      row = addEvent.run(
        stream.id,
        revision,
        stream.category,
        id,
        type,
        data,
        metadata,
        isUnguarded ? 1 : null,
      ).lastInsertRowid;
    }
    return { revision, position: positionOf(Number(row)) };
  };

  return {
    append(name, events, expected) {
      const stream = known(name);
      const actual = stream?.revision ?? -1;
      const refused = () => ({ refused: new WrongExpectedRevisionError(name, expected, actual) });
      if (expected === 'any') {
        const repeated = stream && repeatedAnywhere(stream, events);
        if (repeated === 'some') return refused();
        return { done: repeated ?? insert(stream ?? create(name), events, true) };
      }
      const wanted = expected === 'none' ? -1 : expected;
      if (wanted === actual) return { done: insert(stream ?? create(name), events, false) };
      const repeated = stream && wanted < actual ? repeatedAt(stream, events, wanted + 1) : undefined;
      return repeated ? { done: repeated } : refused();
    },

    snapshot(stream, { revision, schema, state }) {
      writeSnapshot.run(stream, revision, schema, state);
      return { done: undefined };
    },
  };
}
