import { setTimeout as delay } from 'node:timers/promises';
import { EngineUnavailableError } from '../errors.js';
import type { Admin } from 'kafkajs';
import { DEFAULT_BACKOFF } from './backoff.js';
import { connectKafka, engineName, toPortError, type KafkaMessageBusOptions } from './kafka-client.js';
import { startKafkaConsumer } from './kafka-consumer.js';
import { commitAsOnlyMember, endsWithoutCommit, offsetsSince, onlyBackwards, readKafkaLag } from './kafka-offsets.js';
import { openKafkaPublisher } from './kafka-publisher.js';
import { refuseTooLarge } from './message-size.js';
import { GroupRunningError, UnknownTopicError, type Consumer, type MessageBus, type TopicDefinition } from './port.js';

const DEFAULT_SESSION_TIMEOUT_MS = 10_000;
const CONCURRENCY = 16;

/** For other new consumers of a group to begin as well, or to be given up by the broker. */
const BEGIN_TIMEOUT_MS = 15_000;

/** A probe wants an answer sooner than the client gives up. */
const PING_TIMEOUT_MS = 3_000;

/**
 * The message bus on Apache Kafka, through kafkajs, which nothing outside of these files knows.
 * Nothing is connected yet: the first call does it, and one after an outage does it anew.
 */
export async function openKafkaMessageBus(options: KafkaMessageBusOptions): Promise<MessageBus> {
  const engine = engineName(options);
  const connect = () => connectKafka(options);
  const publisher = openKafkaPublisher(connect, (topic) => requireTopics([topic]));
  const consumers = new Set<Consumer>();
  const known = new Set<string>();
  let connection: Promise<Admin> | null = null;
  let closed = false;

  async function admin(): Promise<Admin> {
    connection ??= connectAdmin();
    try {
      return await connection;
    } catch (error) {
      connection = null;
      throw error;
    }
  }

  async function connectAdmin(): Promise<Admin> {
    const fresh = connect().admin();
    await fresh.connect();
    return fresh;
  }

  function notAvailable(): never {
    throw new EngineUnavailableError(engine);
  }

  async function guarded<T>(work: () => Promise<T>, topic?: string): Promise<T> {
    if (closed) notAvailable();
    try {
      return await work();
    } catch (error) {
      throw toPortError(error, engine, topic);
    }
  }

  /** Asked once per topic: kafkajs would try an unknown one for seconds. */
  async function requireTopics(topics: readonly string[]): Promise<void> {
    if (topics.every((topic) => known.has(topic))) return;
    const there = await (await admin()).listTopics();
    there.forEach((topic) => known.add(topic));
    const missing = topics.find((topic) => !known.has(topic));
    if (missing !== undefined) throw new UnknownTopicError(missing);
  }

  /** A group that is new to some partition starts at its end; set before it reads, so that a crash skips nothing. */
  async function beginAtTheEnd(group: string, topics: readonly string[]): Promise<void> {
    const api = await admin();
    const missing = () => endsWithoutCommit(api, group, topics);
    const deadline = Date.now() + BEGIN_TIMEOUT_MS;
    while ((await missing()).length > 0) {
      try {
        await commitAsOnlyMember(connect(), api, { group, topics }, missing);
      } catch (error) {
        // Another consumer of the group is new as well and does the same: look again.
        if (!(error instanceof GroupRunningError) || Date.now() > deadline) throw error;
        await delay(100 + Math.random() * 200);
      }
    }
  }

  return {
    ensureTopics: (topics) =>
      guarded(async () => {
        const api = await admin();
        const there = new Set(await api.listTopics());
        // One by one: kafkajs reports an existing topic among new ones as a failure of all.
        for (const topic of topics.filter(({ name }) => !there.has(name))) {
          await api.createTopics({ topics: [toKafkaTopic(topic)] });
        }
        topics.forEach(({ name }) => known.add(name));
      }),

    publish: (topic, messages) =>
      guarded(async () => {
        refuseTooLarge(messages);
        await publisher.publish(topic, messages);
      }, topic),

    consume: (consumer) =>
      guarded(async () => {
        await requireTopics(consumer.topics);
        if (consumer.from === 'latest') await beginAtTheEnd(consumer.group, consumer.topics);
        const onError = (error: unknown) => consumer.onError?.(toPortError(error, engine));
        const started = await startKafkaConsumer(
          connect,
          { ...consumer, onError },
          {
            backoff: options.backoff ?? DEFAULT_BACKOFF,
            sessionTimeoutMs: options.sessionTimeoutMs ?? DEFAULT_SESSION_TIMEOUT_MS,
            concurrency: CONCURRENCY,
          },
        );
        if (closed) {
          await started.stop();
          notAvailable();
        }
        consumers.add(started);
        return {
          async stop() {
            await started.stop();
            consumers.delete(started);
          },
        };
      }),

    lag: (group, topics) => guarded(async () => readKafkaLag(await admin(), group, topics)),

    replay: (group, topics, since) =>
      guarded(async () => {
        await requireTopics(topics);
        const api = await admin();
        await commitAsOnlyMember(connect(), api, { group, topics }, async () =>
          onlyBackwards(api, group, await offsetsSince(api, topics, since)),
        );
      }),

    ping: () =>
      guarded(async () => {
        const answer = admin().then((api) => api.describeCluster());
        await Promise.race([answer, delay(PING_TIMEOUT_MS, undefined, { ref: false }).then(notAvailable)]);
      }),

    async close() {
      if (closed) return;
      closed = true;
      await Promise.all([...consumers].map((consumer) => consumer.stop()));
      await publisher.close();
      await connection?.then((api) => api.disconnect()).catch(() => undefined);
    },
  };
}

function toKafkaTopic({ name, partitions, retentionDays }: TopicDefinition) {
  const retentionMs = Number.isFinite(retentionDays) ? Math.round(retentionDays * 86_400_000) : -1;
  return {
    topic: name,
    numPartitions: partitions,
    replicationFactor: -1, // as many as the cluster's default
    configEntries: [
      { name: 'cleanup.policy', value: 'delete' },
      { name: 'retention.ms', value: String(retentionMs) },
      // The broker's clock: a replay since an instant must not depend on the publishers'.
      { name: 'message.timestamp.type', value: 'LogAppendTime' },
    ],
  };
}
