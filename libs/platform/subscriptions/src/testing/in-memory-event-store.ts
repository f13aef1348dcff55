import { categoryOf } from '@leadline/event-sourcing';
import { inMemoryStreams, type InMemoryStreams } from '@leadline/event-sourcing/testing';
import type { EventBatch, EventStore, ReadAllOptions } from '../ports.js';

export type InMemoryEventStore = EventStore & Pick<InMemoryStreams, 'log' | 'count'>;

/** The event store's port over a list. */
export function inMemoryEventStore(): InMemoryEventStore {
  const streams = inMemoryStreams();
  const waiting = new Set<() => void>();

  const read = ({ categories, after = null, limit = 500 }: ReadAllOptions): EventBatch => {
    const rest = streams.log.filter(
      (event) => event.position > (after ?? '') && categories.includes(categoryOf(event.stream)),
    );
    const events = rest.slice(0, limit);
    const caughtUp = events.length === rest.length;
    const end = streams.log.at(-1)?.position ?? '';
    return { events, position: caughtUp ? end : (events.at(-1)?.position ?? end), caughtUp };
  };

  return {
    log: streams.log,
    count: streams.count,
    readStream: streams.readStream,
    readSnapshot: streams.readSnapshot,
    writeSnapshot: streams.writeSnapshot,
    append: async (stream, events, expected) => {
      const appended = await streams.append(stream, events, expected);
      for (const wake of [...waiting]) wake();
      return appended;
    },
    readAll: async (options) => read(options),
    subscribe: async function* ({ signal, ...options }) {
      let after = options.after ?? null;
      for (let isFirst = true; !signal.aborted; isFirst = false) {
        const batch = read({ ...options, after });
        after = batch.position;
        if (isFirst || batch.events.length > 0) yield batch;
        if (!batch.caughtUp || signal.aborted || read({ ...options, after }).events.length > 0) continue;
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake);
            signal.removeEventListener('abort', wake);
            resolve();
          };
          waiting.add(wake);
          signal.addEventListener('abort', wake);
        });
      }
    },
    head: async () => streams.log.at(-1)?.position ?? null,
    reaches: async (position) => position <= (streams.log.at(-1)?.position ?? ''),
    ping: async () => undefined,
    close: async () => undefined,
  };
}
