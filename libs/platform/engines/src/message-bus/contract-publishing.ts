import { expect, it } from '@jest/globals';
import { EngineUnavailableError } from '../errors.js';
import { buses, contentOf, message, numbered, numbers, unique } from './contract-fixture.js';
import { MAX_MESSAGE_BYTES, MessageTooLargeError, UnknownTopicError, type MessageBus } from './port.js';

/** Topics, and what gets into them. */
export function publishingContract(open: () => Promise<MessageBus>): void {
  const { open: openBus, withTopic } = buses(open);

  it('keeps the order of each key, also of calls that overlap', async () => {
    const { bus, topic } = await withTopic(4);
    const keys = Array.from({ length: 10 }, (_, index) => `lead-${index}`);
    const calls = numbers(0, 40).map((value) =>
      bus.publish(
        topic,
        keys.map((key) => message(value, key)),
      ),
    );
    await Promise.all(calls);
    const content = await contentOf(bus, topic);
    for (const key of keys) {
      const mine = content.filter((one) => one.key === key);
      expect(mine.map(({ value }) => value)).toEqual(numbers(0, 40));
      expect(new Set(mine.map(({ partition }) => partition)).size).toBe(1);
    }
    expect(new Set(content.map(({ partition }) => partition)).size).toBeGreaterThan(1);
  });

  it('gives messages back as they were: keys, headers, texts in any script, empty ones', async () => {
    const { bus, topic } = await withTopic(1);
    const sent = [
      { key: 'käse-🧀', headers: { 'ce-type': 'leadWon', größe: '5 €' }, value: '{"name":"Łukasz 張\\u0000"}' },
      { key: '', headers: {}, value: '' },
    ];
    const before = Date.now();
    await bus.publish(topic, sent);
    const content = await contentOf(bus, topic);
    expect(content.map(({ key, headers, value }) => ({ key, headers, value }))).toEqual(sent);
    expect(content.map((one) => [one.topic, one.partition])).toEqual([
      [topic, 0],
      [topic, 0],
    ]);
    expect(BigInt(content[1]?.offset ?? 0)).toBeGreaterThan(BigInt(content[0]?.offset ?? 0));
    const publishedAt = Date.parse(content[0]?.publishedAt ?? '');
    expect(Math.abs(publishedAt - before)).toBeLessThan(60_000);
  });

  it('takes a long list of messages in one call', async () => {
    const { bus, topic } = await withTopic(1);
    const padding = 'x'.repeat(400);
    await bus.publish(
      topic,
      numbers(0, 5_000).map((value) => message(`${value} ${padding}`)),
    );
    const content = await contentOf(bus, topic);
    expect(content.map(({ value }) => value.split(' ')[0])).toEqual(numbers(0, 5_000));
  });

  it('publishes nothing for an empty list', async () => {
    const { bus, topic } = await withTopic(1);
    await bus.publish(topic, []);
    expect(await contentOf(bus, topic)).toEqual([]);
  });

  it('leaves a topic that exists as it is', async () => {
    const { bus, topic } = await withTopic(2);
    await bus.publish(topic, numbered(0, 3));
    const other = unique('topic');
    await bus.ensureTopics([
      { name: topic, partitions: 5, retentionDays: 1 },
      { name: other, partitions: 3, retentionDays: Infinity },
    ]);
    await bus.ensureTopics([{ name: other, partitions: 1, retentionDays: 1 }]);
    expect(await bus.lag('nobody', [topic])).toHaveLength(2);
    expect(await bus.lag('nobody', [other])).toHaveLength(3);
    expect(await contentOf(bus, topic)).toHaveLength(3);
  });

  it('makes a topic once when many ask for it at the same time', async () => {
    const bus = await openBus();
    const topic = { name: unique('topic'), partitions: 2, retentionDays: 7 };
    await Promise.all([1, 2, 3].map(() => bus.ensureTopics([topic])));
    expect(await bus.lag('nobody', [topic.name])).toHaveLength(2);
  });

  it('refuses a topic that is not there', async () => {
    const bus = await openBus();
    const topic = unique('missing');
    const handle = async () => undefined;
    await expect(bus.publish(topic, [message('1')])).rejects.toThrow(UnknownTopicError);
    await expect(bus.consume({ topics: [topic], group: 'any', handle })).rejects.toThrow(UnknownTopicError);
    await expect(bus.replay('any', [topic], null)).rejects.toThrow(UnknownTopicError);
    expect(await bus.lag('any', [topic])).toEqual([]);
  });

  it('refuses a message that is too large, and publishes none of the call', async () => {
    const { bus, topic } = await withTopic(1);
    const large = message('x'.repeat(MAX_MESSAGE_BYTES));
    await expect(bus.publish(topic, [message('1'), large])).rejects.toThrow(MessageTooLargeError);
    await bus.publish(topic, [{ ...large, value: large.value.slice(large.key.length) }]);
    expect(await contentOf(bus, topic)).toHaveLength(1);
  });

  it('is unavailable once it is closed', async () => {
    const { bus, topic } = await withTopic(1);
    await bus.ping();
    await bus.close();
    await bus.close();
    await expect(bus.ping()).rejects.toThrow(EngineUnavailableError);
    await expect(bus.publish(topic, [message('1')])).rejects.toThrow(EngineUnavailableError);
  });
}
