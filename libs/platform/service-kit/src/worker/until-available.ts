import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

export interface Patience {
  readonly attempts: number;
  readonly firstPauseMs: number;
}

/** About half a minute: as long as a broker takes to start, or to agree on topics that two processes make at once. */
const DEFAULT_PATIENCE: Patience = { attempts: 10, firstPauseMs: 100 };

const LONGEST_PAUSE_MS = 5_000;

/**
 * Does something that an engine may not be ready for yet, again and again, and gives up after its patience.
 * @throws EngineUnavailableError of the last attempt; any other error at once
 */
export async function untilAvailable<T>(
  work: () => Promise<T>,
  logger: Pick<Logger, 'warn'>,
  { attempts, firstPauseMs }: Patience = DEFAULT_PATIENCE,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isPassing = error instanceof Error && error.name === 'EngineUnavailableError';
      if (!isPassing || attempt >= attempts) throw error;
      logger.warn({ attempt, engine: error.message }, 'An engine is not ready yet; it is asked again');
      await pause(Math.min(firstPauseMs * 2 ** (attempt - 1), LONGEST_PAUSE_MS));
    }
  }
}
