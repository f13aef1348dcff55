import { describe, expect, it } from '@jest/globals';
import { readCurrency, readMoney, splitPrice } from './money.js';

describe('a currency', () => {
  it.each([
    ['EUR', 'EUR'],
    [' chf ', 'CHF'],
    ['€', 'EUR'],
    ['£', 'GBP'],
    ['Fr.', 'CHF'],
    ['EUO', null],
    ['', null],
    ['constructor', null],
  ])('is known by code or sign: "%s"', (text, code) => expect(readCurrency(text)).toBe(code));
});

describe('a price', () => {
  it.each([
    ['1.249,00', 'EUR', 124_900],
    ['1249', 'EUR', 124_900],
    ['1299.00', 'USD', 129_900],
    ["1'200.50", 'CHF', 120_050],
    ['1.249', 'EUR', 124_900],
    ['1,5', 'EUR', 150],
    ['0,5', 'EUR', 50],
    ['0.500', 'EUR', 50],
    ['12,50000', 'EUR', 1_250],
    ['12.500', 'EUR', 1_250_000],
    ['1.249', 'JPY', 1_249],
    ['1249.00', 'JPY', 1_249],
    ['1249.5', 'KWD', 1_249_500],
  ])('%s %s is %d of the smallest unit', (text, currency, amountMinor) =>
    expect(readMoney(text, currency)).toEqual({ amountMinor, currency }),
  );

  it.each([
    ['auf Anfrage', 'EUR', 'unreadable'],
    ['-5', 'EUR', 'negative'],
    ['-x', 'EUR', 'unreadable'],
    ['1.2345', 'EUR', 'too-precise'],
    ['0,125', 'EUR', 'too-precise'],
    ['1.249', 'KWD', 'ambiguous'],
    ['9999999999999,00', 'EUR', 'too-long'],
  ])('%s %s is none: %s', (text, currency, problem) => expect(readMoney(text, currency)).toMatchObject({ problem }));

  it.each([
    ['1.249,00 €', { number: '1.249,00', currency: 'EUR' }],
    ['€1,299.00', { number: '1,299.00', currency: 'EUR' }],
    ["CHF 1'200.–", { number: "1'200", currency: 'CHF' }],
    ['1249,-', { number: '1249' }],
    ['1 249,00 EUR', { number: '1 249,00', currency: 'EUR' }],
    ['1249', { number: '1249' }],
    ['-5 €', { number: '-5', currency: 'EUR' }],
    ['auf Anfrage', { number: 'auf Anfrage' }],
    ['ca. 500 Stück', { number: 'ca. 500 Stück' }],
    ['EUR 5 EUR', { number: 'EUR 5 EUR' }],
  ])('may name its currency itself: %s', (text, parts) => expect(splitPrice(text)).toEqual(parts));
});
