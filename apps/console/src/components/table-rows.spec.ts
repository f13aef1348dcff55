import { describe, expect, it } from '@jest/globals';
import { directionOf, rowAfter, sortAfter } from './table-rows.js';

describe('the rows of a table', () => {
  it('are walked by keys, and no further than the last', () => {
    expect(['ArrowDown', 'j', 'ArrowUp', 'Home', 'End', 'x'].map((key) => rowAfter(key, 1, 3))).toEqual([
      2,
      2,
      0,
      0,
      2,
      null,
    ]);
    expect(rowAfter('ArrowDown', 2, 3)).toBe(2);
    expect(rowAfter('ArrowUp', 0, 3)).toBe(0);
    expect(rowAfter('End', 0, 0)).toBeNull();
  });

  it('are sorted upwards, downwards, and as before', () => {
    expect(sortAfter(undefined, 'name')).toBe('name');
    expect(sortAfter('name', 'name')).toBe('-name');
    expect(sortAfter('-name', 'name')).toBeUndefined();
    expect(sortAfter('-age', 'name')).toBe('name');
    expect(directionOf('-name', 'name')).toBe('descending');
    expect(directionOf('names', 'name')).toBe('none');
  });
});
