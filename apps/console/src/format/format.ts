import type { Money } from '../api/types.js';

/** How the person in front of the screen reads figures and dates. */
export interface Locale {
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const STEPS = [
  { unit: 'year', ms: 365 * DAY_MS },
  { unit: 'month', ms: 30 * DAY_MS },
  { unit: 'week', ms: 7 * DAY_MS },
  { unit: 'day', ms: DAY_MS },
  { unit: 'hour', ms: HOUR_MS },
  { unit: 'minute', ms: MINUTE_MS },
] as const;

const dateFormats = keptByKey<Intl.DateTimeFormat>();
const relativeFormats = keptByKey<Intl.RelativeTimeFormat>();
const numberFormats = keptByKey<Intl.NumberFormat>();

/** "22 Nov 2026, 19:46" in the reader's time zone; what is no instant stays as it is. */
export function formatDateTime(instant: string, locale: Locale): string {
  return formatted(instant, locale, { dateStyle: 'medium', timeStyle: 'short' });
}

/** "22 Nov 2026". */
export function formatDate(instant: string, locale: Locale): string {
  return formatted(instant, locale, { dateStyle: 'medium' });
}

/** "19:46". */
export function formatTime(instant: string, locale: Locale): string {
  return formatted(instant, locale, { timeStyle: 'short' });
}

/** "3 hours ago", "in 2 days"; within a minute "now". */
export function formatRelative(instant: string, nowMs: number, { language }: Locale, isShort = false): string {
  const differenceMs = Date.parse(instant) - nowMs;
  const step = STEPS.find(({ ms }) => Math.abs(differenceMs) >= ms);
  const style = isShort ? 'short' : 'long';
  const format = relativeFormats.of(`${language} ${style}`, () => {
    return new Intl.RelativeTimeFormat(language, { numeric: 'auto', style });
  });
  return step ? format.format(Math.trunc(differenceMs / step.ms), step.unit) : format.format(0, 'second');
}

/** "3 d", "5 h", "12 min": how long ago, in the space of a table's cell. */
export function formatAge(instant: string, nowMs: number, { language }: Locale): string {
  const ageMs = Math.max(nowMs - Date.parse(instant), 0);
  const [unit, ms] =
    ageMs >= DAY_MS
      ? (['day', DAY_MS] as const)
      : ageMs >= HOUR_MS
        ? (['hour', HOUR_MS] as const)
        : (['minute', MINUTE_MS] as const);
  const format = numberFormats.of(`${language} ${unit}`, () => {
    return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' });
  });
  return format.format(Math.floor(ageMs / ms));
}

/** As many digits behind the point as the currency has. */
export function formatMoney({ amountMinor, currency }: Money, { language }: Locale): string {
  const format = numberFormats.of(`${language} ${currency}`, () => {
    return new Intl.NumberFormat(language, { style: 'currency', currency });
  });
  return format.format(amountMinor / 10 ** digitsOf(currency));
}

export function formatNumber(value: number, { language }: Locale): string {
  return new Intl.NumberFormat(language).format(value);
}

/** How many digits a currency has behind the point: 2 for EUR, 0 for JPY (ISO 4217). */
export function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

function formatted(instant: string, { language, timeZone }: Locale, options: Intl.DateTimeFormatOptions): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return instant;
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  return dateFormats.of(key, () => new Intl.DateTimeFormat(language, { ...options, timeZone })).format(ms);
}

/** A list shows hundreds of dates, and making a format takes longer than using it. */
function keptByKey<T>(): { of(key: string, make: () => T): T } {
  const kept = new Map<string, T>();
  return {
    of(key, make) {
      const known = kept.get(key) ?? make();
      kept.set(key, known);
      return known;
    },
  };
}
