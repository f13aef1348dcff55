import type { EventStore } from '@leadline/engines/event-store';
import type { ReadModelStore } from '@leadline/engines/read-models';
import type { Position } from '@leadline/event-sourcing';
import { waitForPosition, type ReadModel } from '@leadline/subscriptions';

/** Read models lag by moments; after an upgrade they may be folded anew, and work in the background can wait for that. */
const LONGEST_LAG_MS = 600_000;

/**
 * Resolves when these read models have seen everything up to the position.
 * @throws the signal's reason; Error when one of them has not come so far after minutes
 */
export async function waitForReadModels(
  { eventStore, readModels }: { readonly eventStore: EventStore; readonly readModels: ReadModelStore },
  awaited: readonly Pick<ReadModel, 'name' | keyof Parameters<ReadModelStore['reader']>[0] | 'categories'>[],
  position: Position,
  signal: AbortSignal,
): Promise<void> {
  for (const readModel of awaited) {
    const { categories } = readModel;
    const reader = readModels.reader(readModel);
    const checkpoint = (): Promise<Position | null> => reader.checkpoint();
    const wait = { checkpoint, eventStore, categories, position, timeoutMs: LONGEST_LAG_MS, signal };
    if (await waitForPosition(wait)) continue;
    signal.throwIfAborted();
    throw new Error(`The read model ${readModel.name} has not caught up within ${LONGEST_LAG_MS / 60_000} minutes`);
  }
}
