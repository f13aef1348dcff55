import type { DatabaseSync } from 'node:sqlite';

/** Writes that come in one turn of the event loop share a transaction, and so one sync to disk. */
export interface GroupCommit {
  /** Runs the work in the next transaction and answers once that is on disk; in the order of the calls. */
  write<T>(work: () => T): Promise<T>;
  /** Commits what waits, now. */
  flush(): void;
}

interface Job {
  /** Does the work; what it answers tells the caller, and is called after the commit. */
  run(): () => void;
  failed(error: unknown): void;
}

/**
 * The work is synchronous, so no transaction is ever open while another connection of the thread has its turn. It may
 * only fail as the engine fails (a full disk): everything in the transaction is then refused together.
 */
export function openGroupCommit(db: DatabaseSync): GroupCommit {
  let waiting: Job[] = [];

  function flush(): void {
    if (waiting.length === 0) return;
    const jobs = waiting;
    waiting = [];
    try {
      commit(db, jobs).forEach((done) => done());
    } catch (error) {
      jobs.forEach((job) => job.failed(error));
    }
  }

  return {
    flush,
    write: (work) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({
          run: () => {
            const result = work();
            return () => resolve(result);
          },
          failed: reject,
        });
      }),
  };
}

function commit(db: DatabaseSync, jobs: readonly Job[]): (() => void)[] {
  db.exec('BEGIN IMMEDIATE');
  try {
    const done = jobs.map((job) => job.run());
    db.exec('COMMIT');
    return done;
  } catch (error) {
    // SQLite has ended the transaction by itself where the disk is full.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
