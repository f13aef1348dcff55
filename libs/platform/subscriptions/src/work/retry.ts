import { setTimeout as delay } from 'node:timers/promises';

export interface RetryPolicy {
  /** How often something is tried before it is given up. */
  readonly attempts: number;
  /** Before the second attempt, about; doubled before each further one. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
}

/** Gives up after about 13 s. */
export const DEFAULT_RETRY: RetryPolicy = { attempts: 8, firstDelayMs: 100, maxDelayMs: 30_000 };

/** What was given up on. */
export interface Failure {
  readonly error: unknown;
  readonly attempts: number;
}

/** Waits that long or until the signal aborts; never rejects. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}

/** Exponential, between half and the whole of it, so that those who failed together do not come back together. */
export function delayMs(policy: RetryPolicy, failures: number): number {
  const full = Math.min(policy.firstDelayMs * 2 ** Math.min(failures - 1, 30), policy.maxDelayMs);
  return full * (0.5 + Math.random() / 2);
}

/**
 * Does something until it succeeds (null) or has failed as often as the policy allows. An engine that is not available
 * is nobody's fault: that, or what else the caller takes for an outage, is tried for as long as it takes.
 * @throws the signal's reason once it is aborted
 */
export async function tryRepeatedly(
  work: () => Promise<void>,
  policy: RetryPolicy,
  signal: AbortSignal,
  onFailure: (error: unknown, attempt: number) => void,
  isOutage: (error: unknown) => boolean = isUnavailable,
): Promise<Failure | null> {
  for (let attempts = 0, outages = 0; ;) {
    signal.throwIfAborted();
    try {
      await work();
      return null;
    } catch (error) {
      signal.throwIfAborted();
      if (isOutage(error)) outages += 1;
      else attempts += 1;
      onFailure(error, attempts + outages);
      if (attempts >= policy.attempts) return { error, attempts };
      await pause(delayMs(policy, attempts + outages), signal);
    }
  }
}

export function isUnavailable(error: unknown): boolean {
  return nameOf(error) === 'EngineUnavailableError';
}

/** An error's name tells what it is even where it comes from another thread or realm, and `instanceof` does not. */
export function nameOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : null;
}

/** Code or name of an error and its message, for a list that an operator reads. */
export function describeError(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error).slice(0, MAX_ERROR_LENGTH);
  const message = 'message' in error ? String(error.message) : '';
  const label = labelOf(error);
  return (message === '' || message === label ? label : `${label}: ${message}`).slice(0, MAX_ERROR_LENGTH);
}

/** Code or name of an error: what may be told to anyone. */
export function labelOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'Error';
  const code = 'code' in error ? error.code : 'name' in error ? error.name : undefined;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : 'Error';
}

const MAX_ERROR_LENGTH = 500;
