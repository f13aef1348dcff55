import { connect as connectSocket, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import { contentOf, message, unique } from './contract-fixture.js';
import { openKafkaMessageBus } from './kafka.js';
import { openKafkaPublisher } from './kafka-publisher.js';

const brokers = process.env['KAFKA_BROKERS']?.split(',');
const PRODUCE = 0;

/** A network that can lose the broker's answers to produce requests: the broker has taken them, nobody learns of it. */
function lossyNetwork() {
  const state = { losing: false };
  const socketFactory = ({ host, port, onConnect }: { host: string; port: number; onConnect: () => void }): Socket => {
    const socket = connectSocket({ host, port }, onConnect);
    let lastRequest = -1;
    const { write, emit } = socket;
    socket.write = (data: string | Uint8Array) => {
      if (typeof data !== 'string') lastRequest = Buffer.from(data).readInt16BE(4);
      return write.call(socket, data);
    };
    socket.emit = (event: string | symbol, ...args: unknown[]) => {
      const lost = event === 'data' && state.losing && lastRequest === PRODUCE;
      if (lost) socket.destroy(new Error('The connection broke'));
      return lost || Boolean(Reflect.apply(emit, socket, [event, ...args]));
    };
    return socket;
  };
  return { state, socketFactory };
}

const suite = brokers ? describe : describe.skip;
suite(brokers ? 'Kafka publisher' : 'Kafka publisher (KAFKA_BROKERS is not set)', () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  it('loses nothing that it acknowledges after a request whose answer was lost', async () => {
    const bus = await openKafkaMessageBus({ brokers: brokers ?? [], clientId: 'publisher' });
    closers.push(() => bus.close());
    const topic = unique('topic');
    await bus.ensureTopics([{ name: topic, partitions: 1, retentionDays: 1 }]);
    const { state, socketFactory } = lossyNetwork();
    const retry = { retries: 2, initialRetryTime: 50 };
    const kafka = () => new Kafka({ brokers: brokers ?? [], socketFactory, retry, logLevel: logLevel.NOTHING });
    const publisher = openKafkaPublisher(kafka, async () => undefined);
    closers.push(() => publisher.close());

    await publisher.publish(topic, [message('before')]);
    state.losing = true;
    await expect(publisher.publish(topic, [message('lost answer')])).rejects.toThrow();
    state.losing = false;
    await publisher.publish(topic, [message('next')]);
    await publisher.publish(topic, [message('last')]);

    const values = (await contentOf(bus, topic)).map(({ value }) => value);
    expect(values).toEqual(['before', 'lost answer', 'next', 'last']);
  });
});
