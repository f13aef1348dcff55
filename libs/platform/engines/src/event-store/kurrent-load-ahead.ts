import type { StoredEvent } from '@leadline/event-sourcing';

/**
 * Spares a command's load its second round trip: while the snapshot is read, so is the stream behind the snapshot that
 * was last seen; from its start if none was. Mostly that is what the caller asks for next.
 *
 * What was read ahead is offered for the rest of one turn of the event loop, to one taker, and not at all when this
 * process has appended to the stream since: who reads later, or has seen its append acknowledged, reads anew.
 */
export interface LoadAhead {
  /** Begins with a stream. */
  begin(stream: string): Ahead;
  /** What is on offer of a stream, from this revision on. */
  take(stream: string, from: number): Promise<readonly StoredEvent[]> | undefined;
  /** An append to the stream was acknowledged: what is being read ahead may lack it. */
  appended(stream: string): void;
}

export interface Ahead {
  /** The revision to read from. */
  readonly from: number;
  /**
   * The snapshot is there (its revision; -1: there is none; undefined: reading it failed): offers the events where they
   * are those behind it.
   */
  end(snapshotRevision: number | undefined, events: Promise<readonly StoredEvent[]>): void;
}

/** Of so many streams the snapshot's revision is remembered; those seen longest ago are forgotten. */
const REMEMBERED = 10_000;

interface Offer {
  readonly from: number;
  readonly events: Promise<readonly StoredEvent[]>;
}

export function loadAhead(): LoadAhead {
  const snapshots = new Map<string, number>();
  const offers = new Map<string, Offer>();
  /** Those under way, by stream; an append removes them. */
  const underWay = new Map<string, Set<Ahead>>();

  const remember = (stream: string, revision: number) => {
    snapshots.delete(stream);
    snapshots.set(stream, revision);
    const [oldest] = snapshots.keys();
    if (snapshots.size > REMEMBERED && oldest !== undefined) snapshots.delete(oldest);
  };

  const offer = (stream: string, one: Offer) => {
    offers.set(stream, one);
    setImmediate(() => {
      if (offers.get(stream) === one) offers.delete(stream);
    });
  };

  return {
    begin(stream) {
      const from = (snapshots.get(stream) ?? -1) + 1;
      const ahead: Ahead = {
        from,
        end(revision, events) {
          events.catch(() => undefined); // whoever takes it is told; nobody may
          if (revision !== undefined && revision >= 0) remember(stream, revision);
          const siblings = underWay.get(stream);
          const isFresh = siblings?.delete(ahead) ?? false;
          if (siblings?.size === 0) underWay.delete(stream);
          if (isFresh && revision !== undefined && revision + 1 === from) offer(stream, { from, events });
        },
      };
      const siblings = underWay.get(stream);
      if (siblings) siblings.add(ahead);
      else underWay.set(stream, new Set([ahead]));
      return ahead;
    },
    take(stream, from) {
      const one = offers.get(stream);
      if (one?.from !== from) return undefined;
      offers.delete(stream);
      return one.events;
    },
    appended(stream) {
      offers.delete(stream);
      underWay.delete(stream);
    },
  };
}
