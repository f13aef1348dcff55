import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach } from '@jest/globals';
import type { ConsumeOptions, Message, MessageBus, NewMessage } from './port.js';

const PATIENCE_MS = 25_000;

/** Waits for a condition, never for a time. */
export async function until(condition: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${what()}`);
    await delay(10);
  }
}

export function unique(name: string): string {
  return `${name}.${randomUUID()}`;
}

export function message(value: string, key = 'key'): NewMessage {
  return { key, headers: {}, value };
}

export function numbered(from: number, to: number, key?: string): NewMessage[] {
  return Array.from({ length: to - from }, (_, index) => message(String(from + index), key));
}

export function numbers(from: number, to: number): string[] {
  return numbered(from, to).map(({ value }) => value);
}

/** A handler that notes down what it gets. */
export function recorder() {
  const messages: Message[] = [];
  const batches: (readonly Message[])[] = [];
  const values = () => messages.map(({ value }) => value);
  return {
    messages,
    batches,
    values,
    valuesOf: (key: string) => messages.filter((one) => one.key === key).map(({ value }) => value),
    handle: async (batch: readonly Message[]) => {
      batches.push(batch);
      messages.push(...batch);
    },
    count: (count: number) =>
      until(
        () => messages.length >= count,
        () => `${count} messages, got ${messages.length}`,
      ),
  };
}

/** Buses that are closed after each test, whatever it did. */
export function buses(open: () => Promise<MessageBus>) {
  const opened: MessageBus[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((bus) => bus.close()));
  });
  const openOne = async () => {
    const bus = await open();
    opened.push(bus);
    return bus;
  };
  return {
    open: openOne,
    /** With a topic of its own. */
    async withTopic(partitions: number) {
      const bus = await openOne();
      const topic = unique('topic');
      await bus.ensureTopics([{ name: topic, partitions, retentionDays: 7 }]);
      return { bus, topic };
    },
  };
}

/** All that a topic holds at this moment, as a group of its own reads it. */
export async function contentOf(bus: MessageBus, topic: string): Promise<Message[]> {
  const seen = recorder();
  const group = unique('content');
  const options: ConsumeOptions = { topics: [topic], group, handle: seen.handle };
  const held = (await bus.lag(group, [topic])).reduce((sum, { lag }) => sum + lag, 0);
  const consumer = await bus.consume(options);
  await seen.count(held);
  await consumer.stop();
  return seen.messages;
}

export async function lagOf(bus: MessageBus, group: string, topic: string): Promise<number> {
  return (await bus.lag(group, [topic])).reduce((sum, { lag }) => sum + lag, 0);
}
