import { setImmediate as turn } from 'node:timers/promises';
import { categoryOf, type Position, type StoredEvent } from '@leadline/event-sourcing';
import type { EventBatch, EventStore, SubscribeOptions } from '../ports.js';
import { afterOf, BEGINNING, isBefore, latest } from './position.js';
import { delayMs, pause, type RetryPolicy } from './retry.js';

export interface SharedLogOptions {
  readonly eventStore: Pick<EventStore, 'head' | 'readAll' | 'subscribe'>;
  /** All that anyone here follows. */
  readonly categories: readonly string[];
  readonly retry: RetryPolicy;
  /** Events kept in memory. Whoever is further behind reads from the store. */
  readonly capacity?: number;
  readonly onError: (error: unknown) => void;
}

/**
 * The end of the log, read and parsed once for all subscriptions of this process. At rest it costs one subscription
 * to the store, however many follow it.
 */
export interface SharedLog {
  /** As {@link EventStore.subscribe}. Events of other categories move the position without a batch for each. */
  subscribe(options: SubscribeOptions): AsyncIterable<EventBatch>;
  /** Follows the store until the signal aborts. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
}

interface Entry {
  readonly event: StoredEvent;
  readonly category: string;
}

const DEFAULT_CAPACITY = 4_096;
/** How often a subscriber hears that the log moved on with events of other categories. */
const QUIET_MS = 1_000;

export function sharedLog(options: SharedLogOptions): SharedLog {
  const { eventStore, categories, retry, capacity = DEFAULT_CAPACITY, onError } = options;
  let entries: Entry[] = [];
  /** All events after this position, up to `end`, are in `entries`. Undefined before the first answer of the store. */
  let start: Position | null | undefined;
  let end: Position | null = null;
  let turns = 0;
  const waiting = new Set<() => void>();

  function moved(): void {
    turns += 1;
    for (const wake of [...waiting]) wake();
  }

  function keep(batch: EventBatch): void {
    for (const event of batch.events) entries.push({ event, category: categoryOf(event.stream) });
    end = latest(end, batch.position);
    if (entries.length > 2 * capacity) {
      start = entries[entries.length - capacity - 1]?.event.position ?? null;
      entries = entries.slice(-capacity);
    }
    moved();
  }

  /** Resolves when the log has moved since `seen`, or the signal aborts. */
  function change(seen: number, signal: AbortSignal): Promise<void> {
    if (turns !== seen || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  /** The next batch from memory; null where it does not reach back so far. */
  function fromMemory(after: Position | null, wanted: ReadonlySet<string>, limit: number): EventBatch | null {
    if (start === undefined || isBefore(after, start)) return null;
    const events: StoredEvent[] = [];
    for (let index = firstAfter(entries, after); index < entries.length; index += 1) {
      const entry = entries[index];
      if (!entry || !wanted.has(entry.category)) continue;
      if (events.length === limit)
        return { events, position: events.at(-1)?.position ?? entry.event.position, caughtUp: false };
      events.push(entry.event);
    }
    const position = latest(after, end);
    return { events, position: position ?? BEGINNING, caughtUp: true };
  }

  async function fromStore(options: SubscribeOptions, after: Position | null): Promise<EventBatch> {
    // What stood at the end before the read has been seen by a read that reached the end, whatever its category.
    const before = start === undefined ? null : end;
    const batch = await eventStore.readAll({ ...options, after: afterOf(after) });
    return batch.caughtUp ? { ...batch, position: latest(batch.position, before) ?? batch.position } : batch;
  }

  async function* subscribe(options: SubscribeOptions): AsyncGenerator<EventBatch> {
    const { signal, limit = 500 } = options;
    const wanted = new Set(options.categories);
    let position = options.after ?? null;
    let told: EventBatch | null = null;
    let toldAtMs = 0;
    while (!signal.aborted) {
      const seen = turns;
      const batch = fromMemory(position, wanted, limit) ?? (await fromStore(options, position));
      position = batch.position;
      const isNews = batch.events.length > 0 || !told?.caughtUp;
      if (isNews || (position !== told?.position && performance.now() - toldAtMs >= QUIET_MS)) {
        told = batch;
        toldAtMs = performance.now();
        yield batch;
        // An engine in this thread answers without ever giving way: timers and other work come in between here.
        await turn();
      }
      if (batch.caughtUp) await change(seen, signal);
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      try {
        if (start === undefined) {
          end = await eventStore.head();
          start = end;
          moved();
        }
        for await (const batch of eventStore.subscribe({ categories, after: end, limit: capacity, signal })) {
          failures = 0;
          keep(batch);
        }
        if (!signal.aborted) throw new Error('The event store ended the subscription');
      } catch (error) {
        failures += 1;
        onError(error);
        await pause(delayMs(retry, failures), signal);
      }
    }
  }

  return { subscribe, run };
}

function firstAfter(entries: readonly Entry[], after: Position | null): number {
  if (after === null) return 0;
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry && entry.event.position <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
