import { describe, expect, it } from '@jest/globals';
import { STRUCTURE, textsAt, valueAt, valuesAt } from './document-values.js';

describe('values of a document', () => {
  const document = {
    a: { b: 1, none: null, deep: { c: 'x' } },
    list: ['x', null, 'y', 'x', ['z']],
    phones: [{ number: '1' }, {}, { number: null }, 'odd', { number: '2' }],
    empty: [],
    nan: Number.NaN,
  };

  it('are one where no array is on the way', () => {
    expect(valueAt(document, 'a.b')).toBe(1);
    expect(valueAt(document, 'a.deep.c')).toBe('x');
    expect(valueAt(document, 'a.none')).toBeNull();
    expect(valueAt(document, 'a.b.c')).toBeNull();
    expect(valueAt(document, 'nan')).toBeNull();
    expect(valueAt(document, 'a')).toBe(STRUCTURE);
  });

  it('are not what every object inherits', () => {
    for (const path of ['constructor', 'a.constructor', 'toString', 'a.b.length', 'list.length']) {
      expect(valuesAt(document, path)).toEqual([]);
    }
  });

  it('refuse an array where one value is wanted', () => {
    for (const path of ['list', 'phones.number', 'empty']) {
      expect(() => valueAt(document, path)).toThrow(expect.objectContaining({ name: 'InvalidReadModelError' }));
    }
  });

  it('are those of any element, each once', () => {
    expect(valuesAt(document, 'list')).toEqual(['x', 'y']);
    expect(valuesAt(document, 'phones.number')).toEqual(['1', '2']);
    expect(valuesAt(document, 'phones')).toEqual([STRUCTURE, 'odd']);
    expect(valuesAt(document, 'empty')).toEqual([]);
  });

  it('are searched as texts', () => {
    expect(textsAt(document, ['a.b', 'list', 'a', 'absent'])).toEqual(['1', 'x', 'y']);
  });
});
