import { setTimeout as pause } from 'node:timers/promises';

const TIMEOUT_MS = 30_000;
const PAUSE_MS = 40;

/**
 * Asks again until something is there: what other work brings about in a moment.
 * @throws the last error that was answered in its place, once it has taken too long
 */
export async function untilThere<T>(ask: () => Promise<T | Error | undefined>): Promise<T> {
  const deadlineMs = Date.now() + TIMEOUT_MS;
  for (;;) {
    const answer = await ask();
    if (answer instanceof Error) {
      if (Date.now() > deadlineMs) throw answer;
    } else if (answer !== undefined) return answer;
    if (Date.now() > deadlineMs) throw new Error(`It is not there after ${TIMEOUT_MS / 1000} s`);
    await pause(PAUSE_MS);
  }
}
