/**
 * Deals with items that must keep their order per key, several keys at a time. Stops taking new ones once the signal
 * aborts or one throws, waits for those under way, and throws what was thrown first.
 */
export async function eachInOrderPerKey<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  concurrency: number,
  signal: AbortSignal,
  deal: (item: T) => Promise<void>,
): Promise<void> {
  const byKey = new Map<string, T[]>();
  for (const item of items) {
    const line = byKey.get(keyOf(item));
    if (line) line.push(item);
    else byKey.set(keyOf(item), [item]);
  }
  const lines = [...byKey.values()];
  const failed = new AbortController();
  let next = 0;

  async function worker(): Promise<void> {
    for (let line = lines[next++]; line; line = lines[next++]) {
      for (const item of line) {
        if (failed.signal.aborted) return;
        signal.throwIfAborted();
        await deal(item);
      }
    }
  }
  const workers = Array.from({ length: Math.min(concurrency, lines.length) }, () =>
    worker().catch((error: unknown) => failed.abort(error)),
  );
  await Promise.all(workers);
  failed.signal.throwIfAborted();
}
