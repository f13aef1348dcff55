import type { Ledger } from '../ledger-port.js';
import { answerWithin } from './answer-within.js';
import { pause } from './retry.js';

export interface LeaseTimes {
  /** How long a lease holds without being renewed. Another runner takes over about so long after a kill. */
  readonly ttlMs: number;
  readonly renewEveryMs: number;
  /** How often a lease that another holds is asked for. Default: as often as it is renewed. */
  readonly retryEveryMs?: number;
}

/**
 * A runner that dies is replaced within 8 s: its leases run out, the others see that they are fewer and may have more
 * each, and ask for what is free.
 */
export const DEFAULT_LEASE: LeaseTimes = { ttlMs: 5_000, renewEveryMs: 1_500 };

/** How long the ledger may take for an answer: several fit into a lease, so that one that never comes does no harm. */
export function answerMs({ ttlMs }: LeaseTimes): number {
  return ttlMs / 3;
}

/** The lease ran out or went to another: what was under way must not be written any more. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';

  constructor(readonly lease: string) {
    super(`The lease ${lease} was lost`);
  }
}

export interface HeldLease {
  /** Aborted when the lease is lost. */
  readonly signal: AbortSignal;
  /** To be called before each write. @throws LeaseLostError */
  assertHeld(): void;
  release(): Promise<void>;
}

export interface LeaseOptions {
  readonly ledger: Pick<Ledger, 'holdLease' | 'releaseLease'>;
  readonly name: string;
  readonly holder: string;
  readonly times: LeaseTimes;
  /** Ends the wait for a lease, not the lease. */
  readonly signal: AbortSignal;
  /** Milliseconds of a clock that never goes back. */
  readonly monotonicMs: () => number;
  /** Told when the ledger did not answer; it is asked again. */
  readonly onError: (error: unknown) => void;
  /** After each renewal. */
  readonly onRenewed?: () => Promise<void>;
  /** Asks, or stands back for now. Default: asks. */
  readonly take?: (ask: () => Promise<boolean>) => Promise<boolean>;
}

/** Waits for the lease and keeps renewing it until it is released or lost. Null when the signal came first. */
export async function acquireLease(options: LeaseOptions): Promise<HeldLease | null> {
  const { ledger, name, holder, times, signal, monotonicMs, onError, take = (ask) => ask() } = options;
  let askedAtMs = 0;
  const ask = (): Promise<boolean> => {
    askedAtMs = monotonicMs();
    return answerWithin(answerMs(times), () => ledger.holdLease(name, holder, times.ttlMs));
  };
  while (!signal.aborted) {
    try {
      if (await take(ask)) return hold(options, askedAtMs);
    } catch (error) {
      onError(error);
    }
    await pause(times.retryEveryMs ?? times.renewEveryMs, signal);
  }
  return null;
}

function hold(options: LeaseOptions, takenAtMs: number): HeldLease {
  const { ledger, name, holder, times, monotonicMs, onError } = options;
  // A little less than the ledger gives, since two clocks never run quite alike.
  const trustedMs = times.ttlMs * 0.9;
  const lost = new AbortController();
  const released = new AbortController();
  let heldUntilMs = takenAtMs + trustedMs;

  function lose(): void {
    if (!lost.signal.aborted) lost.abort(new LeaseLostError(name));
  }

  async function keepRenewing(): Promise<void> {
    const over = AbortSignal.any([lost.signal, released.signal]);
    while (!over.aborted) {
      await pause(Math.min(times.renewEveryMs, Math.max(heldUntilMs - monotonicMs(), 0)), over);
      if (over.aborted) return;
      try {
        const before = monotonicMs();
        const held = await answerWithin(answerMs(times), () => ledger.holdLease(name, holder, times.ttlMs));
        if (!held) return lose();
        heldUntilMs = before + trustedMs;
        await answerWithin(answerMs(times), async () => options.onRenewed?.());
      } catch (error) {
        onError(error);
        if (monotonicMs() >= heldUntilMs) return lose();
      }
    }
  }
  const renewing = keepRenewing();

  return {
    signal: lost.signal,
    assertHeld() {
      if (monotonicMs() >= heldUntilMs) lose();
      lost.signal.throwIfAborted();
    },
    async release() {
      released.abort();
      await renewing;
      if (!lost.signal.aborted)
        await answerWithin(answerMs(times), () => ledger.releaseLease(name, holder)).catch(onError);
    },
  };
}
