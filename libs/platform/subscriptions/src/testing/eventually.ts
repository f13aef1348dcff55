import { setTimeout as delay } from 'node:timers/promises';

/** Waits until an assertion holds; fails with its own failure when it does not in time. */
export async function eventually(assertion: () => Promise<void> | void, timeoutMs = 10_000): Promise<void> {
  for (const end = performance.now() + timeoutMs; ; await delay(5)) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
}
