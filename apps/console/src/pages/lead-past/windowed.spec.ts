import { describe, expect, it } from '@jest/globals';
import { scrollTo, windowOf } from './windowed.js';

describe('the window of a long list', () => {
  it('holds what is in sight and a little more', () => {
    expect(windowOf(5_000, 500, 50, 1_000)).toEqual({ first: 92, end: 118 });
  });

  it('ends where the list does', () => {
    expect(windowOf(0, 500, 50, 4)).toEqual({ first: 0, end: 4 });
    expect(windowOf(99_999, 500, 50, 1_000)).toEqual({ first: 1_000, end: 1_000 });
    expect(windowOf(0, 0, 50, 0)).toEqual({ first: 0, end: 0 });
  });

  it('follows a row out of sight by as little as need be', () => {
    expect(scrollTo(3, 0, 500, 50)).toBe(0);
    expect(scrollTo(12, 0, 500, 50)).toBe(150);
    expect(scrollTo(1, 300, 500, 50)).toBe(50);
  });
});
