import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effective, merged, sameJson, tidied } from './merge-patch.js';

describe('a merge patch', () => {
  // The examples of RFC 7396, appendix A, as far as both sides are objects.
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{}, { a: { bb: { ccc: null } } }, {}],
  ])('%j with %j is %j', (target, patch, result) => {
    expect(merged<object>(target, patch)).toEqual(result);
  });

  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      fc.constantFrom('x', 'y', null, 1),
      fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
      tie('object'),
    ),
    object: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any'), { maxKeys: 3 }),
  })).object as fc.Arbitrary<object>;
  const target = value.map((any) => merged<object>({}, any));

  it('does the same in its effective part alone', () =>
    fc.assert(
      fc.property(target, value, (before, patch) => {
        expect(merged<object>(before, effective(before, patch))).toEqual(merged<object>(before, patch));
      }),
    ));

  it('has no effective part once it is carried out', () =>
    fc.assert(
      fc.property(target, value, (before, patch) => {
        const after = merged<object>(before, patch);
        expect(merged<object>(after, effective(after, patch))).toEqual(after);
      }),
    ));
});

describe('tidying', () => {
  it('trims texts and makes blank ones nothing', () =>
    expect(tidied({ a: ' x ', b: ' ', c: [{ d: '', e: ' y' }], f: { g: '' } })).toEqual({
      a: 'x',
      b: null,
      c: [{ e: 'y' }],
      f: { g: null },
    }));
});

describe('sameness as JSON', () => {
  it.each([
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [[1, 2], [2, 1], false],
    [{ 0: 1 }, [1], false],
    [null, {}, false],
    [{ a: 1 }, { b: 1 }, false],
  ])('%j and %j: %j', (a, b, same) => expect(sameJson(a, b)).toBe(same));
});
