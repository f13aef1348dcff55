import { describe, expect, it } from '@jest/globals';
import { oneAtATime } from './one-at-a-time.js';

describe('work of one key', () => {
  it('goes in the order it came, whatever fails, while other keys go on', async () => {
    const inTurn = oneAtATime();
    const log: string[] = [];
    const gate = Promise.withResolvers<undefined>();
    const first = inTurn('a', async () => {
      await gate.promise;
      log.push('a1');
      throw new Error('failed');
    });
    const second = inTurn('a', async () => log.push('a2'));
    const other = inTurn('b', async () => log.push('b'));
    await other;
    expect(log).toEqual(['b']);
    gate.resolve(undefined);
    await expect(first).rejects.toThrow('failed');
    await second;
    expect(log).toEqual(['b', 'a1', 'a2']);
  });

  it('of a hundred at once overlaps nowhere', async () => {
    const inTurn = oneAtATime();
    let running = 0;
    const overlaps = await Promise.all(
      Array.from({ length: 100 }, () =>
        inTurn('a', async () => {
          running += 1;
          await Promise.resolve();
          running -= 1;
          return running;
        }),
      ),
    );
    expect(overlaps.every((still) => still === 0)).toBe(true);
  });
});
