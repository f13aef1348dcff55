import type { DatabaseSync } from 'node:sqlite';
import { EngineUnavailableError } from '../errors.js';
import { follow } from './follow.js';
import type { EventStore } from './port.js';
import { portError } from './sqlite-file.js';
import { rowOf } from './sqlite-position.js';
import { readPages, sqliteReads, type SqliteReads } from './sqlite-reads.js';
import type { Wake } from './wake.js';

interface ReadSide {
  /** The half of the port that every connection to the file can serve, whoever writes. */
  readonly port: Pick<
    EventStore,
    'readStream' | 'readSnapshot' | 'readAll' | 'subscribe' | 'head' | 'reaches' | 'ping'
  >;
  /** The reads beneath, their errors those of the port. */
  readonly reads: SqliteReads;
  /** Ends all subscriptions; every later read fails. */
  end(): void;
}

/** Reading, through a connection that stays the caller's to close. */
export function sqliteReadSide(database: DatabaseSync, file: string, wake: Wake, pollMs: number): ReadSide {
  const reads = sqliteReads(database);
  const ended = new AbortController();

  const guard = <T>(read: () => T): T => {
    if (ended.signal.aborted) throw closedError(file);
    try {
      return read();
    } catch (error) {
      throw portError(error, file);
    }
  };
  const guarded: SqliteReads = {
    stream: (...args) => guard(() => reads.stream(...args)),
    batch: (options) => guard(() => reads.batch(options)),
    newest: (...args) => guard(() => reads.newest(...args)),
    head: () => guard(reads.head),
    categories: () => guard(reads.categories),
    snapshot: (stream) => guard(() => reads.snapshot(stream)),
  };

  return {
    port: {
      readStream: (stream, options) => readPages(guarded, stream, options),
      readSnapshot: async (stream) => guarded.snapshot(stream),
      readAll: async (options) => guarded.batch(options),
      subscribe: (options) => {
        const signal = AbortSignal.any([options.signal, ended.signal]);
        return follow((after) => guarded.batch({ ...options, after }), wake, { ...options, signal }, pollMs);
      },
      head: async () => guarded.head(),
      reaches: async (position) => rowOf(position) <= rowOf(guarded.head()),
      ping: async () => void guarded.head(),
    },
    reads: guarded,
    end: () => ended.abort(),
  };
}

/** What a store answers once it is closed. */
export function closedError(file: string): EngineUnavailableError {
  return new EngineUnavailableError(`The event store ${file} (it was closed)`);
}
