import { ErrorType, convertToCommandError, isCommandError, type CommandError } from '@eventstore/db-client';
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
  const known = commandError(error);
  if (!known) return error;
  if (isPassing(known)) return new EngineUnavailableError(engine, { cause: known });
  switch (known.type) {
    case ErrorType.WRONG_EXPECTED_VERSION: {
      const actual = typeof known.actualVersion === 'bigint' ? Number(known.actualVersion) : -1;
      return new WrongExpectedRevisionError(append?.stream ?? known.streamName, append?.expected ?? 'any', actual);
    }
    case ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED:
      return new AppendTooLargeError(`EventStoreDB takes at most ${known.maxAppendSize} bytes at once`);
    case ErrorType.ACCESS_DENIED:
      return new EngineUnavailableError(`${engine} (access denied: check user, password and the right to read $all)`, {
        cause: known,
      });
    default:
      return known;
  }
}

/** The client's own kind of error. It does not convert all that gRPC tells it: asking what the server can do, it fails raw. */
function commandError(error: unknown): CommandError | undefined {
  if (!(error instanceof Error)) return undefined;
  const converted = convertToCommandError(error);
  return isCommandError(converted) ? converted : undefined;
}

/** True for what may pass by itself: no answer, a cut connection, a change of the leader. */
export function isPassing(error: unknown): boolean {
  switch (commandError(error)?.type) {
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
  return commandError(error)?.type === ErrorType.NOT_LEADER;
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
