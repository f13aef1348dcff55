/** What happened on one day. */
export interface Day<Item> {
  /** `2026-11-22`, in the reader's time zone. */
  readonly date: string;
  readonly items: readonly Item[];
}

/** Groups what is in the order of time by the days of a time zone; the order stays. */
export function byDay<Item extends { readonly at: string }>(items: readonly Item[], timeZone: string): Day<Item>[] {
  const format = dateFormat(timeZone);
  const days: { date: string; items: Item[] }[] = [];
  for (const item of items) {
    const date = format.format(Date.parse(item.at));
    const last = days.at(-1);
    if (last?.date === date) last.items.push(item);
    else days.push({ date, items: [item] });
  }
  return days;
}

/** How many days a date lies before the day that `nowMs` falls on. */
export function daysAgo(date: string, nowMs: number, timeZone: string): number {
  const today = dateFormat(timeZone).format(nowMs);
  return Math.round((Date.parse(today) - Date.parse(date)) / 86_400_000);
}

/** The Swedes write dates as ISO 8601 does. */
function dateFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
}
