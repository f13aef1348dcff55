import { describe, expect, it } from '@jest/globals';
import { chanceOf } from './chance.js';
import { atWork, isOpen, workingDaysLater } from './working-time.js';

const ms = (instant: string): number => Date.parse(instant);

describe('working time', () => {
  it('is not at night, nor on a weekend', () => {
    expect(isOpen(ms('2026-11-20T09:00:00Z'))).toBe(true);
    expect(isOpen(ms('2026-11-20T06:00:00Z'))).toBe(false);
    expect(isOpen(ms('2026-11-21T09:00:00Z'))).toBe(false);
  });

  it('begins on Monday for what happens on Friday evening', () => {
    const monday = atWork(ms('2026-11-20T17:00:00Z'), chanceOf('a'));
    expect(new Date(monday).toISOString().slice(0, 10)).toBe('2026-11-23');
  });

  it('leaves weekends out of working days, whatever chance says', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const chance = chanceOf(`seed ${seed}`);
      const start = ms('2026-11-18T10:00:00Z') + chance.whole(0, 7 * 24 * 3600) * 1000;
      const later = workingDaysLater(start, chance.between(0, 9), chance);
      expect(isOpen(later)).toBe(true);
      expect(later).toBeGreaterThanOrEqual(start);
    }
  });
});

describe('chance', () => {
  it('falls the same way for the same seed, and another way for another', () => {
    const rolls = (seed: string): number[] => {
      const chance = chanceOf(seed);
      return [1, 2, 3, 4].map(() => chance.whole(1, 1_000));
    };
    expect(rolls('a')).toEqual(rolls('a'));
    expect(rolls('a')).not.toEqual(rolls('b'));
  });

  it('reaches both ends and nothing beyond', () => {
    const chance = chanceOf('ends');
    const rolled = new Set(Array.from({ length: 500 }, () => chance.whole(1, 4)));
    expect([...rolled].sort()).toEqual([1, 2, 3, 4]);
    expect(() => chance.pick([])).toThrow(RangeError);
  });
});
