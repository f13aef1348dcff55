import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { eventStoreContract } from './contract.js';
import type { EventStore } from './port.js';
import { openSqliteEventStoreReader, serveEventStore } from './sqlite-threads.js';
import { openSqliteEventStore } from './sqlite.js';

eventStoreContract('SQLite, the writing thread', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadline-events-'));
  const file = join(folder, 'events.sqlite');
  let store = openSqliteEventStore({ file });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = openSqliteEventStore({ file });
      return store;
    },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});

eventStoreContract('SQLite, another thread', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadline-events-'));
  const file = join(folder, 'events.sqlite');
  const openBoth = () => {
    const writer = openSqliteEventStore({ file });
    const { port1, port2 } = new MessageChannel();
    serveEventStore(writer, port1);
    const reader: EventStore = openSqliteEventStoreReader({ file, writer: port2 });
    const close = async () => {
      await reader.close();
      await writer.close();
    };
    return { reader, close };
  };
  let both = openBoth();
  return {
    store: both.reader,
    reopen: async () => {
      await both.close();
      both = openBoth();
      return both.reader;
    },
    close: async () => {
      await both.close();
      rmSync(folder, { recursive: true });
    },
  };
});
