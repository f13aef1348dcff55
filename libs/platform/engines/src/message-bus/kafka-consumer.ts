import { setTimeout as delay } from 'node:timers/promises';
import type { Consumer as KafkaConsumer, EachBatchPayload, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import { backoffMs, type Backoff } from './backoff.js';
import { membershipOf } from './kafka-membership.js';
import { runsOf } from './message-size.js';
import type { ConsumeOptions, Consumer, Message } from './port.js';

const DEFAULT_BATCH_SIZE = 100;

/** A partition that waits after a failure, or a stop, is noticed within this time; it costs one request each. */
const LONG_POLL_MS = 500;

export interface KafkaConsumerSettings {
  readonly backoff: Backoff;
  readonly sessionTimeoutMs: number;
  /** Partitions dealt with at the same time. */
  readonly concurrency: number;
}

/** A consumer that has joined, until it is stopped or breaks. */
interface Joined {
  readonly consumer: KafkaConsumer;
  /** Rejects when it has broken; kafkajs has then disconnected it. */
  readonly broken: Promise<never>;
}

/**
 * Joins a group and stays in it: what breaks the consumer is told to `onError`, and it joins anew after a backoff.
 * Resolves once it has joined the first time; if that fails, it rejects.
 */
export async function startKafkaConsumer(
  connect: () => Kafka,
  options: ConsumeOptions,
  settings: KafkaConsumerSettings,
): Promise<Consumer> {
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  const first = await join(connect(), options, settings, stopping.signal);

  async function stay(): Promise<void> {
    let joined: Joined | null = first;
    for (let failures = 0; !stopping.signal.aborted;) {
      try {
        joined ??= await join(connect(), options, settings, stopping.signal);
        failures = 0;
        await Promise.race([joined.broken, stopped]);
      } catch (error) {
        joined = null;
        failures += 1;
        options.onError?.(error);
        await delay(backoffMs(failures, settings.backoff), undefined, { signal: stopping.signal }).catch(
          () => undefined,
        );
      }
    }
    await joined?.consumer.disconnect();
  }

  const done = stay();
  done.catch(() => undefined); // told to whoever stops it
  return {
    stop() {
      stopping.abort();
      return done;
    },
  };
}

async function join(
  kafka: Kafka,
  options: ConsumeOptions,
  settings: KafkaConsumerSettings,
  stopping: AbortSignal,
): Promise<Joined> {
  const consumer = kafka.consumer({
    groupId: options.group,
    sessionTimeout: settings.sessionTimeoutMs,
    heartbeatInterval: Math.ceil(settings.sessionTimeoutMs / 5),
    maxWaitTimeInMs: LONG_POLL_MS,
    // Restarted by `stay`, which knows of stops: kafkajs may restart one that was just stopped.
    retry: { restartOnFailure: async () => false },
  });
  const { joined, broken } = membershipOf(consumer);
  try {
    await consumer.connect();
    // Always from the beginning: where retention has overtaken a group, it goes on with what is left.
    await consumer.subscribe({ topics: [...options.topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: settings.concurrency,
      eachBatch: batchHandler(options, settings, stopping),
    });
    await joined;
  } catch (error) {
    await consumer.disconnect();
    throw error;
  }
  return { consumer, broken };
}

/** Deals with what was fetched of a partition, run by run: work, commit, next. */
function batchHandler(options: ConsumeOptions, settings: KafkaConsumerSettings, stopping: AbortSignal) {
  const failures = new Map<string, number>();

  /** The partition rests, the others go on; then it is fetched again from the last commit. */
  function rest(partition: string, pause: EachBatchPayload['pause'], error: unknown): void {
    const inARow = (failures.get(partition) ?? 0) + 1;
    failures.set(partition, inARow);
    const resume = pause();
    setTimeout(resume, backoffMs(inARow, settings.backoff)).unref();
    options.onError?.(error);
  }

  return async (payload: EachBatchPayload): Promise<void> => {
    const { batch, pause, resolveOffset, commitOffsetsIfNecessary, isRunning } = payload;
    const { topic, partition } = batch;
    const membership = keepAlive(payload, settings);
    try {
      const messages = batch.messages.map((message) => toMessage(topic, partition, message));
      for (const run of runsOf(messages, Infinity, options.batchSize ?? DEFAULT_BATCH_SIZE)) {
        if (!isRunning() || stopping.aborted || membership.isMoving()) return;
        try {
          await options.handle(run);
        } catch (error) {
          return rest(`${topic}/${partition}`, pause, error);
        }
        failures.delete(`${topic}/${partition}`);
        const last = run.at(-1)?.offset ?? batch.lastOffset();
        const offset = String(BigInt(last) + 1n);
        await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
        resolveOffset(last);
      }
    } finally {
      membership.end();
    }
  };
}

/** Heartbeats while the handler works, however long. When the group is moving, the next run is left to the next owner. */
function keepAlive({ heartbeat }: EachBatchPayload, settings: KafkaConsumerSettings) {
  let moving = false;
  const timer = setInterval(() => {
    heartbeat().catch(() => {
      moving = true; // the client's own next heartbeat meets the same error, and joins again
    });
  }, settings.sessionTimeoutMs / 5);
  return { isMoving: () => moving, end: () => clearInterval(timer) };
}

function toMessage(topic: string, partition: number, message: KafkaMessage): Message {
  return {
    topic,
    partition,
    offset: message.offset,
    publishedAt: new Date(Number(message.timestamp)).toISOString(),
    key: message.key?.toString('utf8') ?? '',
    headers: toHeaders(message.headers),
    value: message.value?.toString('utf8') ?? '',
  };
}

/** Kafka allows a header several times: the last one counts. */
function toHeaders(headers: IHeaders | undefined): Record<string, string> {
  const entries = Object.entries(headers ?? {}).map(([name, value]): [string, string] => {
    const last = Array.isArray(value) ? value.at(-1) : value;
    return [name, last?.toString() ?? ''];
  });
  return Object.fromEntries<string>(entries);
}
