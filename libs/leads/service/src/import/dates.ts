import { Temporal } from 'temporal-polyfill';

export type DateProblem = 'unreadable' | 'impossible' | 'ambiguous';

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const TIME = '(?:(?:T|,?\\s+)(?:um\\s+)?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*(Uhr|[ap]\\.?m\\.?)?)?';
const ISO = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${TIME}$`, 'i');
const DOTS = new RegExp(`^(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4}|\\d{2})${TIME}$`, 'i');
const SLASHES = new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${TIME}$`, 'i');
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)$/i;

/** The years in which leads arrive; another one is a slip of the keyboard. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2199];

/**
 * The instant of a date as people and programs write it: ISO 8601, "31.10.2026 14:30", "10/31/2026 2:30 PM". Without an
 * offset it is local time in the zone; one that a clock change leaves out or repeats is resolved as in RFC 5545 section
 * 3.3.5. A date alone is its midnight. Of "03/04/2026" nobody can tell which is the month: it is ambiguous.
 */
export function readInstant(
  text: string,
  timeZone: string,
): { readonly instant: string } | { readonly problem: DateProblem; readonly readings?: readonly [string, string] } {
  const trimmed = text.trim();
  const [, date, time, offset] = INSTANT.exec(trimmed) ?? [];
  if (date !== undefined && time !== undefined && offset !== undefined) {
    const there = attempt(() => Temporal.Instant.from(`${date}T${time}${offset}`));
    const isThere = there !== null && isUsual(there.toZonedDateTimeISO('UTC').year);
    return isThere ? { instant: instantOf(there) } : { problem: 'impossible' };
  }
  const iso = ISO.exec(trimmed);
  if (iso) return local({ year: digits(iso[1]), month: digits(iso[2]), day: digits(iso[3]) }, iso, timeZone);
  const dots = DOTS.exec(trimmed);
  if (dots) return local({ year: fullYear(dots[3]), month: digits(dots[2]), day: digits(dots[1]) }, dots, timeZone);
  const slashes = SLASHES.exec(trimmed);
  if (!slashes) return { problem: 'unreadable' };
  const [year, first, second] = [digits(slashes[3]), digits(slashes[1]), digits(slashes[2])];
  const [dayFirst, monthFirst] = [
    { year, month: second, day: first },
    { year, month: first, day: second },
  ];
  if (first <= 12 && second <= 12 && first !== second) {
    return { problem: 'ambiguous', readings: [isoDate(dayFirst), isoDate(monthFirst)] };
  }
  return local(first > 12 ? dayFirst : monthFirst, slashes, timeZone);
}

function local(parts: Parts, match: RegExpExecArray, timeZone: string): ReturnType<typeof readInstant> {
  const half = match[7]?.toLowerCase().replaceAll('.', '');
  const hour = digits(match[4]);
  const isClock12 = half === 'am' || half === 'pm';
  if (isClock12 && (hour < 1 || hour > 12)) return { problem: 'impossible' };
  const time = {
    hour: isClock12 ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour,
    minute: digits(match[5]),
    second: digits(match[6]),
  };
  const there = attempt(() => Temporal.PlainDateTime.from({ ...parts, ...time }, { overflow: 'reject' }));
  if (!there || !isUsual(there.year)) return { problem: 'impossible' };
  return { instant: instantOf(there.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant()) };
}

/** Null for what is in no calendar: Temporal's RangeErrors. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isUsual(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function instantOf(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** A year of two digits is of this century. */
function fullYear(text: string | undefined): number {
  return text?.length === 2 ? 2000 + digits(text) : digits(text);
}

function digits(text: string | undefined): number {
  return text === undefined ? 0 : Number(text);
}

function isoDate({ year, month, day }: Parts): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
