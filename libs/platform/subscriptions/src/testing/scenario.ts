import { categoryOf, idOf, nameId, newId, type Position, type StoredEvent } from '@leadline/event-sourcing';
import type { Consumption, Publication, Reaction, ReadModel, Work } from '../definitions.js';
import type { Ledger } from '../ledger-port.js';
import type { Message, TopicDefinition } from '../ports.js';
import { runWork, type RunningWork, type RunWorkOptions } from '../run-work.js';
import type { EventStore, MessageBus, ReadModelStore } from '../ports.js';
import { inMemoryBus, type InMemoryBus } from './in-memory-bus.js';
import { inMemoryEventStore, type InMemoryEventStore } from './in-memory-event-store.js';
import { inMemoryLedger } from './in-memory-ledger.js';
import { inMemoryReadModels, type InMemoryReadModels } from './in-memory-read-models.js';

export interface Engines {
  readonly eventStore: EventStore;
  readonly messageBus: MessageBus;
  readonly readModels: ReadModelStore;
  readonly ledger: Ledger;
}

export interface InMemoryEngines extends Engines {
  readonly eventStore: InMemoryEventStore;
  readonly messageBus: InMemoryBus;
  readonly readModels: InMemoryReadModels;
}

export function inMemoryEngines(): InMemoryEngines {
  return {
    eventStore: inMemoryEventStore(),
    messageBus: inMemoryBus(),
    readModels: inMemoryReadModels(),
    ledger: inMemoryLedger(),
  };
}

/** Appends an event that says a word; answers where it stands. */
export async function say(eventStore: EventStore, stream: string, word: string): Promise<Position> {
  const event = { id: newId(), type: 'Said.v1', data: { word }, metadata: {} };
  return (await eventStore.append(stream, [event], 'any')).position;
}

export function wordOf(event: StoredEvent): string {
  return String(event.data['word']);
}

/** What was said in a stream. */
export type Talk = { readonly id: string; readonly words: readonly string[] };

/** A document per stream. The word `gone` deletes it; a word of `poison` cannot be folded. */
export function talkList(
  options: { readonly poison?: ReadonlySet<string>; readonly version?: number } = {},
): ReadModel<Talk> {
  return {
    name: 'talkList',
    version: options.version ?? 1,
    indexes: [],
    search: [],
    facets: [],
    categories: ['talk'],
    ofOneStream: true,
    documentIds: (event) => [idOf(event.stream)],
    project: (event, document, id) => {
      const word = wordOf(event);
      if (options.poison?.has(word)) throw Object.assign(new Error('Cannot be folded'), { code: 'poison' });
      if (word === 'nothing') return document;
      return word === 'gone' ? null : { id, words: [...(document?.words ?? []), word] };
    },
  };
}

/** How often each word was said, over all streams. */
export type WordCount = { readonly word: string; readonly count: number };

export function wordCounts(options: { readonly poison?: ReadonlySet<string> } = {}): ReadModel<WordCount> {
  return {
    name: 'wordCounts',
    version: 1,
    indexes: [],
    search: [],
    facets: [],
    categories: ['talk', 'note'],
    ofOneStream: false,
    documentIds: (event) => [wordOf(event), categoryOf(event.stream)],
    project: (event, document, id) => {
      if (options.poison?.has(wordOf(event))) throw Object.assign(new Error('Cannot be folded'), { code: 'poison' });
      return { word: id, count: (document?.count ?? 0) + 1 };
    },
  };
}

export interface Recorded<T> {
  readonly calls: readonly T[];
}

/** A reaction that remembers what it was called with, in order. Fails for as long as `fails` says so. */
export function recordingReaction(
  options: Partial<Reaction> & { readonly fails?: (event: StoredEvent) => boolean | Promise<boolean> } = {},
): Reaction & Recorded<StoredEvent> {
  const calls: StoredEvent[] = [];
  const { fails, ...rest } = options;
  return {
    name: 'echo',
    categories: ['talk'],
    calls,
    handle: async (event) => {
      if (await fails?.(event)) throw Object.assign(new Error('Did not work'), { code: 'echo.failed' });
      calls.push(event);
    },
    ...rest,
  };
}

export const TALKS: TopicDefinition = { name: 'leadline.talks.v1', partitions: 1, retentionDays: 7 };

export function talkPublication(options: { readonly poison?: ReadonlySet<string> } = {}): Publication {
  return {
    name: 'publishTalks',
    topic: TALKS,
    categories: ['talk'],
    translate: (event) => {
      const word = wordOf(event);
      if (options.poison?.has(word)) throw new Error('Cannot be translated');
      if (word === 'nothing') return null;
      return { key: idOf(event.stream), headers: { ce_id: event.id, ce_type: 'leadline.talk.said' }, value: word };
    },
  };
}

export function recordingConsumption(
  options: { readonly fails?: (message: Message) => boolean } = {},
): Consumption & Recorded<Message> {
  const calls: Message[] = [];
  return {
    name: 'listen',
    topics: [TALKS],
    calls,
    handle: async (message) => {
      if (options.fails?.(message)) throw Object.assign(new Error('Did not work'), { code: 'listen.failed' });
      calls.push(message);
    },
  };
}

export function workOf(work: Partial<Work>): readonly Work[] {
  return [{ readModels: [], reactions: [], publications: [], consumptions: [], ...work }];
}

/** The runner with times that suit a spec. */
export function startWork(engines: Engines, work: Partial<Work>, options: Partial<RunWorkOptions> = {}): RunningWork {
  return runWork({
    ...engines,
    name: 'spec',
    work: workOf(work),
    log: silent,
    retry: { attempts: 3, firstDelayMs: 1, maxDelayMs: 4 },
    lease: { ttlMs: 2_000, renewEveryMs: 20 },
    ...options,
  });
}

/** Runs something beside the work, and stops the work whatever comes of it. */
export async function whileWorking<T>(running: RunningWork, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } finally {
    await running.stop();
  }
}

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The id of the dead letter of an event, where no generation is involved. */
export function letterIdOf(subscription: string, event: StoredEvent): string {
  return nameId(`${subscription}/${event.id}`);
}
