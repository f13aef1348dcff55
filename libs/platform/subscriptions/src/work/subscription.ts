import type { Ledger, Setback, SubscriptionStatus } from '../ledger-port.js';
import type { EventStore } from '../ports.js';
import type { Follower } from './follower.js';
import { followOnce, type Stand } from './follow-once.js';
import type { FairShare, SharedLease } from './fair-share.js';
import { acquireLease, type HeldLease, type LeaseTimes } from './lease.js';
import type { WorkLog } from './log.js';
import { delayMs, describeError, nameOf, pause, type RetryPolicy } from './retry.js';
import { findSetback, mendSetback } from './setback.js';
import type { SharedLog } from './shared-log.js';

/** What all subscriptions of a runner have in common. */
export interface SubscriptionContext {
  readonly eventStore: EventStore;
  readonly sharedLog: Pick<SharedLog, 'subscribe'>;
  readonly ledger: Ledger;
  readonly holder: string;
  readonly lease: LeaseTimes;
  readonly share: FairShare;
  readonly retry: RetryPolicy;
  readonly now: () => Date;
  readonly monotonicMs: () => number;
  readonly log: WorkLog;
}

/** One partition of a read model, a reaction or a publication, as this runner works it, or stands by to. */
export interface Subscription {
  readonly follower: Follower;
  /** Works whenever it holds the lease, until the signal aborts; then what is at hand is finished and saved. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
  status(): SubscriptionStatus;
}

/** Subscriptions without partitions are spread as one lot. */
const UNDIVIDED = 'undivided';

/** How soon a subscription that was refused notices that it may go on. */
const LOOK_AGAIN_MS = 1_000;

export function subscription(follower: Follower, context: SubscriptionContext): Subscription {
  const { ledger, holder, lease: times, share, retry, now, log } = context;
  const fields = { subscription: follower.name, partition: follower.partition };
  const stand: Stand = { position: null, lag: 0, caughtUp: false, deadLetters: 0, problem: null };
  let isHeld = false;
  let givingUp = new AbortController();
  let reported = '';

  const shared: SharedLease = {
    group: follower.partitions > 1 ? follower.name : UNDIVIDED,
    isAtRest: () => stand.caughtUp,
    giveUp: () => givingUp.abort(new Error('Given up for another runner')),
  };
  share.add(shared);
  const search = {
    subscription: follower.setbackName,
    partition: follower.partition,
    kind: follower.kind,
    checkpoint: follower.checkpoint,
    eventStore: context.eventStore,
    ledger,
    now,
  };

  function status(): SubscriptionStatus {
    const { kind, name, partition, partitions, leaseName: lease } = follower;
    const held = { holder: isHeld ? holder : null, leaseUntil: null, reportedAt: now().toISOString() };
    const { problem, ...rest } = stand;
    return { name, kind, partition, partitions, lease, ...rest, ...held, ...(problem && { problem }) };
  }

  /** Tells the ledger, where there is something new to tell. */
  async function report(): Promise<void> {
    const current = status();
    const news = JSON.stringify({ ...current, reportedAt: null });
    if (news === reported) return;
    await ledger.report(current);
    reported = news;
  }

  async function runWithLease(lease: HeldLease, stop: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([stop, lease.signal, givingUp.signal]);
    for (let failures = 0; !signal.aborted;) {
      const before = stand.position;
      await followWhereFit(lease, signal).catch(async (error: unknown) => {
        failures = stand.position === before ? failures + 1 : 1;
        tellFailure(error, signal);
        await pause(delayMs(retry, failures), signal);
      });
    }
  }

  /** Where the log does not reach the checkpoint, going on would pass over in silence what is appended until it does. */
  async function followWhereFit(lease: HeldLease, signal: AbortSignal): Promise<void> {
    const setback = await findSetback(search);
    switch (setback && follower.atSetback) {
      case null:
      case 'mend':
        return follow(lease, signal);
      case 'goOn':
        if (setback) await mendSetback(ledger, setback);
        return;
      case 'refuse':
        if (setback) refuse(setback);
        return pause(LOOK_AGAIN_MS, signal);
    }
  }

  function refuse({ checkpoint, head }: Setback): void {
    if (stand.problem !== null) return;
    Object.assign(stand, { position: checkpoint, lag: 1, caughtUp: false, problem: 'aheadOfLog' });
    log.error(
      { ...fields, checkpoint, head },
      'The log ends before what this subscription has dealt with: it was restored from an older backup. The subscription is ' +
        'not worked until the backup that goes with the checkpoints is restored or `leadline reset-checkpoints` was run; see ' +
        'docs/operations.md',
    );
  }

  async function follow(lease: HeldLease, signal: AbortSignal): Promise<void> {
    await followOnce({ follower, opened: await follower.open(signal), context, lease, stand, signal });
  }

  function tellFailure(error: unknown, signal: AbortSignal): void {
    if (signal.aborted && error === signal.reason) return;
    const found = { ...fields, error: describeError(error) };
    if (nameOf(error) === 'GenerationGoneError')
      log.info(found, 'A rebuilt read model is live, and kept up from now on');
    else if (signal.aborted) log.warn(found, 'A subscription was ended amid its work');
    else log.error(found, 'A subscription failed and begins again');
  }

  return {
    follower,
    status,
    async run(signal) {
      const onError = (error: unknown): void =>
        log.warn({ ...fields, error: describeError(error) }, 'The ledger does not answer');
      const { monotonicMs } = context;
      // Before it waits for its lease: what is appended in the meantime may bring the log up to the checkpoint.
      await findSetback(search).catch(onError);
      const name = follower.leaseName;
      const take = (ask: () => Promise<boolean>): Promise<boolean> => share.take(shared, ask);
      const asked = { ledger, name, holder, times, signal, monotonicMs, onError, onRenewed: report, take };
      while (!signal.aborted) {
        const lease = await acquireLease(asked);
        if (!lease) return;
        isHeld = true;
        givingUp = new AbortController();
        log.info({ ...fields, holder }, 'A subscription is worked here');
        await runWithLease(lease, signal);
        isHeld = false;
        if (!lease.signal.aborted) await report().catch(onError);
        await lease.release();
        share.release(shared);
      }
    },
  };
}
