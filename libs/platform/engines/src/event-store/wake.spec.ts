import { describe, expect, it } from '@jest/globals';
import { wake } from './wake.js';

const HOUR_MS = 3_600_000;
const never = new AbortController().signal;

describe('a wake-up call', () => {
  it('reaches all who wait', async () => {
    const awake = wake();
    const waiting = Promise.all([awake.wait(0, never, HOUR_MS), awake.wait(0, never, HOUR_MS)]);
    awake.call();
    await expect(waiting).resolves.toBeDefined();
  });

  it('is not lost between reading and waiting', async () => {
    const awake = wake();
    const { calls } = awake;
    awake.call();
    await expect(awake.wait(calls, never, HOUR_MS)).resolves.toBeUndefined();
  });

  it('does not count twice', async () => {
    const awake = wake();
    awake.call();
    const ending = new AbortController();
    const waiting = awake.wait(awake.calls, ending.signal, HOUR_MS).then(() => 'gone on');
    const first = await Promise.race([waiting, new Promise((resolve) => setImmediate(resolve, 'still waiting'))]);
    expect(first).toBe('still waiting');
    ending.abort();
    await expect(waiting).resolves.toBe('gone on');
  });

  it('is not waited for beyond the time given, nor after an abort', async () => {
    await expect(wake().wait(0, never, 1)).resolves.toBeUndefined();
    await expect(wake().wait(0, AbortSignal.abort(), HOUR_MS)).resolves.toBeUndefined();
  });
});
