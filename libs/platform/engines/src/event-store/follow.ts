import type { Position } from '@leadline/event-sourcing';
import type { EventBatch, SubscribeOptions } from './port.js';
import type { Wake } from './wake.js';

/** How long a subscriber may not be told that the log has moved on, when it moved with events of other categories only. */
const QUIET_MS = 250;

/**
 * Catches up batch by batch, then goes on each time it is woken; looks by itself every `pollMs`.
 * An empty batch comes when the end is first reached, and soon after the log has moved on without events for the
 * subscriber, so that its checkpoint does not stay behind; not for each of them, since a checkpoint costs a write.
 */
export async function* follow(
  read: (after: Position | null) => EventBatch,
  wake: Wake,
  { after = null, signal }: SubscribeOptions,
  pollMs: number,
): AsyncGenerator<EventBatch> {
  let told: Position | null = null;
  let toldAtMs = -Infinity;
  let position = after;
  while (!signal.aborted) {
    const { calls } = wake;
    const batch = read(position);
    position = batch.position;
    const isOverdue = position !== told && performance.now() - toldAtMs >= QUIET_MS;
    if (batch.events.length > 0 || isOverdue) {
      told = position;
      toldAtMs = performance.now();
      yield batch;
    }
    if (batch.caughtUp) await wake.wait(calls, signal, position === told ? pollMs : QUIET_MS);
    else await new Promise(setImmediate); // a long catch-up is one task among others
  }
}
