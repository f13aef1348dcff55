import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { MessageBus } from './port.js';
import { readLag } from './sqlite-log.js';

/** The bus was opened for reading; another thread writes it. */
export class ReadOnlyMessageBusError extends Error {
  override readonly name = 'ReadOnlyMessageBusError';

  constructor(readonly operation: string) {
    super(`${operation} is for the thread that writes the message bus; this one only reads it`);
  }
}

/**
 * The bus as threads other than its writer see it: `lag` and `ping`. Everything else is a
 * {@link ReadOnlyMessageBusError}. The file need not be there yet: then nobody lags.
 */
export async function openSqliteMessageBusReader({ file }: { readonly file: string }): Promise<MessageBus> {
  let db: DatabaseSync | null = null;

  function connected(): DatabaseSync | null {
    if (!db && existsSync(file)) db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
    return db;
  }

  const refuse = (operation: string) => async () => {
    throw new ReadOnlyMessageBusError(operation);
  };

  return {
    ensureTopics: refuse('ensureTopics'),
    publish: refuse('publish'),
    consume: refuse('consume'),
    replay: refuse('replay'),
    async lag(group, topics) {
      const open = connected();
      const made = open?.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'bus_commits'`).get();
      return open && made ? readLag(open, group, topics) : [];
    },
    async ping() {
      connected()?.prepare('SELECT 1').get();
    },
    async close() {
      db?.close();
      db = null;
    },
  };
}
