import { deepStrictEqual } from 'node:assert/strict';
import { fold, type Command, type CommandMetadata, type Decider, type DomainEvent } from './decider.js';
import { isDomainError, type ErrorParams } from './domain-error.js';

/** Circumstances for specs: an agent at a fixed moment. */
export const testMetadata: CommandMetadata = {
  id: '01990000-0000-7000-8000-000000000001',
  actor: { kind: 'user', id: '01990000-0000-7000-8000-0000000000aa', name: 'Ada Agent' },
  at: '2026-11-02T09:00:00.000Z',
  correlationId: '01990000-0000-7000-8000-0000000000ff',
};

export interface Outcome<State, Event> {
  /** Exactly these events, in this order; none: the command changed nothing. */
  then(...events: Event[]): void;
  /** A rejection with this code and, where given, these parameters. */
  thenRejects(code: string, params?: ErrorParams): void;
  /** The state after the events, for a closer look. */
  thenState(look: (state: State) => void): void;
}

/**
 * The form of every decider's spec: given what happened, when this is asked, then this happens or is refused.
 *
 * @example given(leadDecider, created).when(advancePhase).then(phaseAdvanced)
 */
export function given<State, C extends Command, Event extends DomainEvent>(
  decider: Decider<State, C, Event>,
  ...history: readonly Event[]
): { when(command: C): Outcome<State, Event> } {
  const state = fold((before: State, event: Event) => decider.evolve(before, event), decider.initialState(), history);
  return {
    when: (command) => ({
      then: (...events) => deepStrictEqual(plain(decider.decide(command, state)), plain(events)),
      thenRejects: (code, params) => {
        const rejection = rejectionOf(() => decider.decide(command, state));
        deepStrictEqual(params ? rejection : { code: rejection.code }, params ? { code, params } : { code });
      },
      thenState: (look) => {
        const events = decider.decide(command, state);
        look(fold((before: State, event: Event) => decider.evolve(before, event), state, events));
      },
    }),
  };
}

function rejectionOf(decide: () => unknown): { code: string; params: ErrorParams } {
  let decided: unknown;
  try {
    decided = decide();
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { code: error.code, params: error.params };
  }
  throw new Error(`Expected a rejection, got ${JSON.stringify(decided)}`);
}

/** As it would be stored: keys that are undefined are not there. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
