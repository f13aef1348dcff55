import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

const WRITTEN = 'YYYY-MM-DD HH:mm:ss';

/** `2026-11-22 20:16:17` on the clocks of a time zone. */
export function localTime(instant: string, timeZone: string): string {
  return dayjs(instant).tz(timeZone).format(WRITTEN);
}

/** The instant at which the clocks of a time zone show that; null where it is no date. */
export function instantOf(local: string, timeZone: string): string | null {
  const time = dayjs.tz(local, WRITTEN, timeZone);
  return time.isValid() ? time.toISOString() : null;
}
