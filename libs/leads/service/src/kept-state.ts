import type { Aggregate, Command, DomainEvent, EventStreams } from '@leadline/event-sourcing';

/** A small aggregate, folded and kept in memory. */
export interface KeptState<State> {
  /** The state as of now: what was appended since is read and folded in, which mostly is nothing. */
  present(): Promise<{ readonly state: State; readonly revision: number }>;
}

/**
 * Keeps the state of one stream: as current as loading it, at the price of reading what is new. For settings, which every
 * command asks for and hardly any changes.
 */
export function keepState<State, C extends Command, Event extends DomainEvent>(
  streams: EventStreams,
  { codec, decider }: Aggregate<State, C, Event>,
  id: string,
): KeptState<State> {
  const stream = codec.streamOf(id);
  let kept = { state: decider.initialState(), revision: -1 };
  return {
    async present() {
      for await (const stored of streams.readStream(stream, { from: kept.revision + 1 })) {
        // Two callers may read the same events at once; each is folded once.
        if (stored.revision !== kept.revision + 1) continue;
        kept = { state: decider.evolve(kept.state, codec.decode(stored)), revision: stored.revision };
      }
      return kept;
    },
  };
}

/** States of several streams of one kind; those that do not exist are not kept, so that made-up ids fill no memory. */
export function keepStates<State, C extends Command, Event extends DomainEvent>(
  streams: EventStreams,
  aggregate: Aggregate<State, C, Event>,
): (id: string) => Promise<{ readonly state: State; readonly revision: number }> {
  const kept = new Map<string, KeptState<State>>();
  return async (id) => {
    const known = kept.get(id);
    if (known) return known.present();
    const fresh = keepState(streams, aggregate, id);
    const present = await fresh.present();
    if (present.revision >= 0 && kept.size < MOST_KEPT) kept.set(id, fresh);
    return present;
  };
}

const MOST_KEPT = 10_000;
