import { Partitioners, type Kafka, type Producer } from 'kafkajs';
import { runsOf } from './message-size.js';
import { MAX_MESSAGE_BYTES, type NewMessage } from './port.js';

/** A request holds so many at most: however they spread over partitions, none gets more than a broker takes at once. */
const MAX_REQUEST_MESSAGES = 1_000;

export interface KafkaPublisher {
  /** In the order of the calls. */
  publish(topic: string, messages: readonly NewMessage[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * An idempotent producer, one request after another, and a fresh one after each failure.
 *
 * kafkajs 2.2.4 takes a failed request's sequence numbers back. Had the broker kept that request all the same, then the
 * next one under those numbers, of equal length, would be taken for its repetition and dropped with a success. So no
 * request may overtake one that is being repeated, and after a failure none goes out under the same producer id.
 */
export function openKafkaPublisher(
  connect: () => Kafka,
  requireTopic: (topic: string) => Promise<void>,
): KafkaPublisher {
  let producer: Promise<Producer> | null = null;
  let before: Promise<unknown> = Promise.resolve();

  async function connected(): Promise<Producer> {
    const fresh = connect().producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { retries: 6 },
    });
    await fresh.connect();
    return fresh;
  }

  async function send(topic: string, messages: readonly NewMessage[]): Promise<void> {
    await requireTopic(topic);
    producer ??= connected();
    try {
      const current = await producer;
      for (const run of runsOf(messages, MAX_MESSAGE_BYTES, MAX_REQUEST_MESSAGES)) {
        await current.send({ topic, acks: -1, messages: run.map(toKafka) });
      }
    } catch (error) {
      await discard();
      throw error;
    }
  }

  async function discard(): Promise<void> {
    const former = producer;
    producer = null;
    // One that never connected has nothing to disconnect, and its error has been thrown already.
    await former?.then((connection) => connection.disconnect()).catch(() => undefined);
  }

  return {
    publish(topic, messages) {
      const mine = before.then(() => send(topic, messages));
      before = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      await before;
      await discard();
    },
  };
}

function toKafka({ key, headers, value }: NewMessage) {
  return { key, value, headers: { ...headers } };
}
