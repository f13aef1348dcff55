import type { Money } from '@leadline/leads-domain';
import { decimalsOf, readNumber } from './numbers.js';

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Signs that mean one currency where this is read. A dollar without more is that of the United States. */
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  $: 'USD',
  'FR.': 'CHF',
  SFR: 'CHF',
  'SFR.': 'CHF',
  EURO: 'EUR',
  US$: 'USD',
};

/** Trillions, in cents: the same as over HTTP. */
const MAX_AMOUNT_MINOR = 1e14;

export type MoneyProblem = 'unreadable' | 'negative' | 'ambiguous' | 'too-precise' | 'too-long';

/** A price before anybody knows its currency. */
export interface PriceText {
  readonly number: string;
  /** The currency it names itself. */
  readonly currency?: string;
}

/** The ISO 4217 code that a text means, by code or sign; null where it means none. */
export function readCurrency(text: string): string | null {
  const code = text.trim().toUpperCase();
  const meant = SIGNS[code] ?? code;
  return CODES.has(meant) ? meant : null;
}

/** Takes a currency off a price that has one before or behind it: "1.249,00 €", "CHF 1'200.–". */
export function splitPrice(text: string): PriceText {
  const match = /^([^\d\s+\-−]*)\s*(.*?)\s*([^\d\s.,\-–—]*)$/su.exec(text.trim());
  const [, before = '', middle = '', behind = ''] = match ?? [];
  const number = middle.replace(/[.,]\s*[-–—]{1,2}$/, '');
  const sign = before || behind;
  if (sign === '') return { number };
  const currency = before !== '' && behind !== '' ? null : readCurrency(sign);
  return currency === null ? { number: text.trim() } : { number, currency };
}

const knownDigits = new Map<string, number>();

/** How many decimals the currency has: 2 for EUR, 0 for JPY. ISO 4217. */
export function decimalsOfCurrency(currency: string): number {
  const known = knownDigits.get(currency);
  if (known !== undefined) return known;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  knownDigits.set(currency, digits);
  return digits;
}

/** A price in the currency's smallest unit. "1.249" is 1249 euros, since no euro has three decimals. */
export function readMoney(
  text: string,
  currency: string,
): Money | { readonly problem: MoneyProblem; readonly readings: readonly string[] } {
  const readings = readNumber(text);
  if (readings.length === 0) {
    const negative = /^[-−]/.test(text.trim()) && readNumber(text.trim().slice(1)).length > 0;
    return { problem: negative ? 'negative' : 'unreadable', readings };
  }
  const digits = decimalsOfCurrency(currency);
  // Zeros at the end say nothing, unless they may be thousands: "12.50000" is 12.50, and "12.500" is 12500.
  const isPlain = readings.length === 1;
  const fitting = readings.filter((reading) => decimalsOf(isPlain ? withoutZeros(reading) : reading) <= digits);
  const [amount, ...others] = fitting;
  if (amount === undefined) return { problem: 'too-precise', readings };
  if (others.length > 0) return { problem: 'ambiguous', readings };
  const [integer = '', fraction = ''] = amount.split('.');
  const amountMinor = Number(`${integer}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  if (amountMinor > MAX_AMOUNT_MINOR) return { problem: 'too-long', readings };
  return { amountMinor, currency };
}

function withoutZeros(number: string): string {
  return number.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}
