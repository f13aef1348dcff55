import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partitionOf } from './partition-of.js';

describe('the partition of a stream', () => {
  it('stays what it is: an order that is kept depends on it', () => {
    expect(['lead-1', 'lead-2', 'deal-ü', ''].map((stream) => partitionOf(stream, 16))).toEqual([5, 12, 14, 5]);
  });

  it('is one of those there are', () =>
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 64 }), (stream, partitions) => {
        const partition = partitionOf(stream, partitions);
        expect(Number.isInteger(partition) && partition >= 0 && partition < partitions).toBe(true);
      }),
    ));

  it('spreads streams evenly', () => {
    const counts = new Array<number>(4).fill(0);
    for (let index = 0; index < 4_000; index += 1) {
      const partition = partitionOf(`lead-01990000-0000-7000-8000-${String(index).padStart(12, '0')}`, 4);
      counts[partition] = (counts[partition] ?? 0) + 1;
    }
    for (const count of counts) expect(count).toBeGreaterThan(800);
  });
});
