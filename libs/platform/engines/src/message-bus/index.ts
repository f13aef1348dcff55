import type { KafkaMessageBusOptions } from './kafka-client.js';
import type { MessageBus } from './port.js';

export * from './port.js';
export { openSqliteMessageBus, type SqliteMessageBusOptions } from './sqlite.js';
export { openSqliteMessageBusReader, ReadOnlyMessageBusError } from './sqlite-reader.js';
export type { KafkaLogEntry, KafkaMessageBusOptions } from './kafka-client.js';

/** Kafka. Its client is loaded only here: who runs embedded starts without it. See `kafka.ts`. */
export async function openKafkaMessageBus(options: KafkaMessageBusOptions): Promise<MessageBus> {
  return (await import('./kafka.js')).openKafkaMessageBus(options);
}
