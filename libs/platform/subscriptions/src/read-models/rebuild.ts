import type { Position } from '@leadline/event-sourcing';
import type { ReadModel } from '../definitions.js';
import type { DeadLetter, Ledger } from '../ledger-port.js';
import type { Document, EventStore, ReadModelStore } from '../ports.js';
import { foldLog } from './fold-log.js';
import { progressIn, type Progress } from './progress.js';

export interface RebuildOptions {
  readonly readModel: ReadModel;
  readonly eventStore: Pick<EventStore, 'readAll' | 'head'>;
  readonly readModels: ReadModelStore;
  readonly ledger: Pick<Ledger, 'deadLetters' | 'putDeadLetter' | 'removeDeadLetter'>;
  /** Of the read model's subscription. Default 1. */
  readonly partitions?: number;
  readonly now?: () => Date;
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

/**
 * Folds a read model anew into a generation beside the live one, which serves on meanwhile, and switches to it once it
 * has caught up. The switch is one step for every reader. The subscription, wherever it runs, finds its own generation
 * gone at its next write and goes on from the new one's checkpoint; what it wrote to the former one before it noticed
 * stood in the log by then, and is folded here after the switch. So no event is missed.
 *
 * Events that cannot be folded become the model's dead letters, in place of those it had. Cut short at any point before
 * the switch, it leaves the live generation as it was.
 * @throws the signal's reason
 */
export async function rebuildReadModel(options: RebuildOptions): Promise<Rebuilt> {
  const { readModel, readModels, eventStore, ledger } = options;
  const { partitions = 1, now = () => new Date(), signal = new AbortController().signal } = options;
  const generation = await readModels.begin<Document>(readModel);
  const onProgress = progressIn(await eventStore.head(), options.onProgress);
  const onDeadLetters = async (letters: readonly DeadLetter[]): Promise<void> => {
    for (const letter of letters) await ledger.putDeadLetter(letter);
  };
  const fold = foldLog({ readModel, eventStore, generation, partitions, now, signal, onDeadLetters, onProgress });
  try {
    await fold.advance();
    await readModels.switchTo(readModel, generation.id);
  } catch (error) {
    await cleanUp().catch(() => undefined); // what went wrong before is what matters
    throw error;
  }
  await fold.advance();
  await removeLetters(ledger, readModel, (letter) => letter.generation !== generation.id);
  const { events, position, deadLetters } = fold;
  return { generationId: generation.id, events, position, deadLetters: deadLetters.length };

  async function cleanUp(): Promise<void> {
    await removeLetters(ledger, readModel, (letter) => letter.generation === generation.id);
    await readModels.discard(readModel, generation.id);
  }
}

async function removeLetters(
  ledger: RebuildOptions['ledger'],
  readModel: ReadModel,
  which: (letter: DeadLetter) => boolean,
): Promise<void> {
  const letters = await ledger.deadLetters(readModel.name);
  for (const { id } of letters.filter(which)) await ledger.removeDeadLetter(id);
}
