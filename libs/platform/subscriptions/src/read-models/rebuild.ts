import { newId, type Position } from '@leadline/event-sourcing';
import type { ReadModel } from '../definitions.js';
import type { DeadLetter, Ledger } from '../ledger-port.js';
import type { Document, EventStore, Generation, ReadModelStore } from '../ports.js';
import { acquireLease, DEFAULT_LEASE, type HeldLease, type LeaseTimes } from '../work/lease.js';
import { foldLog } from './fold-log.js';
import { generationKey, versionKey } from './generation-key.js';
import { progressIn, type Progress } from './progress.js';

export interface RebuildOptions {
  readonly readModel: ReadModel;
  readonly eventStore: Pick<EventStore, 'readAll' | 'head'>;
  readonly readModels: ReadModelStore;
  readonly ledger: Pick<Ledger, 'deadLetters' | 'putDeadLetter' | 'removeDeadLetter' | 'holdLease' | 'releaseLease'>;
  /** Of the read model's subscription. Default 1. */
  readonly partitions?: number;
  readonly now?: () => Date;
  /** Of the lease that keeps a second rebuild waiting. */
  readonly lease?: LeaseTimes;
  /** Gives up: the new generation is thrown away. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Rebuilt {
  readonly generationId: string;
  readonly events: number;
  readonly position: Position | null;
  /** Events that could not be folded. */
  readonly deadLetters: number;
}

/** Others are told to wait, not to give up: a rebuild is over some time. */
const ASK_AGAIN_MS = 200;

/**
 * Folds a read model anew into a generation beside the live one, which serves on meanwhile, and switches to it once it
 * has caught up. The switch is one step for every reader. The subscription, wherever it runs, finds its own generation
 * gone at its next write and goes on from the new one's checkpoint; what it wrote to the former one before it noticed
 * stood in the log by then, and is folded here after the switch. So no event is missed.
 *
 * Events that cannot be folded become the model's dead letters, in place of those it had. Cut short at any point before
 * the switch, it leaves the live generation as it was. Of one read model there is one rebuild at a time, over all
 * processes; a second one waits.
 * @throws the signal's reason
 */
export function rebuildReadModel(options: RebuildOptions): Promise<Rebuilt> {
  return alone(options, (lease, signal) => rebuildAlone(options, lease, signal));
}

/**
 * The same where it is still needed when its turn comes: another one may have seen to it meanwhile.
 * @throws the signal's reason
 */
export async function rebuildWhereNeeded(options: RebuildOptions, isNeeded: () => Promise<boolean>): Promise<void> {
  await alone(options, async (lease, signal) => {
    if (await isNeeded()) await rebuildAlone(options, lease, signal);
  });
}

async function alone<T>(
  options: RebuildOptions,
  work: (lease: HeldLease, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal = new AbortController().signal } = options;
  const lease = await rebuildLease(options, signal);
  if (!lease) throw signal.reason;
  try {
    return await work(lease, AbortSignal.any([signal, lease.signal]));
  } finally {
    await lease.release();
  }
}

/**
 * Removes dead letters of generations that never became live, or no longer are: those of a rebuild that was killed before
 * or after its switch, and what a subscription wrote before it noticed the switch. A rebuild under way has letters of its
 * own and tidies up when it ends, so it is left alone; one that was killed is waited for, until its lease has run out.
 * @throws the signal's reason
 */
export async function tidyLetters(options: RebuildOptions): Promise<void> {
  const { readModel, readModels, ledger, lease: times = DEFAULT_LEASE } = options;
  const { signal = new AbortController().signal } = options;
  const live = async (): Promise<string> => generationKey(readModel, await readModels.live(readModel));
  if ((await obsoleteLetters(options, await live())).length === 0) return;
  const lease = await rebuildLease(options, AbortSignal.any([signal, AbortSignal.timeout(times.ttlMs)]));
  signal.throwIfAborted();
  if (!lease) return;
  try {
    // Alone, so what is live now stays so, and a letter of another generation is of none that will be.
    for (const { id } of await obsoleteLetters(options, await live())) await ledger.removeDeadLetter(id);
  } finally {
    await lease.release();
  }
}

function rebuildLease(options: RebuildOptions, signal: AbortSignal): Promise<HeldLease | null> {
  const { readModel, ledger, lease: times = DEFAULT_LEASE } = options;
  return acquireLease({
    ledger,
    name: `${readModel.name}.v${readModel.version}/rebuild`,
    holder: newId(),
    times: { ...times, retryEveryMs: Math.min(ASK_AGAIN_MS, times.renewEveryMs) },
    signal,
    monotonicMs: () => performance.now(),
    onError: () => undefined, // asked again; where that goes on, the lease is lost and that is told
  });
}

async function rebuildAlone(options: RebuildOptions, lease: HeldLease, signal: AbortSignal): Promise<Rebuilt> {
  const { readModel, readModels, eventStore, partitions = 1, now = () => new Date() } = options;
  const generation = await readModels.begin<Document>(readModel);
  const onProgress = progressIn(await eventStore.head(), options.onProgress);
  let isLive = false;
  const onDeadLetters = async (letters: readonly DeadLetter[]): Promise<void> => {
    if (isLive) await putLetters(options, letters);
  };
  const fold = foldLog({ readModel, eventStore, generation, partitions, now, signal, onDeadLetters, onProgress });
  try {
    await fold.advance();
    // Before the switch, so that no checkpoint beyond them is ever live without them.
    await putLetters(options, fold.deadLetters);
    lease.assertHeld();
    await readModels.switchTo(readModel, generation.id);
    isLive = true;
  } catch (error) {
    await discard(options, generation, fold.deadLetters).catch(() => undefined); // what went wrong before is what matters
    throw error;
  }
  await fold.advance();
  const obsolete = await obsoleteLetters(options, generationKey(readModel, generation));
  for (const { id } of obsolete) await options.ledger.removeDeadLetter(id);
  const { events, position, deadLetters } = fold;
  return { generationId: generation.id, events, position, deadLetters: deadLetters.length };
}

/** The letters last: where the switch did happen the generation is not thrown away, and they must stay. */
async function discard(
  { readModel, readModels, ledger }: RebuildOptions,
  generation: Generation<Document>,
  letters: readonly DeadLetter[],
): Promise<void> {
  await readModels.discard(readModel, generation.id);
  for (const { id } of letters) await ledger.removeDeadLetter(id);
}

async function putLetters({ ledger }: RebuildOptions, letters: readonly DeadLetter[]): Promise<void> {
  for (const letter of letters) await ledger.putDeadLetter(letter);
}

/** Those of other generations than the live one. Other versions of the model keep theirs. */
async function obsoleteLetters({ readModel, ledger }: RebuildOptions, live: string): Promise<readonly DeadLetter[]> {
  const letters = await ledger.deadLetters(readModel.name);
  return letters.filter(({ generation }) => generation !== live && generation?.startsWith(versionKey(readModel)));
}
