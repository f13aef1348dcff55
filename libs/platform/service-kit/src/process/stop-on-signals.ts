import type { Logger } from 'pino';
import { describeFailure } from './failure.js';

/** Stops in good order when asked to, and at once when asked twice. Ends the process. */
export function stopOnSignals(logger: Logger, stop: () => Promise<void>): void {
  let stopping = false;
  const stopOnce = async (signal: string): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, 'Stopping: what runs is finished first');
    await stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stopOnce(signal).catch(fail));
}

/** Says what is wrong and ends the process. */
export function fail(error: unknown): never {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
}
