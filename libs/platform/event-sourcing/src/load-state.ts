import type { Command, DomainEvent } from './decider.js';
import type { Recorded } from './event-codec.js';
import type { Aggregate } from './handle-command.js';
import { recentStates, type RecentState } from './recent-states.js';
import type { EventStreams, JsonObject, Position } from './streams.js';

/** What a past command led to, remembered for its repetition. */
export interface PastCommand {
  readonly revision: number;
  readonly position: Position;
  readonly fingerprint?: string | undefined;
}

export interface Loaded<State> {
  readonly state: State;
  /** -1 where there is no stream. */
  readonly revision: number;
  readonly position: Position | null;
  /** The commands behind the stream's events, newest last. A snapshot keeps the last {@link REMEMBERED_COMMANDS}. */
  readonly commands: ReadonlyMap<string, PastCommand>;
  readonly snapshotRevision: number;
}

/** How far back a repeated command is recognised in a stream long enough for snapshots. */
export const REMEMBERED_COMMANDS = 1_000;

const DEFAULT_SNAPSHOT_EVERY = 200;

/** Folds a stream into its state: on top of what was loaded lately, else from its snapshot where there is a fitting one. */
export async function loadState<State, C extends Command, Event extends DomainEvent>(
  streams: EventStreams,
  aggregate: Aggregate<State, C, Event>,
  stream: string,
): Promise<Loaded<State>> {
  const recent = recentStates(streams, aggregate);
  const known = recent.get(stream) ?? (await readSnapshot<State>(streams, stream, schemaOf(aggregate)));
  const commands = known?.commands ?? new Map<string, PastCommand>();
  const snapshotRevision = known?.snapshotRevision ?? -1;
  let state = known ? known.state : aggregate.decider.initialState();
  let revision = known?.revision ?? -1;
  let position = known?.position ?? null;
  for await (const stored of streams.readStream(stream, { from: revision + 1 })) {
    const event = aggregate.codec.decode(stored);
    state = aggregate.decider.evolve(state, event);
    remember(commands, event);
    revision = event.revision;
    position = event.position;
  }
  if (position !== null) recent.set(stream, { state, revision, position, commands, snapshotRevision });
  return { state, revision, position, commands, snapshotRevision };
}

/** Writes a snapshot where enough events have come since the last. Failing to is no failure of the command. */
export async function takeSnapshot<State, C extends Command, Event extends DomainEvent>(
  streams: EventStreams,
  aggregate: Aggregate<State, C, Event>,
  stream: string,
  loaded: Loaded<State>,
  events: readonly Recorded<Event>[],
): Promise<void> {
  const last = events.at(-1);
  const every = aggregate.snapshotEvery ?? DEFAULT_SNAPSHOT_EVERY;
  if (!last || last.revision - Math.max(loaded.snapshotRevision, 0) < every) return;
  const commands = new Map(loaded.commands);
  let state = loaded.state;
  for (const event of events) {
    state = aggregate.decider.evolve(state, event);
    remember(commands, event);
  }
  const kept = [...commands].slice(-REMEMBERED_COMMANDS);
  const stored = { state, position: last.position, commands: kept } as unknown as JsonObject;
  await streams
    .writeSnapshot(stream, { revision: last.revision, schema: schemaOf(aggregate), state: stored })
    .catch(() => undefined); // the events are appended; the next command tries again
  forgetState(streams, aggregate, stream); // the next load begins with the snapshot, and with the commands it keeps
}

/** The next load reads the stream itself. For who has reason to doubt what was loaded. */
export function forgetState<State, C extends Command, Event extends DomainEvent>(
  streams: EventStreams,
  aggregate: Aggregate<State, C, Event>,
  stream: string,
): void {
  recentStates(streams, aggregate).forget(stream);
}

interface StoredState<State> {
  readonly state: State;
  readonly position: Position;
  readonly commands: [string, PastCommand][];
}

async function readSnapshot<State>(
  streams: EventStreams,
  stream: string,
  schema: string,
): Promise<RecentState<State> | null> {
  const snapshot = await streams.readSnapshot(stream);
  if (!snapshot || snapshot.schema !== schema) return null;
  const { state, position, commands } = snapshot.state as unknown as StoredState<State>;
  const { revision } = snapshot;
  return { state, position, revision, commands: new Map(commands), snapshotRevision: revision };
}

function schemaOf<State, C extends Command, Event extends DomainEvent>(aggregate: Aggregate<State, C, Event>): string {
  return `${aggregate.codec.category}.v${aggregate.stateVersion}`;
}

function remember<Event extends DomainEvent>(commands: Map<string, PastCommand>, event: Recorded<Event>): void {
  const { commandId, fingerprint } = event.metadata;
  commands.set(commandId, { revision: event.revision, position: event.position, fingerprint });
}
