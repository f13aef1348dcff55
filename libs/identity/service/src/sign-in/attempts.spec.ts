import { describe, expect, it } from '@jest/globals';
import { countAttempts } from './attempts.js';

function attempts() {
  let nowMs = 0;
  const counted = countAttempts({ nowMs: () => nowMs, now: () => '' });
  const fail = (times: number, email = 'a@x.example', ip = '1') => {
    for (let count = 0; count < times; count += 1) counted.failed(email, ip);
  };
  return { ...counted, fail, pass: (ms: number) => (nowMs += ms) };
}

describe('attempts to sign in', () => {
  it('are free at first, then wait twice as long each time, a minute at most', () => {
    const { fail, waitMs } = attempts();
    fail(4);
    expect(waitMs('a@x.example', '1')).toBe(0);
    for (const expected of [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]) {
      fail(1);
      expect(waitMs('a@x.example', '1')).toBe(expected);
    }
  });

  it('wait no longer than it takes', () => {
    const { fail, waitMs, pass } = attempts();
    fail(6);
    pass(1_500);
    expect(waitMs('a@x.example', '1')).toBe(500);
    pass(600);
    expect(waitMs('a@x.example', '1')).toBe(0);
  });

  it('count for one address at one place, and are forgotten once one succeeds', () => {
    const { fail, waitMs, succeeded } = attempts();
    fail(5);
    expect([waitMs('a@x.example', '2'), waitMs('b@x.example', '1')]).toEqual([0, 0]);
    succeeded('a@x.example', '1');
    expect(waitMs('a@x.example', '1')).toBe(0);
  });
});
