import type { EventStore } from './port.js';

export * from './port.js';
export {
  openSqliteEventStore,
  openSqliteEventStoreReadOnly,
  ReadOnlyEventStoreError,
  type SqliteEventStore,
} from './sqlite.js';
export { EventStoreFileError, type FileFault } from './sqlite-file.js';
export { openSqliteEventStoreReader, serveEventStore } from './sqlite-threads.js';

/** EventStoreDB. Its client is loaded only here: who runs embedded starts without it. See `kurrent.ts`. */
export async function openKurrentEventStore(options: { readonly url: string }): Promise<EventStore> {
  return (await import('./kurrent.js')).openKurrentEventStore(options);
}
