import { event, eventCodec, type Aggregate, type Command, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';

export const signInAttemptsEvents = {
  SignInFailed: event(
    'A wrong password was sent. Of whom and from where only a hash is known, the id of the stream.',
    z.strictObject({
      /** How many in a row by now. */
      failures: z.int().positive(),
      failedAt: z.iso.datetime(),
    }),
  ),
  SignInFailuresForgotten: event('The right password came: failures before it do not count.', z.strictObject({})),
};

export type SignInAttemptsEvent = EventsOf<typeof signInAttemptsEvents>;

/** Wrong passwords in a row, by whatever they are counted by. */
export type SignInAttempts = { readonly failures: number; readonly lastFailedAt: string } | null;

export type SignInAttemptsCommand =
  Command<'RecordFailure', Record<string, never>> | Command<'ForgetFailures', Record<string, never>>;

export const signInAttemptsCodec = eventCodec('signInAttempts', signInAttemptsEvents);

/** Who lets so much time pass does not guess. */
const FORGOTTEN_AFTER_MS = 60 * 60 * 1_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60 * 1_000;
/**
 * One failure in a row is forgotten each time. Who waits as long as one must at most stays where they are: they neither get
 * more tries by it, nor does one place alone fill up what is counted for many.
 */
const ONE_FORGOTTEN_AFTER_MS = LONGEST_WAIT_MS;

/** Failures in a row until `free` of them cost nothing; then each doubles the wait, up to five minutes. Milliseconds. */
export function signInWaitMs(attempts: SignInAttempts, free: number, nowMs: number): number {
  const failures = countedAt(attempts, nowMs);
  if (!attempts || failures < free) return 0;
  const waitMs = Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures - free, 30), LONGEST_WAIT_MS);
  return Math.max(0, Date.parse(attempts.lastFailedAt) + waitMs - nowMs);
}

export const signInAttemptsAggregate: Aggregate<SignInAttempts, SignInAttemptsCommand, SignInAttemptsEvent> = {
  decider: { initialState: () => null, decide, evolve },
  codec: signInAttemptsCodec,
  stateVersion: 1,
};

function decide({ type, metadata }: SignInAttemptsCommand, attempts: SignInAttempts): readonly SignInAttemptsEvent[] {
  switch (type) {
    case 'RecordFailure': {
      const failures = countedAt(attempts, Date.parse(metadata.at)) + 1;
      return [{ type: 'SignInFailed', data: { failures, failedAt: metadata.at } }];
    }
    case 'ForgetFailures':
      return attempts ? [{ type: 'SignInFailuresForgotten', data: {} }] : [];
  }
}

function countedAt(attempts: SignInAttempts, nowMs: number): number {
  const elapsedMs = attempts ? nowMs - Date.parse(attempts.lastFailedAt) : Infinity;
  if (!attempts || elapsedMs >= FORGOTTEN_AFTER_MS) return 0;
  return Math.max(0, attempts.failures - Math.max(0, Math.floor(elapsedMs / ONE_FORGOTTEN_AFTER_MS)));
}

function evolve(_attempts: SignInAttempts, { type, data }: SignInAttemptsEvent): SignInAttempts {
  switch (type) {
    case 'SignInFailed':
      return { failures: data.failures, lastFailedAt: data.failedAt };
    case 'SignInFailuresForgotten':
      return null;
  }
}
