import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DeadLetter, Job, Ledger, Setback, SubscriptionStatus } from '../ledger-port.js';
import type { Message } from '../ports.js';
import { fromJson, sortableOffset } from './json.js';

export interface SqliteLedgerOptions {
  /** `work.sqlite`. Other tables of the same thread may live in it; those of the ledger begin with `ledger_`. */
  readonly file: string;
  /** `reader`: for another thread than the one that works. May be opened before the file is there; what writes is refused. */
  readonly mode: 'writer' | 'reader';
}

/** Something was to be written through a ledger opened for reading. */
export class LedgerReadOnlyError extends Error {
  override readonly name = 'LedgerReadOnlyError';
}

const SCHEMA = `
CREATE TABLE IF NOT EXISTS ledger_checkpoints (
  subscription TEXT NOT NULL, partition INTEGER NOT NULL, position TEXT NOT NULL, PRIMARY KEY (subscription, partition)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ledger_leases (
  name TEXT PRIMARY KEY, holder TEXT NOT NULL, until_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ledger_dead_letters (
  id TEXT PRIMARY KEY, subscription TEXT NOT NULL, position TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS ledger_dead_letters_by_subscription ON ledger_dead_letters (subscription, position);
CREATE TABLE IF NOT EXISTS ledger_parked_messages (
  consumption TEXT NOT NULL, topic TEXT NOT NULL, key TEXT NOT NULL, partition INTEGER NOT NULL, message_offset TEXT NOT NULL,
  body TEXT NOT NULL, PRIMARY KEY (consumption, topic, key, partition, message_offset)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ledger_jobs (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS ledger_reports (
  name TEXT NOT NULL, partition INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (name, partition)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ledger_setbacks (
  subscription TEXT NOT NULL, partition INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (subscription, partition)
) WITHOUT ROWID;`;

const NOW_MS = `CAST(unixepoch('subsec') * 1000 AS INTEGER)`;

/** The ledger in an SQLite file, for one working thread and any number of reading ones. */
export function openSqliteLedger(options: SqliteLedgerOptions): Ledger {
  return options.mode === 'writer' ? openWriter(options.file) : openReader(options.file);
}

function openWriter(file: string): Ledger {
  mkdirSync(dirname(file), { recursive: true });
  // What must not be lost is synced to disk with each commit.
  const lasting = new DatabaseSync(file, { timeout: 5_000 });
  lasting.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${SCHEMA}`);
  // Checkpoints, leases and reports only spare work or tell of it: a power cut may take the last ones, and idle runners
  // that renew their leases keep no disk busy. One log for both, so no checkpoint outlives the dead letter before it.
  const passing = new DatabaseSync(file, { timeout: 5_000 });
  // Whoever opens the file to write is alone in it: what a killed process held is free at once.
  passing.exec('PRAGMA synchronous = NORMAL; DELETE FROM ledger_leases');

  const saveCheckpoint = passing.prepare(
    `INSERT INTO ledger_checkpoints VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET position = excluded.position
     WHERE excluded.position > position`,
  );
  const resetCheckpoint = lasting.prepare('INSERT OR REPLACE INTO ledger_checkpoints VALUES (?, ?, ?)');
  const removeCheckpoint = lasting.prepare('DELETE FROM ledger_checkpoints WHERE subscription = ? AND partition = ?');
  const putSetback = lasting.prepare('INSERT OR IGNORE INTO ledger_setbacks VALUES (?, ?, ?)');
  const removeSetback = lasting.prepare('DELETE FROM ledger_setbacks WHERE subscription = ? AND partition = ?');
  const holdLease = passing.prepare(
    `INSERT INTO ledger_leases VALUES (?, ?, ${NOW_MS} + ?)
     ON CONFLICT DO UPDATE SET holder = excluded.holder, until_ms = excluded.until_ms
     WHERE holder = excluded.holder OR until_ms <= ${NOW_MS}`,
  );
  const releaseLease = passing.prepare('DELETE FROM ledger_leases WHERE name = ? AND holder = ?');
  const putDeadLetter = lasting.prepare('INSERT OR REPLACE INTO ledger_dead_letters VALUES (?, ?, ?, ?)');
  const removeDeadLetter = lasting.prepare('DELETE FROM ledger_dead_letters WHERE id = ?');
  const parkMessage = lasting.prepare('INSERT OR REPLACE INTO ledger_parked_messages VALUES (?, ?, ?, ?, ?, ?)');
  const unparkMessage = lasting.prepare(
    `DELETE FROM ledger_parked_messages
     WHERE consumption = ? AND topic = ? AND key = ? AND partition = ? AND message_offset = ?`,
  );
  const putJob = lasting.prepare('INSERT OR REPLACE INTO ledger_jobs VALUES (?, ?)');
  const report = passing.prepare('INSERT OR REPLACE INTO ledger_reports VALUES (?, ?, ?)');

  return {
    ...queries(lasting),
    saveCheckpoint: async (subscription, partition, position) => {
      saveCheckpoint.run(subscription, partition, position);
    },
    resetCheckpoint: async (subscription, partition, position) => {
      if (position === null) removeCheckpoint.run(subscription, partition);
      else resetCheckpoint.run(subscription, partition, position);
    },
    putSetback: async (setback) => {
      putSetback.run(setback.subscription, setback.partition, JSON.stringify(setback));
    },
    removeSetback: async (subscription, partition) => {
      removeSetback.run(subscription, partition);
    },
    holdLease: async (name, holder, ttlMs) => holdLease.run(name, holder, Math.ceil(ttlMs)).changes === 1,
    releaseLease: async (name, holder) => {
      releaseLease.run(name, holder);
    },
    putDeadLetter: async (letter) => {
      putDeadLetter.run(letter.id, letter.subscription, letter.position, JSON.stringify(letter));
    },
    removeDeadLetter: async (id) => {
      removeDeadLetter.run(id);
    },
    parkMessage: async (consumption, message) => {
      const { topic, key, partition, offset } = message;
      parkMessage.run(consumption, topic, key, partition, sortableOffset(offset), JSON.stringify(message));
    },
    unparkMessage: async (consumption, { topic, key, partition, offset }) => {
      unparkMessage.run(consumption, topic, key, partition, sortableOffset(offset));
    },
    putJob: async (job) => {
      putJob.run(job.id, JSON.stringify(job));
    },
    report: async (status) => {
      report.run(status.name, status.partition, JSON.stringify(status));
    },
    close: async () => {
      if (passing.isOpen) passing.close();
      if (lasting.isOpen) lasting.close();
    },
  };
}

/** Opens the file once it is there and has its tables; until then there is nothing to tell. */
function openReader(file: string): Ledger {
  let db: DatabaseSync | null = null;
  let open: Queries | null = null;

  function now(): Queries {
    if (open) return open;
    if (!existsSync(file)) return NOTHING_YET;
    db ??= new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
    // The last one made: then all are there.
    if (!db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'ledger_setbacks'`).get()) return NOTHING_YET;
    open = queries(db);
    return open;
  }
  const refuse = async (): Promise<never> => {
    throw new LedgerReadOnlyError(`The ledger in ${file} is open for reading`);
  };

  return {
    checkpoint: async (subscription, partition) => now().checkpoint(subscription, partition),
    setback: async (subscription, partition) => now().setback(subscription, partition),
    setbacks: async () => now().setbacks(),
    leases: async () => now().leases(),
    deadLetters: async (subscription) => now().deadLetters(subscription),
    deadLetter: async (id) => now().deadLetter(id),
    parkedMessages: async (consumption, topic, key) => now().parkedMessages(consumption, topic, key),
    job: async (id) => now().job(id),
    jobs: async (limit) => now().jobs(limit),
    reports: async () => now().reports(),
    saveCheckpoint: refuse,
    resetCheckpoint: refuse,
    putSetback: refuse,
    removeSetback: refuse,
    holdLease: refuse,
    releaseLease: refuse,
    putDeadLetter: refuse,
    removeDeadLetter: refuse,
    parkMessage: refuse,
    unparkMessage: refuse,
    putJob: refuse,
    report: refuse,
    close: async () => {
      if (db?.isOpen) db.close();
    },
  };
}

type Queries = Pick<
  Ledger,
  | 'checkpoint'
  | 'setback'
  | 'setbacks'
  | 'leases'
  | 'deadLetters'
  | 'deadLetter'
  | 'parkedMessages'
  | 'job'
  | 'jobs'
  | 'reports'
>;

const NOTHING_YET: Queries = {
  checkpoint: async () => null,
  setback: async () => null,
  setbacks: async () => [],
  leases: async () => [],
  deadLetters: async () => [],
  deadLetter: async () => null,
  parkedMessages: async () => [],
  job: async () => null,
  jobs: async () => [],
  reports: async () => [],
};

function queries(db: DatabaseSync): Queries {
  const checkpoint = db.prepare('SELECT position FROM ledger_checkpoints WHERE subscription = ? AND partition = ?');
  const leases = db.prepare(
    `SELECT name, holder, until_ms FROM ledger_leases WHERE until_ms > ${NOW_MS} ORDER BY name`,
  );
  const deadLetters = db.prepare(
    'SELECT body FROM ledger_dead_letters WHERE subscription = ifnull(?, subscription) ORDER BY position, id',
  );
  const deadLetter = db.prepare('SELECT body FROM ledger_dead_letters WHERE id = ?');
  const parkedMessages = db.prepare(
    `SELECT body FROM ledger_parked_messages WHERE consumption = ? AND topic = ? AND key = ?
     ORDER BY partition, message_offset`,
  );
  const job = db.prepare('SELECT body FROM ledger_jobs WHERE id = ?');
  const jobs = db.prepare(`SELECT body FROM ledger_jobs ORDER BY body ->> '$.startedAt' DESC, id DESC LIMIT ?`);
  const setback = db.prepare('SELECT body FROM ledger_setbacks WHERE subscription = ? AND partition = ?');
  const setbacks = db.prepare('SELECT body FROM ledger_setbacks ORDER BY subscription, partition');
  const reports = db.prepare('SELECT body FROM ledger_reports ORDER BY name, partition');

  return {
    checkpoint: async (subscription, partition) => {
      const row = checkpoint.get(subscription, partition);
      return row ? String(row['position']) : null;
    },
    setback: async (subscription, partition) => {
      const row = setback.get(subscription, partition);
      return row ? fromJson<Setback>(row['body']) : null;
    },
    setbacks: async () => setbacks.all().map((row) => fromJson<Setback>(row['body'])),
    leases: async () =>
      leases.all().map((row) => ({
        name: String(row['name']),
        holder: String(row['holder']),
        until: new Date(Number(row['until_ms'])).toISOString(),
      })),
    deadLetters: async (subscription) =>
      deadLetters.all(subscription ?? null).map((row) => fromJson<DeadLetter>(row['body'])),
    deadLetter: async (id) => {
      const row = deadLetter.get(id);
      return row ? fromJson<DeadLetter>(row['body']) : null;
    },
    parkedMessages: async (consumption, topic, key) =>
      parkedMessages.all(consumption, topic, key).map((row) => fromJson<Message>(row['body'])),
    job: async (id) => {
      const row = job.get(id);
      return row ? fromJson<Job>(row['body']) : null;
    },
    jobs: async (limit) => jobs.all(limit).map((row) => fromJson<Job>(row['body'])),
    reports: async () => reports.all().map((row) => fromJson<SubscriptionStatus>(row['body'])),
  };
}
