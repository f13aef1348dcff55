import { setTimeout as delay } from 'node:timers/promises';
import type { Position } from '@leadline/event-sourcing';
import type { EventStore } from './ports.js';
import { afterOf, isBefore } from './work/position.js';

export interface WaitForPositionOptions {
  /** How far the read model (or another subscription) has come, asked anew each time. */
  readonly checkpoint: () => Promise<Position | null>;
  readonly eventStore: Pick<EventStore, 'readAll'>;
  /** Those that it follows. */
  readonly categories: readonly string[];
  readonly position: Position;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

const FIRST_WAIT_MS = 2;
const LONGEST_WAIT_MS = 50;

/**
 * True once everything of its categories up to the position has been seen; false when the time is up or the signal
 * aborts. A position of another category counts as seen when nothing of its own stands before it.
 */
export async function waitForPosition(options: WaitForPositionOptions): Promise<boolean> {
  const { checkpoint, position, timeoutMs, signal } = options;
  const end = performance.now() + timeoutMs;
  let asked: Position | null | undefined;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 1.5, LONGEST_WAIT_MS)) {
    const seen = await checkpoint();
    if (!isBefore(seen, position)) return true;
    // The log before the position does not change: once per checkpoint is enough.
    if (seen !== asked && !(await standsBetween(options, seen))) return true;
    asked = seen;
    const leftMs = end - performance.now();
    if (leftMs <= 0 || signal?.aborted) return false;
    await delay(Math.min(waitMs, leftMs), undefined, signal && { signal }).catch(() => undefined);
  }
}

/** True where an event of the categories stands after the one position and not after the other. */
async function standsBetween(
  { eventStore, categories, position }: WaitForPositionOptions,
  seen: Position | null,
): Promise<boolean> {
  for (let after = afterOf(seen); ;) {
    const batch = await eventStore.readAll({ categories, after, limit: 1 });
    const [next] = batch.events;
    if (next) return !isBefore(position, next.position);
    if (batch.caughtUp || !isBefore(batch.position, position)) return false;
    after = batch.position;
  }
}
