import type { Position, StoredEvent } from '@leadline/event-sourcing';
import type { Reaction } from '../definitions.js';
import type { Ledger } from '../ledger-port.js';
import type { EventStore } from '../ports.js';
import { reacting } from '../tracing/work-spans.js';
import { eachInOrderPerKey } from './each-in-order.js';
import type { Dealing, Follower } from './follower.js';
import type { WorkLog } from './log.js';
import { BEGINNING } from './position.js';
import { describeError, tryRepeatedly, type RetryPolicy } from './retry.js';

/** Small, so that a crash or a stop repeats little. */
const BATCH_SIZE = 100;

/** How much work of slow handlers may have to be repeated, at most, where one batch takes long. */
const SAVE_EVERY_MS = 1_000;

export interface ReactionFollowing {
  readonly reaction: Reaction;
  readonly partition: number;
  /** Default: `refuse`. */
  readonly atSetback?: Follower['atSetback'];
  readonly eventStore: Pick<EventStore, 'head'>;
  readonly ledger: Pick<Ledger, 'checkpoint' | 'saveCheckpoint'>;
  readonly retry: RetryPolicy;
  /** How many streams are dealt with at the same time. */
  readonly concurrency: number;
  readonly log: WorkLog;
}

/** Calls a reaction for each event, at least once, in order per stream. */
export function followReaction(options: ReactionFollowing): Follower {
  const { reaction, partition, ledger } = options;
  const checkpoint = (): Promise<Position | null> => ledger.checkpoint(reaction.name, partition);
  return {
    kind: 'reaction',
    name: reaction.name,
    leaseName: `${reaction.name}/${partition}`,
    categories: reaction.categories,
    partition,
    partitions: reaction.partitions ?? 1,
    batchSize: BATCH_SIZE,
    checkpoint,
    atSetback: options.atSetback ?? 'refuse',
    setbackName: reaction.name,
    open: async () => ({
      checkpoint: (await checkpoint()) ?? (await begin(options)),
      retriesByStream: true,
      deal: (events, dealing) => deal(events, options, dealing),
      save: (position) => ledger.saveCheckpoint(reaction.name, partition, position),
    }),
  };
}

/** Where a reaction starts that has never run. One that starts now must remember it, or it would miss what comes before a restart. */
async function begin({ reaction, partition, eventStore, ledger }: ReactionFollowing): Promise<Position | null> {
  if (reaction.startFrom !== 'now') return null;
  const now = (await eventStore.head()) ?? BEGINNING;
  await ledger.saveCheckpoint(reaction.name, partition, now);
  return now;
}

async function deal(events: readonly StoredEvent[], options: ReactionFollowing, dealing: Dealing): Promise<void> {
  const { reaction, retry, concurrency, log } = options;
  const { blocked, signal, reached } = dealing;
  const progress = progressThrough(events);
  let savedAtMs = performance.now();

  async function handle(event: StoredEvent): Promise<void> {
    if (!blocked.holds(event)) {
      const failure = await reacting(reaction, event, () =>
        tryRepeatedly(
          () => reaction.handle(event, { signal }),
          retry,
          signal,
          (error, attempt) =>
            log.warn(
              { reaction: reaction.name, event: event.id, attempt, error: describeError(error) },
              'A reaction failed',
            ),
        ),
      );
      if (failure) blocked.block(event, failure);
    }
    progress.done(event);
    if (performance.now() - savedAtMs >= SAVE_EVERY_MS) {
      savedAtMs = performance.now();
      await saveProgress();
    }
  }

  async function saveProgress(): Promise<void> {
    const position = progress.position();
    if (position !== null) await reached(position);
  }

  try {
    await eachInOrderPerKey(events, ({ stream }) => stream, concurrency, signal, handle);
  } catch (error) {
    await saveProgress();
    throw error;
  }
}

/** How far a batch is done without a gap, whatever the order in which its events were. */
function progressThrough(events: readonly StoredEvent[]): {
  done(event: StoredEvent): void;
  position(): Position | null;
} {
  const open = new Set(events);
  let index = 0;
  return {
    done: (event) => open.delete(event),
    position() {
      for (let event = events[index]; event && !open.has(event); event = events[index]) index += 1;
      return events[index - 1]?.position ?? null;
    },
  };
}
