import { MINUTE_MS } from './working-time.js';

const QUARTER_MS = 15 * MINUTE_MS;

/** A moment as somebody sets it: on the quarter of an hour before it, by their own clock. */
export function dueTime(atMs: number, timeZone: string): { readonly localTime: string; readonly timeZone: string } {
  const rounded = atMs - (atMs % QUARTER_MS);
  // Swedish dates are ISO 8601 but for the T.
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(rounded);
  return { localTime: local.replace(' ', 'T'), timeZone };
}
