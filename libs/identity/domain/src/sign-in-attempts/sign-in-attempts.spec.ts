import { describe, expect, it } from '@jest/globals';
import { checkDecider, given, testMetadata } from '@leadline/event-sourcing/testing';
import fc from 'fast-check';
import {
  signInAttemptsAggregate,
  signInWaitMs,
  type SignInAttempts,
  type SignInAttemptsCommand,
  type SignInAttemptsEvent,
} from './sign-in-attempts.js';

const { decider } = signInAttemptsAggregate;
const { at } = testMetadata;
const nowMs = Date.parse(at);
const failed = (failures: number, failedAt = at): SignInAttemptsEvent => ({
  type: 'SignInFailed',
  data: { failures, failedAt },
});
const forgotten: SignInAttemptsEvent = { type: 'SignInFailuresForgotten', data: {} };
const fail: SignInAttemptsCommand = { type: 'RecordFailure', data: {}, metadata: testMetadata };
const forget: SignInAttemptsCommand = { type: 'ForgetFailures', data: {}, metadata: testMetadata };

describe('wrong passwords', () => {
  it('are counted in a row', () => {
    given(decider).when(fail).then(failed(1));
    given(decider, failed(1)).when(fail).then(failed(2));
    given(decider, failed(7), forgotten).when(fail).then(failed(1));
  });

  it('are forgotten once the right one comes, and in time', () => {
    given(decider, failed(7)).when(forget).then(forgotten);
    given(decider).when(forget).then();
    given(decider, failed(7), forgotten).when(forget).then();
    given(decider, failed(7, '2026-11-02T08:00:00.000Z')).when(fail).then(failed(1));
    given(decider, failed(15, '2026-11-02T08:00:00.001Z')).when(fail).then(failed(5));
    given(decider, failed(7, '2026-11-02T08:05:00.000Z')).when(fail).then(failed(1));
  });

  it('are free at first, then wait twice as long each time, five minutes at most', () => {
    const waits = [4, 5, 6, 7, 8, 12, 13, 14, 1_000].map((failures) =>
      signInWaitMs({ failures, lastFailedAt: at }, 5, nowMs),
    );
    expect(waits).toEqual([0, 1_000, 2_000, 4_000, 8_000, 128_000, 256_000, 300_000, 300_000]);
  });

  it('are forgotten one by one every five minutes, so that who sends no more of them never has more', () => {
    given(decider, failed(14, '2026-11-02T08:55:00.000Z')).when(fail).then(failed(14));
    given(decider, failed(14, '2026-11-02T08:55:00.001Z')).when(fail).then(failed(15));
    given(decider, failed(14, '2026-11-02T09:01:00.000Z')).when(fail).then(failed(15));
  });

  it('wait no longer than it takes', () => {
    const attempts = { failures: 6, lastFailedAt: at };
    expect(signInWaitMs(attempts, 5, nowMs + 1_500)).toBe(500);
    expect(signInWaitMs(attempts, 5, nowMs + 2_000)).toBe(0);
    expect(signInWaitMs({ failures: 1_000, lastFailedAt: at }, 5, nowMs + 3_600_000)).toBe(0);
    expect(signInWaitMs(null, 5, nowMs)).toBe(0);
  });

  it('count one by one, whatever comes', () =>
    checkDecider<SignInAttempts, SignInAttemptsCommand, SignInAttemptsEvent>({
      aggregate: signInAttemptsAggregate,
      command: (metadata) => fc.constantFrom(fail, forget).map((command) => ({ ...command, metadata })),
      invariant: (attempts) => {
        if (attempts) expect(attempts.failures).toBeGreaterThan(0);
      },
    }));
});
