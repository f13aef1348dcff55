import { ErrorType, isCommandError } from '@eventstore/db-client';
import { WrongExpectedRevisionError, type ExpectedRevision } from '@leadline/event-sourcing';
import { setTimeout as delay } from 'node:timers/promises';
import { EngineUnavailableError } from '../errors.js';
import { AppendTooLargeError } from './port.js';

/** What an error of the client means to our callers. `append`: what was asked, where it was an append. */
export function portError(
  error: unknown,
  engine: string,
  append?: { readonly stream: string; readonly expected: ExpectedRevision },
): unknown {
  if (isPassing(error)) return new EngineUnavailableError(engine, { cause: error });
  if (!(error instanceof Error) || !isCommandError(error)) return error;
  switch (error.type) {
    case ErrorType.WRONG_EXPECTED_VERSION: {
      const actual = typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) : -1;
      return new WrongExpectedRevisionError(append?.stream ?? error.streamName, append?.expected ?? 'any', actual);
    }
    case ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED:
      return new AppendTooLargeError(`EventStoreDB takes at most ${error.maxAppendSize} bytes at once`);
    case ErrorType.ACCESS_DENIED:
      return new EngineUnavailableError(`${engine} (access denied: check user, password and the right to read $all)`, {
        cause: error,
      });
    default:
      return error;
  }
}

/** True for what may pass by itself: no answer, a cut connection, a change of the leader. */
export function isPassing(error: unknown): boolean {
  if (error instanceof EngineUnavailableError) return true;
  if (!(error instanceof Error) || !isCommandError(error)) return false;
  switch (error.type) {
    case ErrorType.UNAVAILABLE:
    case ErrorType.CANCELLED:
    case ErrorType.NOT_LEADER:
    case ErrorType.TIMEOUT:
    case ErrorType.DEADLINE_EXCEEDED:
    case ErrorType.UNKNOWN: // how a batch append says "not ready", "too busy" or "no leader"
      return true;
    default:
      return false;
  }
}

/** True when the server said that it did nothing: then even what expects no revision can be repeated. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && isCommandError(error) && error.type === ErrorType.NOT_LEADER;
}

const PAUSES_MS = [50, 250];

/**
 * Tries again, twice, what failed in passing: a new leader, a cut connection. `isRepeatable`: doing it twice does no
 * harm, so it may be repeated even when nobody knows whether it was done.
 */
export async function persistently<T>(isRepeatable: boolean, attempt: () => Promise<T>): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await attempt();
    } catch (error) {
      if (!isRefusal(error) && !(isRepeatable && isPassing(error))) throw error;
      await delay(pauseMs);
    }
  }
  return attempt();
}
