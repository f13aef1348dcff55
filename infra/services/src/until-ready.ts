import { setTimeout as pause } from 'node:timers/promises';
import type { Supervisor } from './supervisor.js';
import { UserError } from './user-error.js';

const TIMEOUT_MS = 120_000;
const LOOK_EVERY_MS = 100;

/** Waits until the process answers that it is ready. @throws UserError where it ends instead, or takes too long */
export async function untilReady(
  name: string,
  url: string,
  supervisor: Pick<Supervisor, 'assertAlive'>,
): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  while (!(await isReady(url))) {
    supervisor.assertAlive(name);
    if (performance.now() > deadline) throw new UserError(`${name} is not ready after ${TIMEOUT_MS / 1_000} s.`);
    await pause(LOOK_EVERY_MS);
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/ready`, {
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(5_000),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
