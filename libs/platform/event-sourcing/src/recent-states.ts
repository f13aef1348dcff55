import type { Command, DomainEvent } from './decider.js';
import type { Aggregate } from './handle-command.js';
import type { PastCommand } from './load-state.js';
import type { EventStreams, Position } from './streams.js';

/** A state as it was loaded, with what it takes to go on from there. */
export interface RecentState<State> {
  readonly state: State;
  readonly revision: number;
  readonly position: Position;
  /** Grows as the stream does: what is in it is so, whichever revision somebody else has just loaded. */
  readonly commands: Map<string, PastCommand>;
  readonly snapshotRevision: number;
}

/** Of so many streams of one aggregate; those loaded longest ago are forgotten. */
const REMEMBERED = 1_000;

const byStore = new WeakMap<EventStreams, WeakMap<object, Map<string, RecentState<unknown>>>>();

/**
 * The states that were loaded last, for as long as their store is in use. Who comes back to a stream reads what has been
 * appended since, by whomever, instead of all of it: the log stays what decides, and this only how much of it is read.
 */
export function recentStates<State, C extends Command, Event extends DomainEvent>(
  streams: EventStreams,
  aggregate: Aggregate<State, C, Event>,
): {
  get(stream: string): RecentState<State> | undefined;
  set(stream: string, recent: RecentState<State>): void;
  /** To be called where what is remembered may not be what the store holds. */
  forget(stream: string): void;
} {
  const byAggregate = byStore.get(streams) ?? new WeakMap<object, Map<string, RecentState<unknown>>>();
  byStore.set(streams, byAggregate);
  const states = byAggregate.get(aggregate) ?? new Map<string, RecentState<unknown>>();
  byAggregate.set(aggregate, states);
  return {
    // What is found under an aggregate was put there under it, so it is of its type.
    get: (stream) => states.get(stream) as RecentState<State> | undefined,
    set(stream, recent) {
      states.delete(stream);
      states.set(stream, recent);
      const [oldest] = states.keys();
      if (states.size > REMEMBERED && oldest !== undefined) states.delete(oldest);
    },
    forget: (stream) => void states.delete(stream),
  };
}
