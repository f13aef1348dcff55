import { waitForPosition, type ReadModel } from '@leadline/subscriptions';
import type { Engines } from '../service-definition.js';

/** Waits until a read model has seen a position; false when it did not in time. */
export type WaitForReadModel = (readModel: ReadModel, position: string) => Promise<boolean>;

/** As http-api promises. Longer than a projection takes, shorter than a person's patience. */
const TIMEOUT_MS = 2_000;

export function waitForReadModel({ readModels, eventStore }: Engines): WaitForReadModel {
  return (readModel, position) => {
    const reader = readModels.reader(readModel);
    return waitForPosition({
      checkpoint: () => reader.checkpoint(),
      eventStore,
      categories: readModel.categories,
      position,
      timeoutMs: TIMEOUT_MS,
    });
  };
}
