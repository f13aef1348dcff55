import type { Command, Decider, DomainEvent } from './decider.js';
import { DomainError, isDomainError } from './domain-error.js';
import type { EventCodec, Recorded } from './event-codec.js';
import { forgetState, loadState, takeSnapshot, type Loaded } from './load-state.js';
import { WrongExpectedRevisionError, type EventStreams, type Position } from './streams.js';

/** An aggregate as the command door sees it: rules, stored form, and how long a stream may get before a snapshot. */
export interface Aggregate<State, C extends Command, Event extends DomainEvent> {
  readonly decider: Decider<State, C, Event>;
  readonly codec: EventCodec<Event>;
  /** Raise it when state or evolve change: snapshots of an earlier version are then ignored. */
  readonly stateVersion: number;
  /** A snapshot is taken each time so many events have come since the last one. Default 200. */
  readonly snapshotEvery?: number;
}

export interface HandleOptions {
  /** The revision that the caller saw (`If-Match`). Another one is refused, not retried. */
  readonly expectedRevision?: number;
  /** How often to load and decide again after a conflict. Default 5. */
  readonly retries?: number;
}

export interface Handled<Event extends DomainEvent> {
  readonly id: string;
  /** The revision after the command; of a repeated command, the revision it led to the first time. */
  readonly revision: number;
  /** Where the command's events stand; null where it changed nothing. */
  readonly position: Position | null;
  /** What was appended now, each with the position of the last; none for a repetition. */
  readonly events: readonly Recorded<Event>[];
  /** True when this command id was carried out before, and nothing happened now. */
  readonly repeated: boolean;
}

/** The caller's `If-Match` no longer holds. */
export class StaleRevisionError extends Error {
  override readonly name = 'StaleRevisionError';

  constructor(
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`Expected revision ${expected}, found ${actual}`);
  }
}

const DEFAULT_RETRIES = 5;

/**
 * The one way a command becomes events: load, decide, append with the revision decided on.
 *
 * - A command id seen before answers what it answered then. With another fingerprint it is refused
 *   (`idempotency-key-reused`). Seen means: it has appended events, and is among those remembered (see REMEMBERED_COMMANDS).
 * - A conflict loads and decides again, up to `retries` times; with `expectedRevision` it is a
 *   {@link StaleRevisionError} at once.
 * - A decision that changes nothing appends nothing.
 *
 * @throws DomainError when a rule forbids it, StaleRevisionError, WrongExpectedRevisionError after the last retry
 */
export async function handleCommand<State, C extends Command, Event extends DomainEvent>(
  streams: EventStreams,
  aggregate: Aggregate<State, C, Event>,
  id: string,
  command: C,
  options: HandleOptions = {},
): Promise<Handled<Event>> {
  const stream = aggregate.codec.streamOf(id);
  for (let attempt = 0; ; attempt += 1) {
    const loaded = await loadState(streams, aggregate, stream);
    const before = loaded.commands.get(command.metadata.id);
    if (before) return repeated(id, before, command);
    const { expectedRevision = loaded.revision } = options;
    const stale =
      expectedRevision === loaded.revision ? null : new StaleRevisionError(expectedRevision, loaded.revision);
    const events = decide(aggregate.decider, command, loaded.state, stale);
    if (events.length === 0) {
      return { id, revision: loaded.revision, position: loaded.position, events: [], repeated: false };
    }
    try {
      return await append(streams, aggregate, { id, stream, command, loaded, events });
    } catch (error) {
      if (!(error instanceof WrongExpectedRevisionError)) throw error;
      forgetState(streams, aggregate, stream);
      // A caller with If-Match goes round once more as well: the next load tells whether it was this very command.
      if (attempt >= (options.retries ?? DEFAULT_RETRIES)) throw error;
    }
  }
}

/** A stale revision goes before any rule, but for the one that there is no such thing: a revision would tell there is. */
function decide<State, C extends Command, Event extends DomainEvent>(
  decider: Aggregate<State, C, Event>['decider'],
  command: C,
  state: State,
  stale: StaleRevisionError | null,
): readonly Event[] {
  try {
    const events = decider.decide(command, state);
    if (stale) throw stale;
    return events;
  } catch (error) {
    if (stale && !(isDomainError(error) && error.code.endsWith('.not-found'))) throw stale;
    throw error;
  }
}

async function append<State, C extends Command, Event extends DomainEvent>(
  streams: EventStreams,
  aggregate: Aggregate<State, C, Event>,
  work: { id: string; stream: string; command: C; loaded: Loaded<State>; events: readonly Event[] },
): Promise<Handled<Event>> {
  const { id, stream, command, loaded } = work;
  const encoded = aggregate.codec.encode(work.events, command.metadata);
  const expected = loaded.revision < 0 ? 'none' : loaded.revision;
  const { revision, position } = await streams.append(stream, encoded, expected);
  const events = encoded.map((event, index) =>
    aggregate.codec.decode({ ...event, stream, revision: loaded.revision + 1 + index, position }),
  );
  await takeSnapshot(streams, aggregate, stream, loaded, events);
  return { id, revision, position, events, repeated: false };
}

function repeated<Event extends DomainEvent>(
  id: string,
  before: { revision: number; position: Position; fingerprint?: string | undefined },
  command: Command,
): Handled<Event> {
  if (before.fingerprint !== command.metadata.fingerprint) throw new DomainError('idempotency-key-reused');
  return { id, revision: before.revision, position: before.position, events: [], repeated: true };
}
