import type { Position } from '@leadline/event-sourcing';
import type { Message } from './ports.js';

/** Held by one runner at a time; another takes it over once it has run out. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  /** ISO 8601. */
  readonly until: string;
}

/** An event or message that still failed after its retries. Its stream waits behind it. */
export interface DeadLetter {
  /** UUID that follows from subscription and event: the same failure again is the same letter. */
  readonly id: string;
  readonly subscription: string;
  readonly partition: number;
  /** Of a read model: version and id of the generation that lacks the event. Once another one is live, the letter has no meaning. */
  readonly generation?: string;
  readonly stream: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly position: Position;
  /** Code or name of the error and its message; no personal data. */
  readonly error: string;
  readonly attempts: number;
  readonly failedAt: string;
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed';

/** A rebuild or a verification, with its progress. */
export interface Job {
  readonly id: string;
  readonly kind: 'rebuild' | 'verify';
  readonly readModel: string;
  readonly state: JobState;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  /** Events folded so far. */
  readonly done: number;
  /** 0 to 1, by position in the log where that can be told; 1 when done. */
  readonly progress: number;
  /** Of a verification: ids of documents that differ from a fresh fold, at most 100. */
  readonly differences?: readonly string[];
  readonly error?: string;
}

/** A subscription as operators see it. */
export interface SubscriptionStatus {
  readonly name: string;
  readonly kind: 'readModel' | 'reaction' | 'publication' | 'consumption';
  readonly partition: number;
  readonly partitions: number;
  readonly position: Position | null;
  /** Events read but not yet dealt with, plus 1 where more are known to be there; 0: caught up. */
  readonly lag: number;
  readonly caughtUp: boolean;
  /** Name of the lease that its runner holds; a consumption has none, since the bus shares its messages out. */
  readonly lease?: string;
  readonly holder: string | null;
  readonly leaseUntil: string | null;
  readonly deadLetters: number;
  /** ISO 8601: when the runner last said so. */
  readonly reportedAt: string | null;
  /** Why it is not worked, though a runner holds it. `aheadOfLog`: see {@link Setback}. */
  readonly problem?: 'aheadOfLog';
}

/** The log does not reach a subscription's checkpoint any more: it was restored from a backup that is older. */
export interface Setback {
  /** Of a read model: its name and version. */
  readonly subscription: string;
  readonly partition: number;
  readonly kind: 'readModel' | 'reaction' | 'publication';
  readonly checkpoint: Position;
  /** Where the log ended when that was found; null: it was empty. */
  readonly head: Position | null;
  readonly foundAt: string;
}

/**
 * What the loop remembers of its own work: checkpoints of reactions and publications (a read model's stand with its
 * documents), leases, dead letters, jobs. Losing it repeats work; it never loses any.
 */
export interface Ledger {
  checkpoint(subscription: string, partition: number): Promise<Position | null>;
  /** Never moves one back: a runner that was overtaken harms nothing. */
  saveCheckpoint(subscription: string, partition: number, position: Position): Promise<void>;
  /** Moves it back, or forward; null: as if it had never run. Only where nobody works it. */
  resetCheckpoint(subscription: string, partition: number, position: Position | null): Promise<void>;
  /** Remembers it until it is removed. One that is there already stays as it is. */
  putSetback(setback: Setback): Promise<void>;
  setback(subscription: string, partition: number): Promise<Setback | null>;
  /** By subscription and partition. */
  setbacks(): Promise<readonly Setback[]>;
  removeSetback(subscription: string, partition: number): Promise<void>;
  /** Takes or renews the lease, by the ledger's own clock; false where another holds it. */
  holdLease(name: string, holder: string, ttlMs: number): Promise<boolean>;
  releaseLease(name: string, holder: string): Promise<void>;
  /** Those that have not run out. */
  leases(): Promise<readonly Lease[]>;
  /** Adds it, or replaces the one of the same id. */
  putDeadLetter(letter: DeadLetter): Promise<void>;
  removeDeadLetter(id: string): Promise<void>;
  /** Earliest position first. */
  deadLetters(subscription?: string): Promise<readonly DeadLetter[]>;
  deadLetter(id: string): Promise<DeadLetter | null>;
  /** Keeps a message that waits behind a dead letter: unlike an event it may be gone from where it came. */
  parkMessage(consumption: string, message: Message): Promise<void>;
  /** The messages of a key that wait, in order. */
  parkedMessages(consumption: string, topic: string, key: string): Promise<readonly Message[]>;
  unparkMessage(consumption: string, message: Message): Promise<void>;
  putJob(job: Job): Promise<void>;
  job(id: string): Promise<Job | null>;
  /** Those begun last come first. */
  jobs(limit: number): Promise<readonly Job[]>;
  report(status: SubscriptionStatus): Promise<void>;
  reports(): Promise<readonly SubscriptionStatus[]>;
  close(): Promise<void>;
}
