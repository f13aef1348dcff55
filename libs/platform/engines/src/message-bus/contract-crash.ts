import { afterEach, expect, it } from '@jest/globals';
import { runChild, type Child, type OpenedByChild } from '../contract-child.js';
import { buses, contentOf, lagOf, numbered, numbers, recorder, unique } from './contract-fixture.js';
import type { MessageBus } from './port.js';

/** What a killed process leaves behind. */
export function crashContract(open: () => Promise<MessageBus>, byChild: OpenedByChild): void {
  const { withTopic, open: openBus } = buses(open);
  const children: Child[] = [];
  afterEach(async () => {
    await Promise.all(children.splice(0).map((child) => child.kill()));
  });
  const inChild = (program: string) => {
    const child = runChild(byChild, program);
    children.push(child);
    return child;
  };

  it('repeats what was dealt with but not committed when the process was killed, and only that', async () => {
    const { bus, topic } = await withTopic(1);
    const group = unique('group');
    await bus.publish(topic, numbered(0, 6));
    await bus.close();
    const killed = inChild(`
      await engine.consume({ topics: ['${topic}'], group: '${group}', batchSize: 1, handle: async ([message]) => {
        console.log(message.value);
        if (message.value === '3') await new Promise(() => undefined);
      } });`);
    await killed.printed(4);
    await killed.kill();
    expect(killed.lines).toEqual(numbers(0, 4));

    const again = await openBus();
    expect(await lagOf(again, group, topic)).toBe(3);
    const seen = recorder();
    await again.consume({ topics: [topic], group, handle: seen.handle });
    await seen.count(3);
    expect(seen.values()).toEqual(numbers(3, 6));
  });

  it('keeps every message whose publication was answered before the process was killed', async () => {
    const { bus, topic } = await withTopic(1);
    await bus.close();
    const killed = inChild(`
      for (let call = 0; ; call += 1) {
        const messages = [0, 1, 2].map((part) => ({ key: 'key', headers: {}, value: String(call * 3 + part) }));
        await engine.publish('${topic}', messages);
        console.log(call);
      }`);
    await killed.printed(50);
    await killed.kill();
    const answered = killed.lines.length * 3;

    const content = (await contentOf(await openBus(), topic)).map(({ value }) => value);
    expect(content.slice(0, answered)).toEqual(numbers(0, answered));
    expect(content).toEqual(numbers(0, content.length));
    expect(content.length % 3).toBe(0);
  });
}
