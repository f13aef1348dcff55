import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
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
 * SQLite, so that it goes with the process, however that ends. What is made in it is for this user of the machine alone.
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
  const release = (): void => {
    if (lock.isOpen) lock.close();
  };
  try {
    writeFileSync(pidFile, `${process.pid}\n`);
    makePrivateFiles(folder);
  } catch (error) {
    release();
    throw error;
  }
  return { folder, release };
}

/**
 * Makes the files that are not there, before an engine does: empty ones, which SQLite takes for new. They hold personal
 * data, and the folder may be one that somebody else made; what SQLite puts beside a file gets that file's permissions.
 */
function makePrivateFiles(folder: string): void {
  const { blobs, ...files } = filesIn(folder);
  for (const file of Object.values(files)) if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  mkdirSync(blobs, { recursive: true, mode: 0o700 });
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
