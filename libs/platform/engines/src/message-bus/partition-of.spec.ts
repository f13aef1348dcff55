import { describe, expect, it } from '@jest/globals';
import { partitionOf } from './partition-of.js';

describe('partition of a key', () => {
  it('never changes, since the order of a key holds within its partition', () => {
    const keys = ['', 'a', 'lead-0198', 'käse-🧀'];
    expect(keys.map((key) => partitionOf(key, 1_000))).toEqual([261, 220, 328, 403]);
  });

  it('spreads keys evenly', () => {
    const counts = [0, 0, 0, 0];
    for (let index = 0; index < 4_000; index += 1) {
      const partition = partitionOf(`0198c0de-0000-7000-8000-${index}`, 4);
      counts[partition] = (counts[partition] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(800);
  });
});
