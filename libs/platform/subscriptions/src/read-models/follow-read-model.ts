import type { Position } from '@leadline/event-sourcing';
import type { ReadModel } from '../definitions.js';
import type { Ledger } from '../ledger-port.js';
import type { Document, EventStore, Generation, ReadModelStore } from '../ports.js';
import type { Follower, Opened } from '../work/follower.js';
import type { LeaseTimes } from '../work/lease.js';
import type { WorkLog } from '../work/log.js';
import { foldInto } from './fold.js';
import { generationKey } from './generation-key.js';
import { rebuildReadModel, rebuildWhereNeeded, tidyLetters } from './rebuild.js';

/** While catching up, so many changed documents or so long an unsaved fold are worth a write. */
const WRITE_AT_DOCUMENTS = 5_000;
const WRITE_AFTER_MS = 200;

/** Events read at once. Live there are few, and they are folded as they come. */
const BATCH_SIZE = 500;

export interface ReadModelFollowing {
  readonly readModel: ReadModel;
  readonly readModels: ReadModelStore;
  readonly eventStore: Pick<EventStore, 'readAll' | 'head'>;
  readonly ledger: Ledger;
  readonly lease: LeaseTimes;
  readonly now: () => Date;
  readonly log: WorkLog;
  readonly partition: number;
  readonly partitions: number;
}

/**
 * Keeps the live generation of a read model up to the log.
 *
 * A model that is new, or whose version was raised, has a live generation of its own that is empty. With one worker it is
 * rebuilt, which is several times faster than following the log from its beginning; readers of the new version find it
 * empty until then, and whole from then on. With several workers each follows the log, and readers see it fill. Readers
 * of the former version see theirs meanwhile.
 */
export function followReadModel(options: ReadModelFollowing): Follower {
  const { readModel, readModels, partition, partitions } = options;
  return {
    kind: 'readModel',
    name: readModel.name,
    // With the version, so that during a deployment both versions are kept up.
    leaseName: `${readModel.name}.v${readModel.version}/${partition}`,
    categories: readModel.categories,
    partition,
    partitions,
    batchSize: BATCH_SIZE,
    checkpoint: async () => (await readModels.live(readModel)).checkpoint(partition),
    atSetback: 'mend',
    setbackName: setbackName(readModel),
    open: async (signal) => {
      await mend(options, signal);
      if (partitions === 1 && (await isToBeFilled(options))) await rebuildReadModel({ ...options, signal });
      await tidyLetters({ ...options, signal });
      const generation = await readModels.live<Document>(readModel);
      return follow(options, generation, await generation.checkpoint(partition));
    },
  };
}

/** What the live generation holds may never have happened, by the log as it is now: it is folded anew, once for all partitions. */
async function mend(options: ReadModelFollowing, signal: AbortSignal): Promise<void> {
  const { readModel, partition, partitions, ledger, log } = options;
  const subscription = setbackName(readModel);
  const setback = await ledger.setback(subscription, partition);
  if (!setback) return;
  const { checkpoint, head } = setback;
  log.warn(
    { readModel: readModel.name, partition, checkpoint, head },
    'The log ends before what this read model has seen: it was restored from an older backup. The read model is folded anew',
  );
  // Another partition's worker may have done so while this one waited.
  const isNeeded = async (): Promise<boolean> => (await ledger.setback(subscription, partition)) !== null;
  await rebuildWhereNeeded({ ...options, signal }, isNeeded);
  for (let each = 0; each < partitions; each += 1) await ledger.removeSetback(subscription, each);
}

function setbackName(readModel: ReadModel): string {
  return `${readModel.name}.v${readModel.version}`;
}

async function isToBeFilled({ readModel, readModels, eventStore, partition }: ReadModelFollowing): Promise<boolean> {
  const generation = await readModels.live(readModel);
  return (await generation.checkpoint(partition)) === null && (await eventStore.head()) !== null;
}

function follow(
  { readModel, partition }: ReadModelFollowing,
  generation: Generation<Document>,
  checkpoint: Position | null,
): Opened {
  const fold = foldInto({ readModel, generation, isOwn: false });
  let savedAtMs = performance.now();
  return {
    checkpoint,
    generation: generationKey(readModel, generation),
    retriesByStream: readModel.ofOneStream,
    deal: (events, { blocked }) => fold.take(events, blocked),
    save: async (position) => {
      await generation.write(fold.takeChanges(), { partition, position });
      savedAtMs = performance.now();
    },
    mayDefer: () => fold.changed < WRITE_AT_DOCUMENTS && performance.now() - savedAtMs < WRITE_AFTER_MS,
  };
}
