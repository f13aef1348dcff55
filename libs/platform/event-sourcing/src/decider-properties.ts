import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import type { Command, CommandMetadata, DomainEvent } from './decider.js';
import { isDomainError } from './domain-error.js';
import { handleCommand, type Aggregate } from './handle-command.js';
import { nameId } from './ids.js';
import { inMemoryStreams } from './in-memory-streams.js';
import { loadState } from './load-state.js';
import { testMetadata } from './given-when-then.js';

export interface DeciderProperties<State, C extends Command, Event extends DomainEvent> {
  readonly aggregate: Aggregate<State, C, Event>;
  /** Any command, also one that makes no sense in the state it meets. */
  readonly command: (metadata: CommandMetadata) => fc.Arbitrary<C>;
  /** Commands that make the aggregate, so that the rest has something to meet. */
  readonly first?: (metadata: CommandMetadata) => fc.Arbitrary<C>;
  /** What must hold in every state that commands can lead to. Throws where it does not. */
  readonly invariant: (state: State) => void;
  readonly runs?: number;
}

/**
 * What holds for every decider, over random sequences of commands:
 * no sequence breaks the invariant; a rejection changes nothing; each command carried out again under its id changes
 * nothing; stored events fold, in any order, without a throw; the state is the same through a snapshot.
 */
export async function checkDecider<State, C extends Command, Event extends DomainEvent>(
  properties: DeciderProperties<State, C, Event>,
): Promise<void> {
  const { aggregate } = properties;
  const snapshotting = { ...aggregate, snapshotEvery: 3 };
  await fc.assert(
    fc.asyncProperty(commandSequences(properties), fc.integer(), async (commands, seed) => {
      const streams = inMemoryStreams();
      const stream = aggregate.codec.streamOf('1');
      for (const command of commands) {
        const before = streams.count(stream);
        try {
          const { revision } = await handleCommand(streams, snapshotting, '1', command);
          const again = await handleCommand(streams, snapshotting, '1', command);
          if (streams.count(stream) > before) deepStrictEqual(again.revision, revision);
          else deepStrictEqual(streams.count(stream), before);
        } catch (error) {
          if (!isDomainError(error)) throw error;
          deepStrictEqual(streams.count(stream), before);
        }
        const { state } = await loadState(streams, { ...aggregate, stateVersion: -1 }, stream);
        properties.invariant(state);
        deepStrictEqual(json((await loadState(streams, snapshotting, stream)).state), json(state));
      }
      let state = aggregate.decider.initialState();
      for (const event of shuffled(streams.log, seed))
        state = aggregate.decider.evolve(state, aggregate.codec.decode(event));
    }),
    { numRuns: properties.runs ?? 200 },
  );
}

function commandSequences<State, C extends Command, Event extends DomainEvent>(
  properties: DeciderProperties<State, C, Event>,
): fc.Arbitrary<C[]> {
  const at = (index: number): CommandMetadata => ({ ...testMetadata, id: nameId(`command ${index}`) });
  const rest = fc
    .array(fc.nat(), { maxLength: 12 })
    .chain((slots) => fc.tuple(...slots.map((_, index) => properties.command(at(index + 1)))));
  if (!properties.first) return rest;
  return fc.tuple(properties.first(at(0)), rest).map(([first, others]) => [first, ...others]);
}

function json(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, index) => ({ item, key: Math.imul(index + 1, seed | 1) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
