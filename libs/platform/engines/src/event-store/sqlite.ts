import type { Position, StoredEvent } from '@leadline/event-sourcing';
import { checkAppend } from './check-append.js';
import { groupCommit, type Outcome } from './group-commit.js';
import type { EventStore } from './port.js';
import { openForReading, openForWriting, portError } from './sqlite-file.js';
import { closedError, sqliteReadSide } from './sqlite-read-side.js';
import { sqliteWrites } from './sqlite-writes.js';
import { wake } from './wake.js';

/** The store of the thread that writes the file. */
export interface SqliteEventStore extends EventStore {
  /** Calls the listener after every commit. Returns what ends that. */
  onCommit(listener: () => void): () => void;
  /** All categories there are: for whoever reads everything. */
  categories(): readonly string[];
  /** Events of all categories, newest first, before a position (exclusive; null: from the end). */
  readNewest(before: Position | null, limit: number): readonly StoredEvent[];
}

/** Nobody else writes the file, so looking without being woken is for the unforeseen only. */
const POLL_MS = 5_000;

/** How soon a reader of another process sees what is new: nobody wakes it. */
const POLL_ANOTHER_PROCESS_MS = 250;

/**
 * The event store in a file, for the one thread that writes it. Made, or brought up to date, where needed.
 *
 * Appends that come together are committed together: each under its own conflict check, all acknowledged after the one
 * sync of the disk. Everything is synchronous but the waiting for the group, so a read on this thread sees what was
 * acknowledged.
 * @throws EventStoreFileError when the file cannot be used
 */
export function openSqliteEventStore({ file }: { readonly file: string }): SqliteEventStore {
  const database = openForWriting(file);
  const listeners = new Set<() => void>();
  const awake = wake();
  const { port, reads, end } = sqliteReadSide(database, file, awake, POLL_MS);
  const writes = sqliteWrites(database);
  const group = groupCommit(database, () => {
    awake.call();
    for (const listener of listeners) listener();
  });

  const commit = async <T>(work: () => Outcome<T>): Promise<T> => {
    if (!database.isOpen) throw closedError(file);
    try {
      return await group.commit(work);
    } catch (error) {
      throw portError(error, file);
    }
  };

  return {
    ...port,
    categories: reads.categories,
    readNewest: reads.newest,
    append: async (stream, events, expected) => {
      const encoded = checkAppend(stream, events, expected);
      return commit(() => writes.append(stream, encoded, expected));
    },
    writeSnapshot: async (stream, snapshot) => {
      const encoded = { ...snapshot, state: JSON.stringify(snapshot.state) };
      await commit(() => writes.snapshot(stream, encoded));
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      if (!database.isOpen) return;
      group.flush();
      end();
      database.close();
    },
  };
}

/**
 * The event store in a file that another process may be writing, to be read only: an append is refused.
 * What is new is seen within a quarter of a second.
 * @throws EventStoreFileError when the file is not there or cannot be used
 */
export function openSqliteEventStoreReadOnly({ file }: { readonly file: string }): EventStore {
  const database = openForReading(file);
  const { port, end } = sqliteReadSide(database, file, wake(), POLL_ANOTHER_PROCESS_MS);
  const refuse = () => Promise.reject(new ReadOnlyEventStoreError(file));
  return {
    ...port,
    append: refuse,
    writeSnapshot: refuse,
    close: async () => {
      if (!database.isOpen) return;
      end();
      database.close();
    },
  };
}

/** A write to a store that was opened for reading. */
export class ReadOnlyEventStoreError extends Error {
  override readonly name = 'ReadOnlyEventStoreError';

  constructor(readonly file: string) {
    super(`The event store's file ${file} is open for reading only`);
  }
}
