import type { CorrectLead, Interest, Money } from '../../../api/types.js';
import { digitsOf } from '../../../format/format.js';
import type { LeadField } from './save-field.js';

/** A line of interest as it is typed. */
export interface InterestText {
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  readonly currency: string;
  readonly productId?: string | undefined;
}

export const NO_INTEREST: InterestText = { description: '', quantity: '1', unit: '', price: '', currency: 'EUR' };

export const CURRENCIES = ['EUR', 'CHF', 'GBP', 'USD', 'DKK', 'SEK', 'NOK', 'PLN', 'CZK', 'HUF', 'JPY'] as const;

export const INTERESTS: LeadField<readonly InterestText[]> = {
  read: ({ interests }) => interests.map(textOfInterest),
  isSame: (a, b) => JSON.stringify(interestsOf(a)) === JSON.stringify(interestsOf(b)),
  patch: (lines) => ({ interests: interestsOf(lines) }),
};

export function textOfInterest({ description, quantity, unit = '', unitPrice, productId }: Interest): InterestText {
  return {
    description,
    quantity,
    unit,
    price: unitPrice ? textOfAmount(unitPrice) : '',
    currency: unitPrice?.currency ?? NO_INTEREST.currency,
    productId,
  };
}

/** What is sent: lines without a description are none. A figure that cannot be read goes as it is, for the server to say so. */
export function interestsOf(lines: readonly InterestText[]): NonNullable<CorrectLead['interests']> {
  return lines
    .filter(({ description }) => description.trim() !== '')
    .map(({ description, quantity, unit, price, currency, productId }) => {
      const amountMinor = amountOf(price, currency);
      return {
        description: description.trim(),
        quantity: decimalOf(quantity),
        ...(unit.trim() === '' ? {} : { unit: unit.trim() }),
        ...(amountMinor === null ? {} : { unitPrice: { amountMinor, currency } }),
        ...(productId === undefined ? {} : { productId }),
      };
    });
}

/** The first line with a price that is no amount; -1 where all can be read. */
export function lineWithBadPrice(lines: readonly InterestText[]): number {
  return lines.findIndex(({ price, currency }) => price.trim() !== '' && amountOf(price, currency) === null);
}

/** "1,5" is 1.5 to people; 1 where nothing is said. */
export function decimalOf(text: string): string {
  return text.trim().replace(',', '.') || '1';
}

/**
 * "1.234,56", "1,234.56" and "1234.5" in the currency's smallest unit; null where it is no amount, or a finer one than the
 * currency has. What follows the last point or comma is a fraction unless it is three digits: then both only group.
 */
export function amountOf(text: string, currency: string): number | null {
  const plain = text.replace(/[\s'’]/gu, '');
  const match = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d+))?$/.exec(plain);
  if (!match) return null;
  const [, whole = '', fraction = ''] = match;
  const digits = digitsOf(currency);
  if (fraction.length > digits) return null;
  const minor = Number(whole.replace(/[.,]/g, '') + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** 199950 EUR as "1999.50". */
export function textOfAmount({ amountMinor, currency }: Money): string {
  const digits = digitsOf(currency);
  return (amountMinor / 10 ** digits).toFixed(digits);
}
