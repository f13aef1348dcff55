import { expect, it } from '@jest/globals';
import { buses, lagOf, message, numbered, numbers, recorder, unique, until } from './contract-fixture.js';
import type { Message, MessageBus } from './port.js';

/** Groups and their consumers. */
export function consumingContract(open: () => Promise<MessageBus>): void {
  const { withTopic, open: openBus } = buses(open);

  it('shows every message to every group, and new ones as they come', async () => {
    const { bus, topic } = await withTopic(3);
    await bus.publish(topic, numbered(0, 5));
    const groups = [recorder(), recorder()];
    for (const { handle } of groups) await bus.consume({ topics: [topic], group: unique('group'), handle });
    for (const group of groups) await group.count(5);
    await bus.publish(topic, numbered(5, 10));
    for (const group of groups) {
      await group.count(10);
      expect(group.values()).toEqual(numbers(0, 10));
    }
  });

  it('shares the partitions among the consumers of a group', async () => {
    const { bus, topic } = await withTopic(4);
    const group = unique('group');
    const members = [recorder(), recorder()];
    for (const { handle } of members) await bus.consume({ topics: [topic], group, handle });
    const sent = numbers(0, 200).map((value) => message(value, `key ${value}`));
    await bus.publish(topic, sent);
    const all = () => members.flatMap(({ messages }) => messages);
    await until(
      () => all().length >= 200,
      () => `${all().length} messages`,
    );
    expect(new Set(all().map(({ value }) => value)).size).toBe(200);
    expect(all()).toHaveLength(200);
    const partitions = members.map(({ messages }) => new Set(messages.map(({ partition }) => partition)));
    expect(partitions.map(({ size }) => size)).toEqual([2, 2]);
  });

  it('gives no more than a batch at once, and the next one of a partition only when the last is dealt with', async () => {
    const { bus, topic } = await withTopic(1);
    await bus.publish(topic, numbered(0, 50));
    const seen = recorder();
    let atWork = 0;
    let most = 0;
    const handle = async (batch: readonly Message[]) => {
      atWork += 1;
      most = Math.max(most, atWork);
      await new Promise((resolve) => setImmediate(resolve));
      await seen.handle(batch);
      atWork -= 1;
    };
    await bus.consume({ topics: [topic], group: unique('group'), batchSize: 7, handle });
    await seen.count(50);
    expect(seen.values()).toEqual(numbers(0, 50));
    expect(most).toBe(1);
    expect(Math.max(...seen.batches.map(({ length }) => length))).toBe(7);
  });

  it('repeats what a handler failed at, skips nothing, and lets other partitions go on meanwhile', async () => {
    const { bus, topic } = await withTopic(2);
    const keys = await keysOfTwoPartitions(bus, topic);
    const seen = recorder();
    const errors: unknown[] = [];
    let broken = true;
    await bus.consume({
      topics: [topic],
      group: unique('group'),
      from: 'latest',
      onError: (error) => errors.push(error),
      handle: async (batch) => {
        if (broken && batch.some(({ key, value }) => key === keys.first && value === '3')) throw new Error('no');
        await seen.handle(batch);
      },
    });
    for (const value of numbers(0, 6)) {
      await bus.publish(topic, [message(value, keys.first), message(value, keys.second)]);
    }
    await until(
      () => seen.valuesOf(keys.second).length === 6 && errors.length >= 2,
      () => `${seen.values().join()} after ${errors.length} errors`,
    );
    expect(seen.valuesOf(keys.first)).not.toContain('3');
    broken = false;
    await until(
      () => seen.valuesOf(keys.first).includes('5'),
      () => seen.values().join(),
    );
    expect(seen.valuesOf(keys.first)).toEqual(numbers(0, 6));
    expect(seen.valuesOf(keys.second)).toEqual(numbers(0, 6));
  });

  it('finishes the batch at hand when stopped, commits it, and goes on behind it after a restart', async () => {
    const { bus, topic } = await withTopic(1);
    const group = unique('group');
    await bus.publish(topic, numbered(0, 20));
    const first = recorder();
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const consumer = await bus.consume({
      topics: [topic],
      group,
      batchSize: 5,
      handle: async (batch) => {
        await first.handle(batch);
        if (first.messages.length === 10) await released;
      },
    });
    await first.count(10);
    const stopped = consumer.stop();
    release();
    await stopped;
    await consumer.stop();
    expect(first.values()).toEqual(numbers(0, 10));
    expect(await lagOf(bus, group, topic)).toBe(10);

    await bus.close();
    const again = await openBus();
    const second = recorder();
    await again.consume({ topics: [topic], group, handle: second.handle });
    await second.count(10);
    expect(second.values()).toEqual(numbers(10, 20));
  });

  it('hands a leaving consumer’s partitions over without loss, and without a repeat', async () => {
    const { bus, topic } = await withTopic(4);
    const group = unique('group');
    const members = [recorder(), recorder()] as const;
    const leaving = await bus.consume({ topics: [topic], group, batchSize: 5, handle: members[0].handle });
    await bus.consume({ topics: [topic], group, batchSize: 5, handle: members[1].handle });
    const values = numbers(0, 300);
    const publishing = values.map((value) => bus.publish(topic, [message(value, `key ${value}`)]));
    await members[0].count(20);
    await leaving.stop();
    const left = members[0].messages.length;
    await Promise.all(publishing);
    await members[1].count(300 - left);
    expect(members[0].messages).toHaveLength(left);
    expect([...members[0].values(), ...members[1].values()].sort()).toEqual([...values].sort());
  });

  it('lets a consumer that comes later take its share', async () => {
    const { bus, topic } = await withTopic(2);
    const group = unique('group');
    const members = [recorder(), recorder()] as const;
    await bus.consume({ topics: [topic], group, handle: members[0].handle });
    await bus.publish(
      topic,
      numbers(0, 20).map((value) => message(value, value)),
    );
    await members[0].count(20);
    await bus.consume({ topics: [topic], group, handle: members[1].handle });
    await bus.publish(
      topic,
      numbers(20, 40).map((value) => message(value, value)),
    );
    await until(
      () => members[0].messages.length + members[1].messages.length === 40,
      () => `${members[0].messages.length} + ${members[1].messages.length}`,
    );
    expect(members[1].messages.length).toBeGreaterThan(0);
    expect(new Set([...members[0].values(), ...members[1].values()]).size).toBe(40);
  });
}

/** Two keys that live in different partitions, found by trying. */
async function keysOfTwoPartitions(bus: MessageBus, topic: string): Promise<{ first: string; second: string }> {
  const probe = recorder();
  const consumer = await bus.consume({ topics: [topic], group: unique('probe'), handle: probe.handle });
  await bus.publish(
    topic,
    numbers(0, 20).map((value) => message('probe', `key ${value}`)),
  );
  await probe.count(20);
  await consumer.stop();
  const [first, second] = [0, 1].map((partition) => probe.messages.find((one) => one.partition === partition)?.key);
  if (first === undefined || second === undefined) throw new Error('Twenty keys in one partition');
  return { first, second };
}
