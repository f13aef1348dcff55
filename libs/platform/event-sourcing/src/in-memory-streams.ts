import {
  WrongExpectedRevisionError,
  type EventStreams,
  type JsonObject,
  type Snapshot,
  type StoredEvent,
} from './streams.js';

export interface InMemoryStreams extends EventStreams {
  count(stream: string): number;
  /** All events in the order of the log. */
  readonly log: readonly StoredEvent[];
}

/** Event streams for specs of pure code. Stores JSON, as an engine does, so that nothing unserialisable slips through. */
export function inMemoryStreams(): InMemoryStreams {
  const log: StoredEvent[] = [];
  const snapshots = new Map<string, Snapshot>();
  const eventsOf = (stream: string): StoredEvent[] => log.filter((event) => event.stream === stream);

  return {
    log,
    count: (stream) => eventsOf(stream).length,

    append: async (stream, events, expected) => {
      const existing = eventsOf(stream);
      const actual = existing.length - 1;
      const known = existing.slice(-events.length);
      if (events.length > 0 && known.length === events.length && known.every((e, i) => e.id === events[i]?.id)) {
        return { revision: actual, position: known.at(-1)?.position ?? '' };
      }
      if (expected !== 'any' && actual !== (expected === 'none' ? -1 : expected)) {
        throw new WrongExpectedRevisionError(stream, expected, actual);
      }
      for (const event of events) {
        const data = JSON.parse(JSON.stringify(event.data)) as JsonObject;
        const revision = eventsOf(stream).length;
        log.push({ ...event, data, stream, revision, position: String(log.length).padStart(16, '0') });
      }
      return { revision: actual + events.length, position: log.at(-1)?.position ?? '' };
    },

    readStream: async function* (stream, options = {}) {
      const events = eventsOf(stream);
      if (options.direction === 'backwards') events.reverse();
      const [low, high] =
        options.direction === 'backwards'
          ? [options.to ?? 0, options.from ?? Infinity]
          : [options.from ?? 0, options.to ?? Infinity];
      yield* events.filter(({ revision }) => revision >= low && revision <= high);
    },

    readSnapshot: async (stream) => snapshots.get(stream) ?? null,
    writeSnapshot: async (stream, snapshot) => {
      snapshots.set(stream, JSON.parse(JSON.stringify(snapshot)) as Snapshot);
    },
  };
}
