import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eachInOrderPerKey } from './each-in-order.js';

interface Item {
  readonly key: string;
  readonly number: number;
}

const keyOf = ({ key }: Item): string => key;
const never = new AbortController().signal;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('dealing with items in order per key', () => {
  it('deals with each once, one at a time and in order per key, no more keys at once than allowed', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(3)), { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        async (shape, concurrency) => {
          const items = shape.map(([key, turns], number) => ({ key, turns, number }));
          const done: Item[] = [];
          const underWay = new Set<string>();
          await eachInOrderPerKey(items, keyOf, concurrency, never, async (item) => {
            expect(underWay.has(item.key)).toBe(false);
            underWay.add(item.key);
            expect(underWay.size).toBeLessThanOrEqual(concurrency);
            for (let left = item.turns; left > 0; left -= 1) await turn();
            underWay.delete(item.key);
            done.push(item);
          });
          expect(done).toHaveLength(items.length);
          for (const key of 'abcd') {
            expect(done.filter((item) => item.key === key)).toEqual(items.filter((item) => item.key === key));
          }
        },
      ),
      { numRuns: 50 },
    ));

  it('begins nothing more once one has failed, waits for those under way, and throws what was thrown', async () => {
    const done: number[] = [];
    const items = ['a', 'b', 'a', 'c'].map((key, number) => ({ key, number }));
    const failed = eachInOrderPerKey(items, keyOf, 2, never, async ({ key, number }) => {
      if (key === 'b') throw new Error('b');
      await turn();
      done.push(number);
    });
    await expect(failed).rejects.toEqual(new Error('b'));
    expect(done).toEqual([0]);
  });

  it('begins nothing more once the signal aborts, and throws its reason', async () => {
    const stop = new AbortController();
    const done: number[] = [];
    const items = ['a', 'b', 'c'].map((key, number) => ({ key, number }));
    const stopped = eachInOrderPerKey(items, keyOf, 1, stop.signal, async ({ number }) => {
      done.push(number);
      if (number === 1) stop.abort(new Error('stop'));
    });
    await expect(stopped).rejects.toEqual(new Error('stop'));
    expect(done).toEqual([0, 1]);
  });
});
