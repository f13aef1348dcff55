import { describe, expect, it } from '@jest/globals';
import { hashOf, rangeWithin } from './content.js';

describe('a blob’s content', () => {
  it('has its hash in its id, and in no other text', () => {
    const hash = '0123456789abcdef'.repeat(4);
    expect(hashOf(`sha256-${hash}`)).toBe(hash);
    for (const id of [
      hash,
      `sha256-${hash}0`,
      `sha256-${hash.toUpperCase()}`,
      `sha256-${hash}\n`,
      `../sha256-${hash}`,
    ]) {
      expect(hashOf(id)).toBeNull();
    }
  });

  it('is cut to the range asked for', () => {
    expect(rangeWithin(10)).toEqual({ start: 0, length: 10 });
    expect(rangeWithin(10, { start: 3 })).toEqual({ start: 3, length: 7 });
    expect(rangeWithin(10, { start: 3, end: 3 })).toEqual({ start: 3, length: 1 });
    expect(rangeWithin(10, { start: 3, end: 99 })).toEqual({ start: 3, length: 7 });
    expect(rangeWithin(10, { start: 10 })).toEqual({ start: 10, length: 0 });
    expect(rangeWithin(0)).toEqual({ start: 0, length: 0 });
  });
});
