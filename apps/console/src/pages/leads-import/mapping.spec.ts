import { describe, expect, it } from '@jest/globals';
import { mapped, mappingText } from './mapping.js';

describe('a mapping of columns', () => {
  it('says of each column what it means, or nothing', () => {
    const some = mapped({}, 'Thema', 'subject');
    expect(some).toEqual({ Thema: 'subject' });
    expect(mapped(some, 'Datum', 'ignore')).toEqual({ Thema: 'subject', Datum: 'ignore' });
    expect(mapped(some, 'Thema', null)).toEqual({});
  });

  it('has each field once: it moves over', () => {
    expect(mapped({ Thema: 'subject', A: 'ignore' }, 'Betreff', 'subject')).toEqual({
      A: 'ignore',
      Betreff: 'subject',
    });
    expect(mapped({ A: 'ignore' }, 'B', 'ignore')).toEqual({ A: 'ignore', B: 'ignore' });
  });

  it('is JSON, and nothing where nothing is said', () => {
    expect(mappingText({})).toBeUndefined();
    expect(mappingText({ 'Thema, kurz': 'subject' })).toBe('{"Thema, kurz":"subject"}');
  });
});
