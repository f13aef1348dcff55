import { streamNameFilter, type AllStreamResolvedEvent, type EventStoreDBClient } from '@eventstore/db-client';
import type { Position, StoredEvent } from '@leadline/event-sourcing';
import { EngineUnavailableError } from '../errors.js';
import { storedEvent } from './kurrent-events.js';
import { BEGINNING, logPositionOf, positionOf } from './kurrent-position.js';
import type { EventBatch, SubscribeOptions } from './port.js';
import { wake } from './wake.js';

/** What arrives: an event; how far the server has looked; that it has reached the end. */
type Arrival =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  | { readonly kind: 'checkpoint'; readonly position: Position }
  | { readonly kind: 'end' };

const DEFAULT_LIMIT = 500;

/** The server reads so many events of all kinds at a time, and tells how far it is after so many of these pages. */
const SEARCH_WINDOW = 500;
const CHECKPOINT_EVERY_WINDOWS = 10;

/** How long to wait before looking again, should nothing ever arrive. A dead connection is told by the client. */
const LOOK_AGAIN_MS = 60_000;

/**
 * The events of some categories in `$all` behind a position: what is there, then what comes, filtered by the server.
 * Ends on abort; throws the client's error when the connection is lost. With `untilFull` a batch waits for `limit`
 * events or the end of the log; without, it also comes when the server tells how far it is.
 */
export async function* filteredLog(
  client: EventStoreDBClient,
  engine: string,
  { categories, after = null, limit = DEFAULT_LIMIT, signal }: SubscribeOptions,
  { untilFull = false } = {},
): AsyncGenerator<EventBatch> {
  const isAborted = () => signal.aborted;
  if (isAborted()) return;
  const arrivals = subscribe(client, engine, categories, after, limit);
  let events: StoredEvent[] = [];
  let position = after ?? BEGINNING;
  let isLive = false;
  try {
    for (;;) {
      const { calls } = arrivals.awake;
      let isDue = false;
      for (;;) {
        const arrival = isDue || events.length >= limit ? undefined : arrivals.take();
        if (!arrival) break;
        switch (arrival.kind) {
          case 'event':
            events.push(arrival.event);
            position = arrival.event.position;
            break;
          case 'checkpoint':
            if (arrival.position > position) position = arrival.position;
            isDue = !untilFull;
            break;
          case 'end':
            isLive = true;
            isDue = true;
            break;
        }
      }
      if (isAborted()) return;
      if (isDue || events.length >= limit || (isLive && events.length > 0)) {
        yield { events, position, caughtUp: isLive && arrivals.isEmpty() };
        events = [];
      } else {
        arrivals.throwIfOver();
        await arrivals.awake.wait(calls, signal, LOOK_AGAIN_MS);
      }
    }
  } finally {
    await arrivals.cancel();
  }
}

/** Puts what the client's subscription says by events and by callbacks into the one order in which the server said it. */
function subscribe(
  client: EventStoreDBClient,
  engine: string,
  categories: readonly string[],
  after: Position | null,
  limit: number,
) {
  const awake = wake();
  const arrived: Arrival[] = [];
  const marks: { readonly behind: number; readonly mark: Arrival }[] = [];
  let received = 0;
  let failure: Error | undefined;

  const subscription = client.subscribeToAll({
    fromPosition: logPositionOf(after),
    filter: streamNameFilter({
      prefixes: categories.map((category) => `${category}-`),
      maxSearchWindow: SEARCH_WINDOW,
      checkpointInterval: CHECKPOINT_EVERY_WINDOWS,
      checkpointReached: (_, position) => put({ kind: 'checkpoint', position: positionOf(position) }),
    }),
  });

  /** A mark is told at once, while events before it may still be in the stream's buffer: it waits for these. */
  const put = (mark: Arrival) => {
    const behind = received + subscription.readableLength;
    if (behind === received) arrived.push(mark);
    else marks.push({ behind, mark });
    awake.call();
  };
  const fail = (error: Error) => {
    failure ??= error;
    awake.call();
  };
  const receive = (resolved: AllStreamResolvedEvent) => {
    if (failure !== undefined) return; // behind an event that cannot be read nothing may be passed on: it would be skipped
    received += 1;
    try {
      arrived.push({ kind: 'event', event: storedEvent(resolved) });
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
    while (marks[0]?.behind === received) arrived.push(...marks.splice(0, 1).map(({ mark }) => mark));
    if (arrived.length >= 2 * limit) subscription.pause();
    awake.call();
  };
  subscription.on('data', receive);
  subscription.on('caughtUp', () => put({ kind: 'end' }));
  subscription.on('error', fail);
  const dropped = () => fail(new EngineUnavailableError(engine));
  subscription.on('end', dropped);
  subscription.on('close', dropped);

  return {
    awake,
    take(): Arrival | undefined {
      const arrival = arrived.shift();
      if (arrived.length < limit && subscription.isPaused()) subscription.resume();
      return arrival;
    },
    isEmpty: () => arrived.length === 0 && subscription.readableLength === 0,
    throwIfOver() {
      if (arrived.length === 0 && failure !== undefined) throw failure;
    },
    cancel: () => subscription.unsubscribe().catch(() => undefined), // it never came about
  };
}
