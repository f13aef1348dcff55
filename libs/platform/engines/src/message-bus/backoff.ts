/** How long to wait before the same work is tried again. */
export interface Backoff {
  readonly firstMs: number;
  readonly maxMs: number;
}

export const DEFAULT_BACKOFF: Backoff = { firstMs: 200, maxMs: 30_000 };

/** Doubles with each failure in a row (1, 2, …), up to the limit. */
export function backoffMs(failures: number, backoff: Backoff): number {
  return Math.min(backoff.firstMs * 2 ** Math.min(failures - 1, 30), backoff.maxMs);
}
