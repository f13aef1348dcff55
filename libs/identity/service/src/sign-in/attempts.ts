import { LruCache } from '@leadline/service-kit';
import type { Clock } from '@leadline/service-kit';

/** Slows down who guesses. Kept in memory: it is about the rate, and a restart is rare. */
export interface Attempts {
  /** Milliseconds until the next try is allowed; 0: now. */
  waitMs(email: string, ip: string): number;
  failed(email: string, ip: string): void;
  succeeded(email: string, ip: string): void;
}

interface Failures {
  readonly count: number;
  readonly notBeforeMs: number;
}

/** Mistyping is human. */
const FREE_ATTEMPTS = 5;
const LONGEST_WAIT_MS = 60_000;
const REMEMBERED = 10_000;

/**
 * Counts per address and place, so that nobody locks another out from elsewhere. Not per place alone: behind a proxy
 * that is everyone.
 */
export function countAttempts(clock: Clock): Attempts {
  const failures = new LruCache<string, Failures>(REMEMBERED);
  const keyOf = (email: string, ip: string): string => `${email}\n${ip}`;
  return {
    waitMs: (email, ip) => Math.max(0, (failures.get(keyOf(email, ip))?.notBeforeMs ?? 0) - clock.nowMs()),
    failed(email, ip) {
      const key = keyOf(email, ip);
      const count = (failures.get(key)?.count ?? 0) + 1;
      const beyond = count - FREE_ATTEMPTS;
      const waitMs = beyond < 0 ? 0 : Math.min(1_000 * 2 ** beyond, LONGEST_WAIT_MS);
      failures.set(key, { count, notBeforeMs: clock.nowMs() + waitMs });
    },
    succeeded(email, ip) {
      failures.delete(keyOf(email, ip));
    },
  };
}
