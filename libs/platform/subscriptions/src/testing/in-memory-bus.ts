import type { ConsumeOptions, Message, MessageBus, NewMessage } from '../ports.js';

export interface InMemoryBus extends MessageBus {
  readonly published: readonly (NewMessage & { readonly topic: string })[];
}

/** The bus's port over lists: one partition a topic, one consumer a group at a time. */
export function inMemoryBus(): InMemoryBus {
  const published: Message[] = [];
  const committed = new Map<string, number>();
  const pumps = new Set<() => void>();
  const groupKey = (group: string, topic: string): string => `${group}/${topic}`;
  const inTopic = (topic: string): Message[] => published.filter((message) => message.topic === topic);

  async function pump(options: ConsumeOptions, topic: string, isOver: () => boolean): Promise<void> {
    for (;;) {
      const key = groupKey(options.group, topic);
      const from = committed.get(key) ?? 0;
      const batch = inTopic(topic).slice(from, from + (options.batchSize ?? 100));
      if (isOver() || batch.length === 0) return;
      try {
        await options.handle(batch);
        committed.set(key, from + batch.length);
      } catch (error) {
        options.onError?.(error);
        await new Promise(setImmediate);
      }
    }
  }

  return {
    published,
    ensureTopics: async () => undefined,
    publish: async (topic, messages) => {
      for (const message of messages) {
        const offset = String(inTopic(topic).length);
        published.push({ ...message, topic, partition: 0, offset, publishedAt: '2026-11-02T10:00:00.000Z' });
      }
      for (const wake of [...pumps]) wake();
    },
    consume: async (options) => {
      let isStopped = false;
      const running = new Map<string, Promise<void>>();
      const wake = (): void => {
        for (const topic of options.topics) {
          const before = running.get(topic) ?? Promise.resolve();
          running.set(
            topic,
            before.then(() => pump(options, topic, () => isStopped)),
          );
        }
      };
      pumps.add(wake);
      wake();
      return {
        stop: async () => {
          isStopped = true;
          pumps.delete(wake);
          await Promise.all(running.values());
        },
      };
    },
    lag: async (group, topics) =>
      topics.map((topic) => {
        const end = inTopic(topic).length;
        const done = committed.get(groupKey(group, topic)) ?? 0;
        return { topic, partition: 0, committed: String(done), end: String(end), lag: end - done };
      }),
    replay: async (group, topics) => {
      for (const topic of topics) committed.delete(groupKey(group, topic));
    },
    ping: async () => undefined,
    close: async () => undefined,
  };
}
