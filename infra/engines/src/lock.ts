import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

const busy = 5; // SQLITE_BUSY
const retryMs = 250;

/**
 * Runs `work` while no other process does so for the same cache folder; waits for as long as one does.
 * The lock is SQLite's on a file, which the system gives back when its holder dies: no stale locks to clear.
 */
export async function withLock<T>(cacheFolder: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  mkdirSync(cacheFolder, { recursive: true });
  const sqlite = await import('node:sqlite'); // not at the top: an older Node must get as far as being told so
  const database = new sqlite.DatabaseSync(join(cacheFolder, 'lock.sqlite'));
  try {
    for (let tries = 0; !tryLock(database); tries++) {
      if (tries === 0) onWait();
      await delay(retryMs);
    }
    return await work();
  } finally {
    database.close();
  }
}

function tryLock(database: DatabaseSync): boolean {
  try {
    database.exec('begin exclusive');
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === busy) return false;
    throw error;
  }
}
