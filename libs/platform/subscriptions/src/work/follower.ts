import type { Position, StoredEvent } from '@leadline/event-sourcing';
import type { Setback } from '../ledger-port.js';
import type { BlockedStreams } from './blocked-streams.js';

/** A subscription on its share of the log: what the loop needs to know of a read model, a reaction, a publication. */
export interface Follower {
  readonly kind: Setback['kind'];
  readonly name: string;
  readonly leaseName: string;
  readonly categories: readonly string[];
  readonly partition: number;
  readonly partitions: number;
  readonly batchSize: number;
  /** How far it has come, as it is remembered, whoever works it. */
  checkpoint(): Promise<Position | null>;
  /**
   * Where the log does not reach the checkpoint: `refuse`: an administrator is to decide; `goOn`: from where the log ends, since
   * nothing outside the work follows from it; `mend`: {@link open} sees to it.
   */
  readonly atSetback: 'refuse' | 'goOn' | 'mend';
  /** Under this name the ledger remembers a setback. */
  readonly setbackName: string;
  /** With the lease in hand: where it stands, and what it does from there. @throws the signal's reason */
  open(signal: AbortSignal): Promise<Opened>;
}

export interface Opened {
  /** Everything up to here is done and remembered. */
  readonly checkpoint: Position | null;
  /** Of a read model: the generation it writes. Dead letters of another one do not concern it. */
  readonly generation?: string;
  /**
   * Deals with events, in order per stream. One that fails for good blocks its stream, and what follows in that stream
   * is left. `reached` may be awaited on the way, when all up to an event of the batch is done.
   * @throws the signal's reason where it was aborted before the end; what is done may be done again
   */
  deal(events: readonly StoredEvent[], context: Dealing): Promise<void>;
  /** Remembers that all up to here is done. */
  save(position: Position): Promise<void>;
  /** True while more events may be dealt with before the next save. Default: each batch is saved. */
  mayDefer?(): boolean;
  /**
   * True where events of a stream may be dealt with after later ones of other streams; false where a retry needs
   * everything from the letter on (a document folded from several streams), and so a rebuild.
   */
  readonly retriesByStream: boolean;
}

export interface Dealing {
  readonly blocked: BlockedStreams;
  readonly signal: AbortSignal;
  readonly reached: (position: Position) => Promise<void>;
}
