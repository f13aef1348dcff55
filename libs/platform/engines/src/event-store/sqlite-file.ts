import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EngineUnavailableError } from '../errors.js';

export type FileFault = 'missing' | 'corrupt' | 'foreign' | 'newer' | 'older' | 'locked' | 'full' | 'unusable';

const sentences: Readonly<Record<FileFault, string>> = {
  missing: 'does not exist',
  corrupt: 'is damaged. Restore it from a backup',
  foreign: 'is an SQLite file of something else. Set LEADLINE_DATA to another folder',
  newer: 'was written by a newer version of Leadline. Use that version, or restore a backup made before it',
  older: 'was written by an older version of Leadline. Start Leadline once, so that it is brought up to date',
  locked: 'is locked by another process',
  full: 'cannot grow: the disk is full',
  unusable: 'cannot be read or written',
};

/** The file of an SQLite event store cannot be used, and why. */
export class EventStoreFileError extends Error {
  override readonly name = 'EventStoreFileError';

  constructor(
    readonly file: string,
    readonly fault: FileFault,
    options?: ErrorOptions,
  ) {
    super(`The event store's file ${file} ${sentences[fault]}`, options);
  }
}

/** "LdlE" in ASCII: marks the file as ours (SQLite file format, offset 68). */
const APPLICATION_ID = 0x4c_64_6c_45;

/** How long to wait for somebody else's lock, which in good order nobody holds. */
const LOCK_TIMEOUT_MS = 2_000;

/**
 * Schema changes, in order; the file's `user_version` says how many it has seen.
 *
 * Streams have a number, so that the indexes of events stay small. No index holds event ids: the ids of a repetition
 * are compared at the place where they must stand. An append that expects no revision has no such place, so those
 * events alone are indexed by id.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE categories (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
   CREATE TABLE streams (
     id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, category INTEGER NOT NULL REFERENCES categories
   ) STRICT;
   CREATE TABLE events (
     position INTEGER PRIMARY KEY, stream INTEGER NOT NULL REFERENCES streams, revision INTEGER NOT NULL,
     category INTEGER NOT NULL, id BLOB NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL,
     unguarded INTEGER
   ) STRICT;
   CREATE UNIQUE INDEX events_by_revision ON events (stream, revision);
   CREATE INDEX events_by_category ON events (category);
   CREATE UNIQUE INDEX unguarded_events_by_id ON events (stream, id) WHERE unguarded = 1;
   CREATE TABLE snapshots (
     stream TEXT PRIMARY KEY, revision INTEGER NOT NULL, schema TEXT NOT NULL, state TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;`,
];

/** Opens the file for its one writer, made or brought up to date as needed. @throws EventStoreFileError */
export function openForWriting(file: string, schema: readonly string[] = migrations): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  return open(file, false, (database) => {
    // An acknowledged append must survive a power cut, hence FULL: WAL with NORMAL may lose the last commits.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000');
    database.exec('PRAGMA journal_size_limit = 67108864'); // what a burst made of the WAL is given back
    migrate(database, file, schema);
  });
}

/** Opens the file for reading beside its writer. @throws EventStoreFileError, also where there is no file yet */
export function openForReading(file: string): DatabaseSync {
  if (!existsSync(file)) throw new EventStoreFileError(file, 'missing');
  return open(file, true, (database) => {
    database.exec('PRAGMA query_only = ON; PRAGMA cache_size = -16000');
    const version = knownVersion(database, file);
    if (version < migrations.length) throw new EventStoreFileError(file, 'older');
    if (version > migrations.length) throw new EventStoreFileError(file, 'newer');
  });
}

function open(file: string, readOnly: boolean, prepare: (database: DatabaseSync) => void): DatabaseSync {
  try {
    const database = new DatabaseSync(file, { readOnly, timeout: LOCK_TIMEOUT_MS });
    try {
      prepare(database);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw faultOf(error) ? new EventStoreFileError(file, faultOf(error) ?? 'unusable', { cause: error }) : error;
  }
}

function migrate(database: DatabaseSync, file: string, schema: readonly string[]): void {
  if (knownVersion(database, file) > schema.length) throw new EventStoreFileError(file, 'newer');
  // Looked at again under the lock, so that two processes that start at once do not both migrate.
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = knownVersion(database, file);
    for (const change of schema.slice(version)) database.exec(change);
    if (version < schema.length) {
      database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${schema.length}`);
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** The schema version of a file that is ours, 0 for an empty one. */
function knownVersion(database: DatabaseSync, file: string): number {
  const empty = numberFrom(database, 'SELECT count(*) AS value FROM sqlite_schema') === 0;
  if (empty) return 0;
  const ours = numberFrom(database, 'SELECT application_id AS value FROM pragma_application_id') === APPLICATION_ID;
  if (!ours) throw new EventStoreFileError(file, 'foreign');
  return numberFrom(database, 'SELECT user_version AS value FROM pragma_user_version');
}

function numberFrom(database: DatabaseSync, sql: string): number {
  return Number(database.prepare(sql).get()?.['value']);
}

/** SQLite's primary result codes (sqlite.org/rescode.html) that say something to an operator. */
const faults: ReadonlyMap<number, FileFault> = new Map([
  [5, 'locked'],
  [6, 'locked'],
  [8, 'unusable'],
  [10, 'unusable'],
  [11, 'corrupt'],
  [13, 'full'],
  [14, 'unusable'],
  [26, 'corrupt'],
]);

/** What an error of SQLite says about the file; undefined for any other error. */
function faultOf(error: unknown): FileFault | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return faults.get(Number(error.errcode) & 0xff); // the higher bits say more than an operator can use
}

/** An error of a read or write as the port knows it: what may pass is {@link EngineUnavailableError}. */
export function portError(error: unknown, file: string): unknown {
  const fault = faultOf(error);
  if (fault === undefined) return error;
  const cause = new EventStoreFileError(file, fault, { cause: error });
  if (fault === 'corrupt') return cause;
  return new EngineUnavailableError(`The event store (its file ${file} ${sentences[fault]})`, { cause });
}
