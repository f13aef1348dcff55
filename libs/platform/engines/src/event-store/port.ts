import type { EventStreams, Position, StoredEvent } from '@leadline/event-sourcing';

/** A page of the log, filtered by category. */
export interface EventBatch {
  /** In the order of the log; may be empty when the log moved on with events of other categories only. */
  readonly events: readonly StoredEvent[];
  /** Everything of the categories up to here has been seen: what to save as checkpoint once the events are dealt with. */
  readonly position: Position;
  /** True when this batch reached the end of the log as it was when read. */
  readonly caughtUp: boolean;
}

export interface ReadAllOptions {
  /** Stream categories (`lead`); events of others are left out. */
  readonly categories: readonly string[];
  /** Exclusive; null or left out: from the beginning. */
  readonly after?: Position | null;
  /** At most so many events in a batch. Default 500. */
  readonly limit?: number;
}

export interface SubscribeOptions extends ReadAllOptions {
  /** Ends the subscription: the iteration finishes without an error. */
  readonly signal: AbortSignal;
}

/**
 * Where events live, in order, for ever.
 *
 * An append is acknowledged only when it is on disk. Events of one append stand together in the log; the order of the
 * log is the order in which streams were appended to, and nothing ever appears before what was already read.
 */
export interface EventStore extends EventStreams {
  /** The next batch after a position. An empty one at the end of the log. */
  readAll(options: ReadAllOptions): Promise<EventBatch>;
  /**
   * Catches up, then stays live: each event exactly once per iteration, no gap, no repeat. Pulled by the reader, so a slow
   * reader slows nothing but itself. A lost connection is taken up again from the last batch, with backoff.
   * At the end of the log a batch with `caughtUp` comes at least once, then one whenever there is something new.
   */
  subscribe(options: SubscribeOptions): AsyncIterable<EventBatch>;
  /** The end of the log now, or null for an empty one. */
  head(): Promise<Position | null>;
  /**
   * False where the log ends before the position: this store once gave it, and was then restored from an older backup.
   * True for every position that it gave since.
   */
  reaches(position: Position): Promise<boolean>;
  /** Cheap: for readiness. @throws EngineUnavailableError */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** An append larger than the store takes (1 MiB by default in EventStoreDB, all events together). Nothing was written. */
export class AppendTooLargeError extends Error {
  override readonly name = 'AppendTooLargeError';
}

/** What every adapter holds itself to, so that what works on one works on the other. */
export const MAX_APPEND_BYTES = 1_000_000;
