export * from './port.js';
export {
  openSqliteEventStore,
  openSqliteEventStoreReadOnly,
  ReadOnlyEventStoreError,
  type SqliteEventStore,
} from './sqlite.js';
export { EventStoreFileError, type FileFault } from './sqlite-file.js';
export { openSqliteEventStoreReader, serveEventStore } from './sqlite-threads.js';
export { openKurrentEventStore } from './kurrent.js';
