import { Temporal } from 'temporal-polyfill';
import type { DueTime } from '@leadline/leads-domain';

const LOCAL_TIME = /^((?:19|20|21)\d\d)-\d\d-\d\dT\d\d:\d\d$/;

/** A time as clocks show it, `2026-03-29T02:30`, of a day there is, in this century or those beside it. */
export function isLocalTime(value: unknown): value is string {
  if (typeof value !== 'string' || !LOCAL_TIME.test(value)) return false;
  try {
    return Temporal.PlainDateTime.from(value, { overflow: 'reject' }).toString({ smallestUnit: 'minute' }) === value;
  } catch {
    return false;
  }
}

/** The zone in its own spelling; null where it is no name of the IANA database. An offset is not: it knows no summer. */
export function timeZoneNamed(name: string): string | null {
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}

/** True for a name of the IANA database, in any case. */
export function isTimeZoneName(value: unknown): value is string {
  return typeof value === 'string' && timeZoneNamed(value) !== null;
}

/**
 * The instant of a local time, as RFC 5545 section 3.3.5 has it: one that a clock change leaves out is read with the offset
 * before the gap, one that comes twice is the first. Temporal calls that "compatible".
 * @throws RangeError for what {@link isLocalTime} and {@link timeZoneNamed} refuse
 */
export function dueTimeOf({ localTime, timeZone }: { readonly localTime: string; readonly timeZone: string }): DueTime {
  const zoned = Temporal.PlainDateTime.from(localTime).toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  return { localTime, timeZone: zoned.timeZoneId, at: new Date(zoned.epochMilliseconds).toISOString() };
}

/** The day, from midnight to midnight, that an instant falls on in a zone. Midnight may be left out by a clock change. */
export function dayOf(instant: string, timeZone: string): { readonly from: string; readonly until: string } {
  const start = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).startOfDay();
  const utc = ({ epochMilliseconds }: Temporal.ZonedDateTime): string => new Date(epochMilliseconds).toISOString();
  return { from: utc(start), until: utc(start.add({ days: 1 }).startOfDay()) };
}
