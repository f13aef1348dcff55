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

/** Mistyping is human; behind one address there may be a whole office. */
const FREE_PER_ADDRESS = 5;
const FREE_PER_IP = 50;
const LONGEST_WAIT_MS = 60_000;
const REMEMBERED = 10_000;

/** Counts per address and place, so that nobody can lock another out from elsewhere, and per place. */
export function countAttempts(clock: Clock): Attempts {
  const failures = new LruCache<string, Failures>(REMEMBERED);

  const keys = (email: string, ip: string): [string, number][] => [
    [`${email}\n${ip}`, FREE_PER_ADDRESS],
    [ip, FREE_PER_IP],
  ];
  return {
    waitMs: (email, ip) =>
      Math.max(0, ...keys(email, ip).map(([key]) => (failures.get(key)?.notBeforeMs ?? 0) - clock.nowMs())),
    failed(email, ip) {
      for (const [key, free] of keys(email, ip)) {
        const count = (failures.get(key)?.count ?? 0) + 1;
        const waitMs = count < free ? 0 : Math.min(1_000 * 2 ** Math.min(count - free, 20), LONGEST_WAIT_MS);
        failures.set(key, { count, notBeforeMs: clock.nowMs() + waitMs });
      }
    },
    succeeded(email, ip) {
      failures.delete(`${email}\n${ip}`);
    },
  };
}
