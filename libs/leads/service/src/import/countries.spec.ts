import { describe, expect, it } from '@jest/globals';
import { isISO31661Alpha2 } from 'class-validator';
import { readCountry } from './countries.js';

describe('a country', () => {
  it.each([
    ['DE', 'DE'],
    ['deu', 'DE'],
    ['Deutschland', 'DE'],
    ['Germany', 'DE'],
    ['D', 'DE'],
    ['USA', 'US'],
    ['United States', 'US'],
    ['Vereinigte Staaten', 'US'],
    ['Österreich', 'AT'],
    ['Oesterreich', 'AT'],
    ['Austria', 'AT'],
    ['Schweiz', 'CH'],
    ['Switzerland', 'CH'],
    ['Suisse', 'CH'],
    ['Frankreich', 'FR'],
    ['UK', 'GB'],
    ['Vereinigtes Königreich', 'GB'],
    ['Great Britain', 'GB'],
    ['Niederlande', 'NL'],
    ['Côte d’Ivoire', 'CI'],
    ['Italia', 'IT'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['Dominica', 'DM'],
    ['Dominikanische Republik', 'DO'],
  ])('is known by code or name: %s', (text, code) => expect(readCountry(text)).toBe(code));

  it.each(['', 'Absurdistan', 'XX', 'EU', 'constructor', '49'])('is not %s', (text) =>
    expect(readCountry(text)).toBeNull(),
  );

  it('is the one of the code, for every code there is', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters
      .flatMap((first) => letters.map((second) => first + second))
      .filter((c) => isISO31661Alpha2(c));
    expect(codes).toHaveLength(249);
    for (const code of codes) {
      expect(readCountry(code)).toBe(code);
      for (const language of ['en', 'de']) {
        expect(readCountry(new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? '')).toBe(code);
      }
    }
  });
});
