import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { delayMs, describeError, tryRepeatedly } from './retry.js';

const POLICY = { attempts: 3, firstDelayMs: 1, maxDelayMs: 2 };
const never = new AbortController().signal;

/** Work that fails so and so, then succeeds; counts how often it was tried. */
function failing(...errors: readonly unknown[]) {
  const left = [...errors];
  const tried = { times: 0 };
  const work = async (): Promise<void> => {
    tried.times += 1;
    if (left.length > 0) throw left.shift();
  };
  return { work, tried };
}

describe('trying repeatedly', () => {
  it('is over with the first success', async () => {
    const { work, tried } = failing(new Error('one'), new Error('two'));
    expect(await tryRepeatedly(work, POLICY, never, () => undefined)).toBeNull();
    expect(tried.times).toBe(3);
  });

  it('gives up after as many failures as the policy allows, with the last one', async () => {
    const errors = ['one', 'two', 'three', 'four'].map((message) => new Error(message));
    const { work, tried } = failing(...errors);
    expect(await tryRepeatedly(work, POLICY, never, () => undefined)).toEqual({ error: errors[2], attempts: 3 });
    expect(tried.times).toBe(3);
  });

  it('does not count an engine that is not available', async () => {
    const away = Object.assign(new Error('away'), { name: 'EngineUnavailableError' });
    const { work, tried } = failing(away, away, new Error('one'), away, away, new Error('two'), away);
    expect(await tryRepeatedly(work, POLICY, never, () => undefined)).toBeNull();
    expect(tried.times).toBe(8);
  });

  it('tells of every failure', async () => {
    const told: unknown[] = [];
    const { work } = failing(new Error('one'), new Error('two'));
    await tryRepeatedly(work, POLICY, never, (error) => told.push(error));
    expect(told).toEqual([new Error('one'), new Error('two')]);
  });

  it('ends with the reason of its signal, also amid the work and amid a pause', async () => {
    const reason = new Error('stop');
    const amidWork = new AbortController();
    const stopping = async (): Promise<void> => {
      amidWork.abort(reason);
      throw new Error('its own');
    };
    await expect(tryRepeatedly(stopping, POLICY, amidWork.signal, () => undefined)).rejects.toBe(reason);
    const amidPause = new AbortController();
    const slow = { attempts: 3, firstDelayMs: 60_000, maxDelayMs: 60_000 };
    const { work } = failing(new Error('one'));
    await expect(tryRepeatedly(work, slow, amidPause.signal, () => amidPause.abort(reason))).rejects.toBe(reason);
  });
});

describe('the pause between attempts', () => {
  it('grows, up to its limit, and never is none', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (failures) => {
        const pause = delayMs({ attempts: 8, firstDelayMs: 100, maxDelayMs: 30_000 }, failures);
        expect(pause).toBeGreaterThanOrEqual(Math.min(50 * 2 ** Math.min(failures - 1, 20), 15_000));
        expect(pause).toBeLessThanOrEqual(Math.min(100 * 2 ** Math.min(failures - 1, 20), 30_000));
      }),
    ));
});

describe('an error in an operator’s list', () => {
  it('has its code or name before its message', () => {
    expect(describeError(Object.assign(new Error('No room'), { code: 'disk.full' }))).toBe('disk.full: No room');
    expect(describeError(new TypeError('Not a number'))).toBe('TypeError: Not a number');
    expect(describeError(Object.assign(new Error('lead.closed'), { code: 'lead.closed' }))).toBe('lead.closed');
    expect(describeError('just text')).toBe('just text');
    expect(describeError(undefined)).toBe('undefined');
  });

  it('is not longer than a list can bear', () => {
    expect(describeError(new Error('x'.repeat(10_000))).length).toBe(500);
  });
});
