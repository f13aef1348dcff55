import { isDeepStrictEqual } from 'node:util';
import type { Position } from '@leadline/event-sourcing';
import type { ReadModel } from '../definitions.js';
import type { Document, EventStore, Generation, ReadModelStore } from '../ports.js';
import { isBefore } from '../work/position.js';
import { pause } from '../work/retry.js';
import { foldLog } from './fold-log.js';
import { progressIn, type Progress } from './progress.js';

export interface VerifyOptions {
  readonly readModel: ReadModel;
  readonly eventStore: Pick<EventStore, 'readAll' | 'head'>;
  readonly readModels: ReadModelStore;
  /** Of the read model's subscription. Default 1. */
  readonly partitions?: number;
  readonly now?: () => Date;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Verified {
  readonly events: number;
  readonly documents: number;
  /** Ids of documents that differ from a fresh fold of the same events, at most {@link MAX_DIFFERENCES}. */
  readonly differences: readonly string[];
}

export const MAX_DIFFERENCES = 100;

/**
 * Documents that the live generation changed amid the comparison are compared again, further on in the log; the window
 * for that is milliseconds, so an honest document does not outlast even a few rounds.
 */
const ROUNDS = 20;
const BETWEEN_ROUNDS_MS = 50;

/**
 * Folds a read model anew, up to where the live generation stands, and compares document by document. Changes nothing
 * that anybody reads, and may run while the live generation goes on.
 * @throws the signal's reason
 */
export async function verifyReadModel(options: VerifyOptions): Promise<Verified> {
  const { readModel, readModels, eventStore } = options;
  const { partitions = 1, now = () => new Date(), signal = new AbortController().signal } = options;
  const live = await readModels.live<Document>(readModel);
  const fresh = await readModels.begin<Document>(readModel);
  const onProgress = progressIn(await eventStore.head(), options.onProgress);
  const onDeadLetters = async (): Promise<void> => undefined; // the live generation has them too, or differs
  try {
    const fold = foldLog({
      readModel,
      eventStore,
      generation: fresh,
      partitions,
      now,
      signal,
      onDeadLetters,
      onProgress,
    });
    let stand = await standOf(live, partitions);
    if (stand !== null) await fold.advance(stand);
    let { different, unsettled } = await compareAll(live, fresh, stand, signal);
    for (let round = 0; unsettled.length > 0 && round < ROUNDS; round += 1) {
      await pause(BETWEEN_ROUNDS_MS, signal);
      stand = await standOf(live, partitions);
      if (stand !== null) await fold.advance(stand);
      const again = await compare(unsettled, live, fresh, stand);
      different = [...different, ...again.different];
      unsettled = again.unsettled;
    }
    const differences = [...different, ...unsettled].slice(0, MAX_DIFFERENCES);
    return { events: fold.events, documents: await fresh.count(), differences };
  } finally {
    await readModels.discard(readModel, fresh.id);
  }
}

/** Up to where every partition has come. */
async function standOf(generation: Generation<Document>, partitions: number): Promise<Position | null> {
  let least: Position | null = null;
  for (let partition = 0; partition < partitions; partition += 1) {
    const checkpoint = await generation.checkpoint(partition);
    if (checkpoint === null) return null;
    if (least === null || isBefore(checkpoint, least)) least = checkpoint;
  }
  return least;
}

interface Compared {
  readonly different: readonly string[];
  /** Changed in the live generation by events that the fresh fold has not seen yet. */
  readonly unsettled: readonly string[];
}

async function compareAll(
  live: Generation<Document>,
  fresh: Generation<Document>,
  stand: Position | null,
  signal: AbortSignal,
): Promise<Compared> {
  const different = new Set<string>();
  const unsettled = new Set<string>();
  const add = (compared: Compared): void => {
    for (const id of compared.different) different.add(id);
    for (const id of compared.unsettled) unsettled.add(id);
    signal.throwIfAborted();
  };
  for await (const ids of idsIn(live)) add(await compare(ids, live, fresh, stand));
  for await (const ids of idsIn(fresh)) {
    const lives = await live.load(ids);
    const missing = ids.filter((id) => !lives.get(id)?.document);
    add(await compare(missing, live, fresh, stand));
  }
  return { different: [...different], unsettled: [...unsettled] };
}

async function compare(
  ids: readonly string[],
  live: Generation<Document>,
  fresh: Generation<Document>,
  stand: Position | null,
): Promise<Compared> {
  const lives = await live.load(ids);
  const freshes = await fresh.load(ids);
  const different: string[] = [];
  const unsettled: string[] = [];
  for (const id of ids) {
    const found = lives.get(id);
    if (isDeepStrictEqual(found?.document ?? null, freshes.get(id)?.document ?? null)) continue;
    if (isBefore(stand, found?.position ?? null)) unsettled.push(id);
    else different.push(id);
  }
  return { different, unsettled };
}

const PAGE = 500;

async function* idsIn(generation: Generation<Document>): AsyncGenerator<readonly string[]> {
  let page: string[] = [];
  for await (const { id } of generation.scan()) {
    page.push(id);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
