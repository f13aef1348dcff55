import { expect, it } from '@jest/globals';
import { buses, lagOf, numbered, numbers, recorder, unique, until } from './contract-fixture.js';
import { GroupRunningError, type MessageBus } from './port.js';

/** Where groups stand, and how they are set back. */
export function offsetsContract(open: () => Promise<MessageBus>): void {
  const { withTopic } = buses(open);

  it('counts what a group is still to see', async () => {
    const { bus, topic } = await withTopic(1);
    const group = unique('group');
    await bus.publish(topic, numbered(0, 5));
    expect(await bus.lag(group, [topic])).toEqual([{ topic, partition: 0, committed: null, end: '5', lag: 5 }]);
    const seen = recorder();
    const consumer = await bus.consume({ topics: [topic], group, handle: seen.handle });
    await seen.count(5);
    await consumer.stop();
    await bus.publish(topic, numbered(5, 8));
    expect(await bus.lag(group, [topic, topic])).toEqual([{ topic, partition: 0, committed: '5', end: '8', lag: 3 }]);
  });

  it('starts a new group at the end where asked to, and skips nothing from then on', async () => {
    const { bus, topic } = await withTopic(2);
    const group = unique('group');
    await bus.publish(topic, numbered(0, 5));
    const options = { topics: [topic], group, from: 'latest' as const };
    const first = recorder();
    const consumer = await bus.consume({ ...options, handle: first.handle });
    await consumer.stop();
    await bus.publish(topic, numbered(5, 8));
    const second = recorder();
    await bus.consume({ ...options, handle: second.handle });
    await second.count(3);
    expect(first.values()).toEqual([]);
    expect(second.values()).toEqual(numbers(5, 8));
  });

  it('replays everything', async () => {
    const { bus, topic } = await withTopic(2);
    const group = unique('group');
    await bus.publish(topic, numbered(0, 6));
    const seen = await consumeAll(bus, group, topic, 6);
    await bus.replay(group, [topic], null);
    expect(await lagOf(bus, group, topic)).toBe(6);
    expect((await consumeAll(bus, group, topic, 6)).values()).toEqual(seen.values());
  });

  it('replays what came since an instant, and takes nothing from a group that is behind', async () => {
    const { bus, topic } = await withTopic(1);
    const [done, behind] = [unique('done'), unique('behind')];
    await bus.publish(topic, numbered(0, 3));
    await consumeAll(bus, done, topic, 3);
    await bus.replay(behind, [topic], null);
    const since = await laterInstant();
    await laterInstant();
    await bus.publish(topic, numbered(3, 6));
    await consumeAll(bus, done, topic, 3);
    await bus.replay(done, [topic], since);
    await bus.replay(behind, [topic], since);
    expect((await consumeAll(bus, done, topic, 3)).values()).toEqual(numbers(3, 6));
    expect((await consumeAll(bus, behind, topic, 6)).values()).toEqual(numbers(0, 6));
    await bus.replay(done, [topic], '2100-01-01T00:00:00.000Z');
    expect(await lagOf(bus, done, topic)).toBe(0);
  });

  it('refuses a replay from something that is no instant', async () => {
    const { bus, topic } = await withTopic(1);
    await expect(bus.replay(unique('group'), [topic], 'yesterday')).rejects.toThrow(RangeError);
  });

  it('refuses to set a running group back', async () => {
    const { bus, topic } = await withTopic(1);
    const group = unique('group');
    const seen = recorder();
    const consumer = await bus.consume({ topics: [topic], group, handle: seen.handle });
    await bus.publish(topic, numbered(0, 2));
    await seen.count(2);
    await expect(bus.replay(group, [topic], null)).rejects.toThrow(GroupRunningError);
    await consumer.stop();
    await bus.replay(group, [topic], null);
    expect(await lagOf(bus, group, topic)).toBe(2);
  });

  it('keeps groups apart', async () => {
    const { bus, topic } = await withTopic(1);
    const [one, other] = [unique('one'), unique('other')];
    await bus.publish(topic, numbered(0, 2));
    await consumeAll(bus, one, topic, 2);
    await consumeAll(bus, other, topic, 2);
    await bus.replay(one, [topic], null);
    expect([await lagOf(bus, one, topic), await lagOf(bus, other, topic)]).toEqual([2, 0]);
  });
}

/** An instant after all that has happened; instants have milliseconds. */
async function laterInstant(): Promise<string> {
  const before = Date.now();
  await until(
    () => Date.now() > before,
    () => 'a later millisecond',
  );
  return new Date().toISOString();
}

/** Lets a group see so many messages, then stops it; it has committed them. */
async function consumeAll(bus: MessageBus, group: string, topic: string, count: number) {
  const seen = recorder();
  const consumer = await bus.consume({ topics: [topic], group, handle: seen.handle });
  await seen.count(count);
  await until(
    async () => (await lagOf(bus, group, topic)) === 0,
    () => `the commit of ${group}`,
  );
  await consumer.stop();
  return seen;
}
