import { setTimeout as delay } from 'node:timers/promises';
import { Kafka, logLevel, type KafkaConfig, type SASLOptions } from 'kafkajs';
import { EngineUnavailableError } from '../errors.js';
import { backoffMs, type Backoff } from './backoff.js';
import { UnknownTopicError } from './port.js';

export interface KafkaLogEntry {
  readonly level: 'error' | 'warn' | 'info';
  readonly message: string;
  /** What the client knows besides: broker, group, error. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface KafkaMessageBusOptions {
  /** `host:port` each; some of the cluster's brokers, the others are found through them. */
  readonly brokers: readonly string[];
  /** Names this process in the brokers' logs. */
  readonly clientId: string;
  readonly ssl?: NonNullable<KafkaConfig['ssl']>;
  readonly sasl?: SASLOptions;
  /** Where the client's log goes. Default: nowhere; what matters is thrown, or told to a consumer's `onError`. */
  readonly log?: (entry: KafkaLogEntry) => void;
  /** Between a consumer's failure and its next try. */
  readonly backoff?: Backoff;
  /** After so long without a sign of life a consumer's partitions go to another one. Default 10 s; brokers want 6 s or more. */
  readonly sessionTimeoutMs?: number;
}

/**
 * A client of its own for each use: consumers of one client that are of one group share what they hold for committed,
 * and clear it under each other's feet (kafkajs 2.2.4).
 */
export function connectKafka(options: KafkaMessageBusOptions): Kafka {
  const { log } = options;
  return new Kafka({
    clientId: options.clientId,
    brokers: [...options.brokers],
    ...(options.ssl !== undefined && { ssl: options.ssl }),
    ...(options.sasl && { sasl: options.sasl }),
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    // About 6 s in all: long enough for a new leader, short enough to answer the caller.
    retry: { retries: 6, initialRetryTime: 100, multiplier: 2, factor: 0.2, maxRetryTime: 3_000 },
    logLevel: log ? logLevel.INFO : logLevel.NOTHING,
    logCreator: () => (entry) => log?.({ level: levelOf(entry.level), message: entry.log.message, detail: entry.log }),
  });
}

function levelOf(level: logLevel): KafkaLogEntry['level'] {
  if (level === logLevel.ERROR) return 'error';
  return level === logLevel.WARN ? 'warn' : 'info';
}

/** For an operator: "Kafka at a:9092,b:9092". */
export function engineName(options: KafkaMessageBusOptions): string {
  return `Kafka at ${options.brokers.join(',')}`;
}

/** Errors of the client that a later try may heal, though it marks them as final. */
const LATER_MAY_HELP = new Set([
  'KafkaJSNumberOfRetriesExceeded',
  'KafkaJSGroupCoordinatorNotFound',
  'KafkaJSLockTimeout',
  'KafkaJSTimeout',
  'KafkaJSNoBrokerAvailableError',
]);

/** The coordinator of a group moves, and loads on a fresh broker; unlike kafkajs' consumers its admin does not wait for it. */
export async function withCoordinator<T>(work: () => Promise<T>): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      const moving = [...causesOf(error)].some(({ type }) => COORDINATOR_MOVES.has(type));
      if (!moving || failures > COORDINATOR_RETRIES) throw error;
      await delay(backoffMs(failures, COORDINATOR_BACKOFF));
    }
  }
}

const COORDINATOR_MOVES = new Set<unknown>([
  'NOT_COORDINATOR_FOR_GROUP',
  'GROUP_COORDINATOR_NOT_AVAILABLE',
  'GROUP_LOAD_IN_PROGRESS',
]);
const COORDINATOR_RETRIES = 6;
const COORDINATOR_BACKOFF: Backoff = { firstMs: 100, maxMs: 2_000 };

/** What kafkajs threw, as the port says it; errors of other origin are left as they are. */
export function toPortError(error: unknown, engine: string, topic?: string): unknown {
  const causes = [...causesOf(error)];
  if (topic !== undefined && causes.some((cause) => cause.type === 'UNKNOWN_TOPIC_OR_PARTITION')) {
    return new UnknownTopicError(topic);
  }
  const later = causes.some(({ name, retriable }) => LATER_MAY_HELP.has(name) || retriable === true);
  return later ? new EngineUnavailableError(engine, { cause: error }) : error;
}

function* causesOf(error: unknown): Generator<{ name: string; type: unknown; retriable: unknown }> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!cause.name.startsWith('KafkaJS')) return;
    yield {
      name: cause.name,
      type: 'type' in cause ? cause.type : undefined,
      retriable: 'retriable' in cause ? cause.retriable : undefined,
    };
  }
}
