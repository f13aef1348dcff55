import { randomInt } from 'node:crypto';
import { newId, type NewEvent, type StoredEvent } from '@leadline/event-sourcing';
import type { EventBatch, EventStore, SubscribeOptions } from './port.js';

/** A store for one test. */
export interface StoreUnderTest {
  readonly store: EventStore;
  /** Closes the store and opens it again on the same data, as after a restart. */
  reopen(): Promise<EventStore>;
  close(): Promise<void>;
}

export type OpenStore = () => Promise<StoreUnderTest>;

/** A category that no other test uses, since a server may be shared. */
export function aCategory(): string {
  const letters = Array.from({ length: 12 }, () => String.fromCharCode(97 + randomInt(26)));
  return `test${letters.join('')}`;
}

export function aStream(category = aCategory()): string {
  return `${category}-${newId()}`;
}

export function anEvent(data: NewEvent['data'] = {}, type = 'LeadCreated.v1'): NewEvent {
  return { id: newId(), type, data, metadata: { correlationId: 'c-1' } };
}

/** Events whose data is their number. */
export function numbered(count: number, from = 0): NewEvent[] {
  return Array.from({ length: count }, (_, index) => anEvent({ number: from + index }));
}

export function numbersOf(events: readonly StoredEvent[]): unknown[] {
  return events.map(({ data }) => data['number']);
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Follows a subscription until `isEnough` holds after some batch, then ends it. */
export async function follow(
  store: EventStore,
  options: Omit<SubscribeOptions, 'signal'>,
  isEnough: (events: readonly StoredEvent[], batch: EventBatch) => boolean,
  onBatch: (batch: EventBatch) => unknown = () => undefined,
): Promise<{ readonly events: readonly StoredEvent[]; readonly batches: readonly EventBatch[] }> {
  const ending = new AbortController();
  const events: StoredEvent[] = [];
  const batches: EventBatch[] = [];
  for await (const batch of store.subscribe({ ...options, signal: ending.signal })) {
    batches.push(batch);
    events.push(...batch.events);
    await onBatch(batch);
    if (isEnough(events, batch)) ending.abort();
  }
  return { events, batches };
}
