import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensure, isDone } from './steps.js';

describe('A step of the set-up', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leadline-steps-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function step(inputs: string, done: string[]) {
    const work = () => Promise.resolve(void done.push(inputs));
    return { name: 'jars', title: 'jars', inputs, work };
  }

  it('is done once for the same inputs, and again when they change, back as well as forth', async () => {
    const done: string[] = [];
    for (const inputs of ['a', 'a', 'b', 'a']) await ensure(folder, step(inputs, done));
    expect(done).toEqual(['a', 'b', 'a']);
  });

  it('that failed is not done, not even if it was for other inputs', async () => {
    await ensure(folder, step('a', []));
    const failing = { ...step('b', []), work: () => Promise.reject(new Error('no network')) };
    await expect(ensure(folder, failing)).rejects.toThrow('no network');
    expect(isDone(folder, failing)).toBe(false);
    expect(isDone(folder, step('a', []))).toBe(false);
  });
});
