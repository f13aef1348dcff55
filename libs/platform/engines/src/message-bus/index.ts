export * from './port.js';
export { openSqliteMessageBus, type SqliteMessageBusOptions } from './sqlite.js';
export { openSqliteMessageBusReader, ReadOnlyMessageBusError } from './sqlite-reader.js';
export { openKafkaMessageBus } from './kafka.js';
export type { KafkaLogEntry, KafkaMessageBusOptions } from './kafka-client.js';
