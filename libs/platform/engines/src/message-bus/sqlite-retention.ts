import type { GroupCommit } from './group-commit.js';
import type { SqliteLog } from './sqlite-log.js';

const EVERY_MS = 3_600_000;

/** So few at once that nobody who waits for the thread notices. */
const CHUNK = 1_000;

/** Deletes what is older than its topic keeps: now, and every hour. */
export function keepClean(
  log: SqliteLog,
  commits: GroupCommit,
  options: { readonly now: () => number; readonly onError: (error: unknown) => void },
): { stop(): Promise<void> } {
  let stopped = false;
  let cleaning = clean();
  const timer = setInterval(() => {
    cleaning = cleaning.then(clean);
  }, EVERY_MS).unref();

  async function clean(): Promise<void> {
    try {
      for (const { partition, before } of log.expiring(options.now())) {
        let deleted = CHUNK;
        while (deleted === CHUNK && !stopped) {
          deleted = await commits.write(() => log.deleteOldest(partition, before, CHUNK));
        }
      }
    } catch (error) {
      options.onError(error);
    }
  }

  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await cleaning;
    },
  };
}
