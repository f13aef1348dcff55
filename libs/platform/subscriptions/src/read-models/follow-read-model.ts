import type { Position } from '@leadline/event-sourcing';
import type { ReadModel } from '../definitions.js';
import type { Document, Generation, ReadModelStore } from '../ports.js';
import type { Follower, Opened } from '../work/follower.js';
import { foldInto } from './fold.js';

/** While catching up, so many changed documents or so long an unsaved fold are worth a write. */
const WRITE_AT_DOCUMENTS = 5_000;
const WRITE_AFTER_MS = 200;

/** Events read at once. Live there are few, and they are folded as they come. */
const BATCH_SIZE = 500;

export interface ReadModelFollowing {
  readonly readModel: ReadModel;
  readonly readModels: ReadModelStore;
  readonly partition: number;
  readonly partitions: number;
}

/**
 * Keeps the live generation of a read model up to the log.
 *
 * A model whose version was raised has a live generation of its own, empty at first, that fills from the beginning of
 * the log at the full rate; readers of the new version see it fill, those of the former version see theirs.
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
    open: async () => {
      const generation = await readModels.live<Document>(readModel);
      return follow(options, generation, await generation.checkpoint(partition));
    },
  };
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
    generation: generation.id,
    retriesByStream: readModel.ofOneStream,
    deal: (events, { blocked }) => fold.take(events, blocked),
    save: async (position) => {
      await generation.write(fold.takeChanges(), { partition, position });
      savedAtMs = performance.now();
    },
    mayDefer: () => fold.changed < WRITE_AT_DOCUMENTS && performance.now() - savedAtMs < WRITE_AFTER_MS,
  };
}
