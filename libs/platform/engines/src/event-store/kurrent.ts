import { BACKWARDS, END } from '@eventstore/db-client';
import type { ExpectedRevision, Position, ReadStreamOptions, StoredEvent } from '@leadline/event-sourcing';
import { setTimeout as delay } from 'node:timers/promises';
import { EngineUnavailableError } from '../errors.js';
import { checkAppend } from './check-append.js';
import { connect } from './kurrent-connection.js';
import { isPassing, persistently, portError } from './kurrent-errors.js';
import { eventData } from './kurrent-events.js';
import { filteredLog } from './kurrent-filtered-log.js';
import { loadAhead } from './kurrent-load-ahead.js';
import { isWithin, positionOf, positionOfEvent } from './kurrent-position.js';
import { readPage, within } from './kurrent-requests.js';
import { readSnapshot, writeSnapshot } from './kurrent-snapshots.js';
import type { EventBatch, EventStore, SubscribeOptions } from './port.js';

const PAGE = 500;

/** So many events are read ahead at most; as long as a stream gets before its first snapshot. */
const AHEAD = 200;

/** Longer than the client's own deadline for appends, 10 s unless the URL says otherwise; reads have none. */
const TIMEOUT_MS = 20_000;
const PING_TIMEOUT_MS = 3_000;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * The event store in EventStoreDB or KurrentDB, version 23.10 or later; for the URL see {@link connect}. The user needs
 * the right to read `$all`, which by default administrators have.
 *
 * Connects when first used. What fails in passing and can be repeated without harm is repeated, twice; then it is an
 * EngineUnavailableError. Subscriptions go on trying.
 * @throws Error for a URL that cannot be read
 */
export function openKurrentEventStore({ url }: { readonly url: string }): EventStore {
  const { client, engine } = connect(url);
  const ahead = loadAhead();
  const closing = new AbortController();

  interface Asking {
    readonly isRepeatable?: boolean;
    readonly timeoutMs?: number;
    readonly append?: { readonly stream: string; readonly expected: ExpectedRevision };
  }
  const ask = async <T>(request: () => Promise<T>, asking: Asking = {}): Promise<T> => {
    const { isRepeatable = true, timeoutMs = TIMEOUT_MS, append } = asking;
    if (closing.signal.aborted) throw new EngineUnavailableError(`${engine} (it was closed)`);
    try {
      return await persistently(isRepeatable, () => within(timeoutMs, engine, request()));
    } catch (error) {
      throw portError(error, engine, append);
    }
  };

  const page = (stream: string, direction: 'forwards' | 'backwards', from: number | undefined, count: number) =>
    ask(() => readPage(client, stream, direction, from, count));

  const head = async (requiresLeader = false): Promise<Position | null> => {
    let last: Position | null = null;
    const newest = { direction: BACKWARDS, fromPosition: END, maxCount: 1, requiresLeader } as const;
    for await (const { event } of client.readAll(newest)) {
      if (event) last = positionOf(event.position);
    }
    return last;
  };

  async function* forwards(stream: string, from: number, to: number): AsyncGenerator<StoredEvent> {
    let next = from;
    const read = to === Infinity ? await ahead.take(stream, from)?.catch(() => undefined) : undefined;
    if (read) {
      yield* read;
      if (read.length < AHEAD) return;
      next += read.length;
    }
    while (next <= to) {
      const count = Math.min(PAGE, to - next + 1);
      const events = await page(stream, 'forwards', next, count);
      yield* events;
      if (events.length < count) return;
      next += count;
    }
  }

  async function* backwards(stream: string, from: number | undefined, to: number): AsyncGenerator<StoredEvent> {
    let next = from;
    for (;;) {
      const events = await page(stream, 'backwards', next, PAGE);
      if (events.length === 0 && next !== undefined && next === from) {
        next = undefined; // beyond the end there is nothing to begin with, so begin at the end
        continue;
      }
      for (const event of events) {
        if (event.revision < to) return;
        if (event.revision <= (from ?? Infinity)) yield event;
      }
      const last = events.at(-1);
      if (!last || last.revision <= to) return;
      next = last.revision - 1;
    }
  }

  async function* subscribe(options: SubscribeOptions): AsyncGenerator<EventBatch> {
    const signal = AbortSignal.any([options.signal, closing.signal]);
    let { after } = options;
    let pauseMs = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      try {
        for await (const batch of filteredLog(client, engine, { ...options, after: after ?? null, signal })) {
          pauseMs = FIRST_PAUSE_MS;
          after = batch.position;
          yield batch;
        }
      } catch (error) {
        if (!isPassing(error) && !(error instanceof EngineUnavailableError)) throw portError(error, engine);
        await delay(pauseMs, undefined, { signal }).catch(() => undefined); // an abort ends the loop
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      }
    }
  }

  return {
    async append(stream, events, expected) {
      checkAppend(stream, events, expected);
      const expectedRevision = typeof expected === 'number' ? BigInt(expected) : revisionNames[expected];
      const data = events.map(eventData);
      const appended = await ask(
        () => client.appendToStream(stream, data, { expectedRevision }),
        // By ids and revision the server recognises a repetition; without a revision only while it remembers the ids.
        { isRepeatable: expected !== 'any', append: { stream, expected } },
      );
      ahead.appended(stream);
      const revision = Number(appended.nextExpectedRevision);
      if (appended.position) return { revision, position: positionOfEvent(appended.position) };
      const [last] = await page(stream, 'backwards', revision, 1);
      if (!last) throw new EngineUnavailableError(`${engine} (it does not find what it has just taken)`);
      return { revision, position: last.position };
    },

    readStream(stream, { from, to, direction = 'forwards' }: ReadStreamOptions = {}) {
      if (direction === 'backwards') return backwards(stream, from, to ?? 0);
      return forwards(stream, Math.max(from ?? 0, 0), to ?? Infinity);
    },

    async readSnapshot(stream) {
      const attempt = ahead.begin(stream);
      const events = page(stream, 'forwards', attempt.from, AHEAD);
      let revision: number | undefined;
      try {
        const snapshot = await ask(() => readSnapshot(client, stream));
        revision = snapshot?.revision ?? -1;
        return snapshot;
      } finally {
        attempt.end(revision, events);
      }
    },

    writeSnapshot: (stream, snapshot) => ask(() => writeSnapshot(client, stream, snapshot)),

    readAll: (options) =>
      ask(
        async () => {
          const { signal } = closing;
          for await (const batch of filteredLog(client, engine, { ...options, signal }, { untilFull: true })) {
            return batch;
          }
          throw new EngineUnavailableError(`${engine} (it was closed)`);
        },
        { timeoutMs: Infinity }, // the server may have a long log to search
      ),

    subscribe,
    head: () => ask(() => head()),
    // Of the leader: a follower may not have yet what the leader has told.
    reaches: async (position) => isWithin(position, await ask(() => head(true))),

    async ping() {
      await ask(() => head(), { isRepeatable: false, timeoutMs: PING_TIMEOUT_MS });
    },

    async close() {
      if (closing.signal.aborted) return;
      closing.abort();
      await client.dispose();
    },
  };
}

const revisionNames = { none: 'no_stream', any: 'any' } as const;
