const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The suggestions for when to bring a lead back. */
export type Suggestion = 'inTwoHours' | 'tomorrow' | 'inThreeDays' | 'nextMonday';

export const SUGGESTIONS: readonly Suggestion[] = ['inTwoHours', 'tomorrow', 'inThreeDays', 'nextMonday'];

/** What the clocks of a time zone show: "2026-11-22T19:46". */
export function localTime(instantMs: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instantMs);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The local time of a suggestion, on the clocks of a time zone. Working days begin at nine. */
export function suggested(suggestion: Suggestion, nowMs: number, timeZone: string): string {
  const [today = ''] = localTime(nowMs, timeZone).split('T');
  const nineIn = (days: number): string => `${dayAfter(today, days)}T09:00`;
  switch (suggestion) {
    case 'inTwoHours':
      return localTime(nowMs + 120 * MINUTE_MS, timeZone);
    case 'tomorrow':
      return nineIn(1);
    case 'inThreeDays':
      return nineIn(3);
    case 'nextMonday': {
      const weekday = new Date(`${today}T00:00Z`).getUTCDay();
      return nineIn((8 - weekday) % 7 || 7);
    }
    default:
      return suggestion satisfies never;
  }
}

/** True for a local time in full, as the browser's field gives it. */
export function isLocalTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text);
}

/** A day by the calendar, in which every day is as long as any other. */
function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
