import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { matchesSearch, searchQuery, searchTokens, sortText, TOKEN_PUNCTUATION } from './search-text.js';

function finds(query: string, text: string, phone?: string): boolean {
  return matchesSearch(searchQuery(query), searchTokens([text], phone === undefined ? [] : [phone]));
}

describe('search over texts', () => {
  it.each([
    ['Müller', 'Mueller', 'muller', 'MÜLLER', 'Mu\u0308ller'],
    ['Straße', 'Strasse', 'STRASSE', 'STRAẞE'],
    ['Rüegg', 'Rueegg', 'Ruegg'],
    ['Jørgensen', 'Joergensen', 'Jorgensen'],
    ['Łódź', 'Lodz', 'łódź'],
    ["O'Brien", 'O’Brien', 'OBrien', 'O´Brien'],
    ['Ångström', 'Angstroem', 'angstrom'],
    ['ΟΔΟΣ', 'οδός'],
    ['ﬁnanz', 'Finanz'],
    ['İstanbul', 'istanbul', 'ıstanbul'],
  ])('takes %s and its other spellings for the same', (...spellings) => {
    for (const query of spellings) {
      for (const text of spellings) expect([query, text, finds(query, text)]).toEqual([query, text, true]);
    }
  });

  it('wants every word of the query to begin a word, in any order', () => {
    expect(finds('auto mül', 'Herr Müller vom Autohaus Nord')).toBe(true);
    expect(finds('auto meier', 'Herr Müller vom Autohaus Nord')).toBe(false);
    expect(finds('haus', 'Autohaus')).toBe(false);
  });

  it('finds compounds by their parts and in one word', () => {
    for (const query of ['ebike', 'e-bike', 'bike', 'E Bike', 'AB12345', 'ab-123', '12345']) {
      expect([query, finds(query, 'E-Bike AB-12345')]).toEqual([query, true]);
    }
    expect(finds('brien', "O'Brien")).toBe(true);
  });

  it('finds an e-mail address as a whole, while it is being typed, and by its parts', () => {
    const text = 'Kontakt: <Hans.Müller+crm@Firma-Nord.de>, ab morgen';
    for (const query of [
      'hans.mueller+crm@firma-nord.de',
      'hans.muller+crm@fir',
      'hans.muller+crm@',
      'müller',
      'firma-nord.de',
      '@firma-nord.de',
      'hans.müller',
      'nord',
    ]) {
      expect([query, finds(query, text)]).toEqual([query, true]);
    }
    expect(finds('hans@firma-nord.de', text)).toBe(false);
    expect(finds('info@firma.de', 'info@other.de Firma de')).toBe(false);
  });

  it('finds everything when there is no word in the query', () => {
    expect(searchQuery('')).toEqual([]);
    expect(searchQuery(' *"%&/() \u0000 ')).toEqual([]);
  });

  it('lets a beginning of any word find the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 })), fc.nat(), (parts, cut) => {
        const text = parts.join(' ');
        const found = [...text.normalize('NFKD').matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([word]) => word);
        for (const word of found) {
          const letters = [...word];
          const start = letters.slice(0, 1 + (cut % letters.length)).join('');
          // In other alphabets a beginning may end in the middle of a composed character.
          if (/^\p{Script=Latin}+$/u.test(word)) expect([start, finds(start, text)]).toEqual([start, true]);
        }
        expect(finds(text, text)).toBe(true);
      }),
    );
  });

  it('takes every spelling of umlauts for the same', () => {
    const spelling = fc.array(
      fc.constantFrom(
        ['ä', 'ae', 'a', 'Ä'],
        ['ö', 'oe', 'o', 'OE'],
        ['ü', 'ue', 'u', 'u\u0308'],
        ['ß', 'ss', 'SS', 'ẞ'],
        ...'aeioubdmnrst'.split('').map((letter) => [letter, letter, letter.toUpperCase(), letter]),
      ),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(spelling, fc.nat(3), fc.nat(3), fc.nat(), (letters, one, other, cut) => {
        const write = (which: number): string => letters.map((letter) => letter[which] ?? '').join('');
        expect(finds(write(one), write(other))).toBe(true);
        const start = letters.slice(0, 1 + (cut % letters.length));
        expect(finds(start.map((letter) => letter[one] ?? '').join(''), write(other))).toBe(true);
      }),
    );
  });

  it('makes tokens only of letters, digits and the announced punctuation, however long the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 40 }), (text, phone) => {
        for (const token of [...searchTokens([text], [phone]), ...searchQuery(text).flat(2)]) {
          expect([...token].length).toBeLessThanOrEqual(64);
          const rest = token.replace(/[\p{L}\p{N}\p{M}]/gu, '');
          expect([...rest].filter((character) => !TOKEN_PUNCTUATION.includes(character))).toEqual([]);
          expect(token).not.toBe('');
        }
      }),
    );
  });
});

describe('search over phone numbers', () => {
  const spellings = [
    '+49 171 1234567',
    '0171 1234567',
    '0049171/1234567',
    '+49 (0)171 123 45 67',
    '0171-123-4567',
    '+491711234567',
    '(0171) 1234567',
  ];

  it.each(spellings)('finds %s by every other spelling and by its beginning', (stored) => {
    for (const query of [...spellings, '0171 12', '+49 171', '171 123', '+491711', '0049 171 1']) {
      expect([query, finds(query, '', stored)]).toEqual([query, true]);
    }
    for (const query of ['0172 1234567', '+49 172', '4567 1234567']) expect(finds(query, '', stored)).toBe(false);
  });

  it('tells countries apart where both are known', () => {
    expect(finds('+43 171 1234567', '', '+49 171 1234567')).toBe(false);
    expect(finds('+1 (212) 555-0100', '', '212-555-0100')).toBe(true);
    expect(finds('+39 06 6982', '', '+390669821234')).toBe(true);
  });

  it('finds a number without a plus by its country code', () => {
    expect(finds('491711234567', '', '+491711234567')).toBe(true);
    expect(finds('491711234567', '', '0171 1234567')).toBe(true);
    expect(finds('+491711234567', '', '49 171 1234567')).toBe(true);
  });

  it('takes digits for words as well', () => {
    expect(finds('80331', 'Marienplatz 1, 80331 München')).toBe(true);
    expect(finds('01067 dresden', '01067 Dresden')).toBe(true);
    expect(finds('2024-11-22', 'Termin 2024-11-22')).toBe(true);
    expect(finds('müller 0171 123', 'Herr Müller', '+491711234567')).toBe(true);
    expect(finds('meier 0171 123', 'Herr Müller', '+491711234567')).toBe(false);
    expect(finds('0171 1234567', 'ruf an: 0171 1234567')).toBe(true);
  });

  it('finds any number in any spelling', () => {
    const blank = fc.constantFrom('', ' ', '-', '/', '.', ' - ');
    fc.assert(
      fc.property(
        fc.constantFrom('49', '43', '1', '352', '7', '44'),
        fc.stringMatching(/^[1-9][0-9]{5,10}$/),
        fc.array(blank, { minLength: 12, maxLength: 12 }),
        fc.nat(4),
        fc.nat(4),
        fc.integer({ min: 3, max: 11 }),
        (country, number, blanks, one, other, cut) => {
          const apart = (digits: string): string => [...digits].map((digit, at) => digit + (blanks[at] ?? '')).join('');
          const write = (which: number, digits: string): string =>
            [
              `+${country} ${apart(digits)}`,
              `0${apart(digits)}`,
              `00${country}${apart(digits)}`,
              `+${country} (0) ${apart(digits)}`,
              `(0${digits.slice(0, 3)}) ${apart(digits.slice(3))}`,
            ][which] ?? '';
          expect(finds(write(one, number.slice(0, cut)), 'x', write(other, number))).toBe(true);
        },
      ),
    );
  });
});

describe('sort keys', () => {
  it('put umlauts beside their vowels and ignore case, accents and doubled blanks', () => {
    expect(['Zebra', 'Ärger', 'arm', 'Öl', 'Ofen', '  Straße  1', 'strasse 2'].sort(by).map(sortText)).toEqual([
      'arger',
      'arm',
      'ofen',
      'ol',
      'strasse 1',
      'strasse 2',
      'zebra',
    ]);
    function by(one: string, other: string): number {
      return sortText(one) < sortText(other) ? -1 : 1;
    }
  });
});
