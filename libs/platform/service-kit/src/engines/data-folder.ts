import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataFolderInUseError } from '@leadline/engines';

export interface DataFolder {
  readonly folder: string;
  /** Lets the next process in. */
  release(): void;
}

/** The files of an embedded installation; see docs/adr/0005-a-file-per-writing-thread.md. */
export function filesIn(folder: string) {
  return {
    events: join(folder, 'events.sqlite'),
    work: join(folder, 'work.sqlite'),
    readModels: join(folder, 'read-models.sqlite'),
    blobs: join(folder, 'files'),
  };
}

/**
 * Takes the data folder for this process; made where it is not there. The lock is one of the operating system, held through
 * SQLite, so that it goes with the process, however that ends.
 * @throws DataFolderInUseError
 */
export function takeDataFolder(folder: string): DataFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pidFile = join(folder, 'lock.pid');
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new DataFolderInUseError(folder, pidIn(pidFile));
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return { folder, release: () => lock.close() };
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

function pidIn(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return NaN; // between taking the lock and writing the number
  }
}
