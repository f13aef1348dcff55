import { setImmediate as turn } from 'node:timers/promises';
import type { Position } from '@leadline/event-sourcing';
import type { ReadModel } from '../definitions.js';
import type { DeadLetter } from '../ledger-port.js';
import type { Document, DocumentWrite, EventStore, Generation } from '../ports.js';
import { blockedStreams } from '../work/blocked-streams.js';
import { partitionOf } from '../work/partition-of.js';
import { afterOf, BEGINNING, isBefore } from '../work/position.js';
import { foldInto } from './fold.js';
import { generationKey } from './generation-key.js';

export interface FoldLogOptions {
  readonly readModel: ReadModel;
  readonly eventStore: Pick<EventStore, 'readAll'>;
  /** Empty, and nobody else's. */
  readonly generation: Generation<Document>;
  /** Of the read model's subscription: each gets its checkpoint. */
  readonly partitions: number;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Before a write beyond events that could not be folded. */
  readonly onDeadLetters: (letters: readonly DeadLetter[]) => Promise<void>;
  readonly onProgress: (progress: { readonly events: number; readonly position: Position }) => void;
}

/** Folds the whole log into a generation of its own. */
export interface LogFold {
  /** Events that could not be folded; their streams stopped there. */
  readonly deadLetters: readonly DeadLetter[];
  readonly position: Position | null;
  readonly events: number;
  /**
   * Goes on up to the end of the log as it is then, or up to a position (inclusive), and writes.
   * @throws the signal's reason
   */
  advance(until?: Position): Promise<void>;
}

/** Larger batches are dearer: their events outlive a young garbage collection. */
const BATCH_SIZE = 500;
/** A write costs per document, so the longer events of one document are gathered the better; this many fit into memory. */
const HOLD_DOCUMENTS = 20_000;
/** Written at once, so that other work of the thread comes in between. */
const WRITE_DOCUMENTS = 1_000;

export function foldLog(options: FoldLogOptions): LogFold {
  const { readModel, eventStore, generation, partitions, now, signal, onDeadLetters, onProgress } = options;
  const fold = foldInto({ readModel, generation, isOwn: true });
  const blocked = blockedStreams({
    subscription: readModel.name,
    generation: generationKey(readModel, generation),
    partition: (stream) => partitionOf(stream, partitions),
    letters: [],
    now,
  });
  let position: Position | null = null;
  let finished: Position | null = null;
  let events = 0;

  async function write(writes: readonly DocumentWrite[], checkpoint: Position): Promise<void> {
    const letters = blocked.unwritten();
    await onDeadLetters(letters);
    for (const letter of letters) blocked.written(letter);
    for (let from = 0; from < writes.length; from += WRITE_DOCUMENTS) {
      await generation.write(writes.slice(from, from + WRITE_DOCUMENTS), { partition: 0, position: checkpoint });
      await turn();
    }
  }

  /** Only when every document is written do the partitions stand where the fold does. Before the first time nobody asks. */
  async function finish(upTo: Position): Promise<void> {
    if (upTo === BEGINNING) return;
    await write(fold.takeChanges(), finished ?? upTo);
    for (let partition = 0; partition < partitions; partition += 1) {
      await generation.write([], { partition, position: upTo });
    }
    finished = upTo;
  }

  return {
    get deadLetters() {
      return blocked.letters();
    },
    get position() {
      return position;
    },
    get events() {
      return events;
    },
    async advance(until) {
      for (let isDone = until !== undefined && !isBefore(position, until); !isDone;) {
        signal.throwIfAborted();
        const batch = await eventStore.readAll({
          categories: readModel.categories,
          after: afterOf(position),
          limit: BATCH_SIZE,
        });
        const reachesUntil = until !== undefined && batch.position >= until;
        const taken = reachesUntil ? batch.events.filter((event) => event.position <= until) : batch.events;
        await fold.take(taken, blocked);
        events += taken.length;
        position = reachesUntil ? until : batch.position;
        isDone = reachesUntil || batch.caughtUp;
        if (isDone) await finish(position);
        else if (fold.held >= HOLD_DOCUMENTS) await write(fold.sweep(), finished ?? position);
        onProgress({ events, position });
        await turn();
      }
    },
  };
}
