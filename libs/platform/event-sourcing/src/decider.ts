/**
 * The shape of every aggregate in Leadline: what a command makes of a state, and what an event makes of it.
 *
 * Both functions are pure. `decide` throws a {@link DomainError} where a rule forbids the command and returns an
 * empty list where there is nothing to do. `evolve` is total: it never throws, whatever was once stored.
 * Source of the form: Jérémie Chassaing, "Functional Event Sourcing Decider".
 */
export interface Decider<State, Command, Event> {
  initialState(): State;
  decide(command: Command, state: State): readonly Event[];
  evolve(state: State, event: Event): State;
}

/** What happened, in a domain's own words: the type in the past tense, the data as JSON primitives. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** Who acts: a person, software with a key of its own, or Leadline itself (a timer, a reaction). */
export interface Actor {
  readonly kind: 'user' | 'apiKey' | 'system';
  readonly id: string;
  readonly name: string;
}

/** What a decision may know of the circumstances. Time and ids come in here, so that domain code needs no clock. */
export interface CommandMetadata {
  /** UUID. The same id again is the same command: it is answered, not carried out a second time. */
  readonly id: string;
  readonly actor: Actor;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** Hash of what the caller sent with an idempotency key; tells a repetition from a key used twice. */
  readonly fingerprint?: string;
}

/** An intention, imperative, with the circumstances it is carried out in. */
export interface Command<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  readonly metadata: CommandMetadata;
}

/** Folds events into a state. */
export function fold<State, Event>(
  evolve: (state: State, event: Event) => State,
  state: State,
  events: Iterable<Event>,
): State {
  let current = state;
  for (const event of events) current = evolve(current, event);
  return current;
}
