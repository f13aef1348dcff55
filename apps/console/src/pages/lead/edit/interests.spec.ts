import { describe, expect, it } from '@jest/globals';
import { amountOf, decimalOf, interestsOf, lineWithBadPrice, NO_INTEREST, textOfAmount } from './interests.js';

describe('an amount as people write it', () => {
  it.each([
    ['1.234,56', 'EUR', 123456],
    ['1,234.56', 'EUR', 123456],
    ['1234.5', 'EUR', 123450],
    ['12 000', 'EUR', 1200000],
    ["12'000.05", 'CHF', 1200005],
    ['1.234', 'EUR', 123400],
    ['1999', 'JPY', 1999],
    ['0,99', 'EUR', 99],
  ])('%s %s', (text, currency, minor) => {
    expect(amountOf(text, currency)).toBe(minor);
  });

  it.each([
    ['', 'EUR'],
    ['about 20', 'EUR'],
    ['-3', 'EUR'],
    ['1.2345', 'EUR'],
    ['19.5', 'JPY'],
    ['99999999999999999999', 'EUR'],
  ])('%s %s is none', (text, currency) => {
    expect(amountOf(text, currency)).toBeNull();
  });

  it('comes back as it can be typed again', () => {
    expect(textOfAmount({ amountMinor: 199950, currency: 'EUR' })).toBe('1999.50');
    expect(amountOf(textOfAmount({ amountMinor: 5, currency: 'EUR' }), 'EUR')).toBe(5);
  });
});

describe('lines of interest', () => {
  it('are sent without the empty ones', () => {
    expect(
      interestsOf([
        { ...NO_INTEREST, description: ' Heat pump ', quantity: '1,5', price: '9.999,00' },
        { ...NO_INTEREST, description: ' ' },
        { ...NO_INTEREST, description: 'Advice', unit: 'h' },
      ]),
    ).toEqual([
      { description: 'Heat pump', quantity: '1.5', unitPrice: { amountMinor: 999900, currency: 'EUR' } },
      { description: 'Advice', quantity: '1', unit: 'h' },
    ]);
    expect(decimalOf('')).toBe('1');
  });

  it('know where a price cannot be read', () => {
    expect(lineWithBadPrice([NO_INTEREST, { ...NO_INTEREST, price: 'cheap' }])).toBe(1);
    expect(lineWithBadPrice([NO_INTEREST])).toBe(-1);
  });
});
