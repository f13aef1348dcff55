import { describe, expect, it } from '@jest/globals';
import { formatAge, formatDateTime, formatMoney, formatRelative, type Locale } from './format.js';

const ENGLISH: Locale = { language: 'en', timeZone: 'Europe/Berlin' };
const GERMAN: Locale = { language: 'de', timeZone: 'Europe/Berlin' };
const NOW = Date.parse('2026-11-22T12:00:00Z');

/** Intl puts narrow and no-break spaces where they belong; here any space will do. */
const plain = (text: string): string => text.replace(/\s/gu, ' ');

describe('what is shown', () => {
  it('is in the time zone and language of the reader', () => {
    expect(plain(formatDateTime('2026-07-01T22:30:00Z', ENGLISH))).toBe('Jul 2, 2026, 12:30 AM');
    expect(plain(formatDateTime('2026-07-01T22:30:00Z', GERMAN))).toBe('02.07.2026, 00:30');
  });

  it('stays as it is where it is no instant', () => {
    expect(formatDateTime('soon', ENGLISH)).toBe('soon');
  });

  it('tells how far something is from now', () => {
    expect(formatRelative('2026-11-22T11:59:40Z', NOW, ENGLISH)).toBe('now');
    expect(formatRelative('2026-11-22T09:10:00Z', NOW, ENGLISH)).toBe('2 hours ago');
    expect(formatRelative('2026-11-25T12:00:00Z', NOW, GERMAN)).toBe('in 3 Tagen');
  });

  it('tells an age in the space of a cell', () => {
    expect(plain(formatAge('2026-11-22T11:15:00Z', NOW, ENGLISH))).toBe('45 min');
    expect(plain(formatAge('2026-11-12T11:15:00Z', NOW, ENGLISH))).toBe('10 days');
    expect(plain(formatAge('2026-11-23T11:15:00Z', NOW, ENGLISH))).toBe('0 min');
  });

  it('has as many digits as the currency', () => {
    expect(plain(formatMoney({ amountMinor: 123456, currency: 'EUR' }, GERMAN))).toBe('1.234,56 €');
    expect(plain(formatMoney({ amountMinor: 1999, currency: 'JPY' }, ENGLISH))).toBe('¥1,999');
  });
});
