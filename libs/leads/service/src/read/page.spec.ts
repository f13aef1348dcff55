import { describe, expect, it } from '@jest/globals';
import { pageOf } from './page.js';

describe('a page of a list at hand', () => {
  it('leads on to the next until there is none', () => {
    const first = pageOf([3, 2, 1], { limit: 2 });
    expect(first).toEqual({ items: [3, 2], next: '1', total: 3 });
    expect(pageOf([3, 2, 1], { limit: 2, after: first.next ?? '' })).toEqual({ items: [1], next: null, total: 3 });
  });

  it('goes on where it was when something new came on top', () =>
    expect(pageOf([5, 4, 3, 2, 1], { limit: 2, after: '1' }).items).toEqual([1]));

  it('refuses a cursor that is none', () => {
    for (const after of ['x', '-1', '9', '']) expect(() => pageOf([1], { limit: 1, after })).toThrow('cursor');
  });
});
