import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inMemoryEventStore, type InMemoryEventStore } from '../testing/in-memory-event-store.js';
import { say, wordOf } from '../testing/scenario.js';
import { sharedLog, type SharedLogOptions } from './shared-log.js';

const retry = { attempts: 3, firstDelayMs: 1, maxDelayMs: 4 };

async function following<T>(
  eventStore: SharedLogOptions['eventStore'],
  capacity: number,
  act: (log: ReturnType<typeof sharedLog>, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const log = sharedLog({ eventStore, categories: ['talk', 'note'], retry, capacity, onError: () => undefined });
  const running = log.run(stop.signal);
  try {
    return await act(log, stop.signal);
  } finally {
    stop.abort();
    await running;
  }
}

/** Reads so many events of the log, some time. */
async function read(
  log: ReturnType<typeof sharedLog>,
  options: { categories: readonly string[]; count: number; limit?: number; signal: AbortSignal },
): Promise<string[]> {
  const words: string[] = [];
  if (options.count === 0) return words;
  for await (const batch of log.subscribe({ ...options, after: null })) {
    words.push(...batch.events.map(wordOf));
    if (words.length >= options.count) return words;
  }
  return words;
}

describe('the shared log', () => {
  it('gives each subscriber each of its events once, in order, however far behind it is', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('talk', 'note'), { maxLength: 40 }),
        fc.nat(40),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 8 }),
        async (categories, before, capacity, limit) => {
          const eventStore = inMemoryEventStore();
          const speak = (from: number, to?: number): Promise<void> => sayAll(eventStore, categories, from, to);
          const wordsOf = (wanted: readonly string[]): string[] =>
            categories.flatMap((category, index) => (wanted.includes(category) ? [String(index)] : []));
          await speak(0, before);
          await following(eventStore, capacity, async (log, signal) => {
            const readers = [['talk'], ['note'], ['talk', 'note']].map(async (wanted) => {
              const count = wordsOf(wanted).length;
              expect(await read(log, { categories: wanted, count, limit, signal })).toEqual(wordsOf(wanted));
            });
            await speak(before);
            await Promise.all(readers);
          });
        },
      ),
      { numRuns: 200 },
    ));

  it('reads the store once, however many follow', async () => {
    const eventStore = inMemoryEventStore();
    let reads = 0;
    let subscriptions = 0;
    const counting = {
      ...eventStore,
      readAll: (...args: Parameters<typeof eventStore.readAll>) => {
        reads += 1;
        return eventStore.readAll(...args);
      },
      subscribe: (...args: Parameters<typeof eventStore.subscribe>) => {
        subscriptions += 1;
        return eventStore.subscribe(...args);
      },
    };
    await following(counting, 100, async (log, signal) => {
      const readers = Array.from({ length: 20 }, () => read(log, { categories: ['talk'], count: 30, signal }));
      await new Promise(setImmediate);
      reads = 0;
      await sayAll(eventStore, Array<string>(30).fill('talk'), 0);
      await Promise.all(readers);
    });
    expect({ reads, subscriptions }).toEqual({ reads: 0, subscriptions: 1 });
  });

  it('takes up where it was when the store was away', async () => {
    const eventStore = inMemoryEventStore();
    let isAway = true;
    const flaky: SharedLogOptions['eventStore'] = {
      ...eventStore,
      subscribe: async function* (options) {
        for await (const batch of eventStore.subscribe(options)) {
          yield batch;
          isAway = !isAway;
          if (isAway) throw new Error('away');
        }
      },
    };
    await following(flaky, 100, async (log, signal) => {
      const reader = read(log, { categories: ['talk'], count: 20, signal });
      await sayAll(eventStore, Array<string>(20).fill('talk'), 0);
      expect(await reader).toEqual(Array.from({ length: 20 }, (_, index) => String(index)));
    });
  });

  it('tells a subscriber that it has caught up, also on an empty log', async () => {
    await following(inMemoryEventStore(), 100, async (log, signal) => {
      for await (const batch of log.subscribe({ categories: ['talk'], signal })) {
        expect(batch).toMatchObject({ events: [], caughtUp: true });
        break;
      }
    });
  });
});

async function sayAll(
  eventStore: InMemoryEventStore,
  categories: readonly string[],
  from: number,
  to = categories.length,
): Promise<void> {
  for (const [index, category] of categories.entries()) {
    if (index >= from && index < to) await say(eventStore, `${category}-1`, String(index));
  }
}
