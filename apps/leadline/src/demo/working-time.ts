import type { Chance } from './chance.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** In UTC: from a quarter past nine in summer and a quarter past eight in winter, in Berlin as in Zurich and Vienna. */
const OPENS_MS = 7 * HOUR_MS + 15 * MINUTE_MS;
const CLOSES_MS = 15 * HOUR_MS + 45 * MINUTE_MS;

/** True while the office is open, Monday to Friday. */
export function isOpen(atMs: number): boolean {
  const timeOfDay = atMs % DAY_MS;
  return isWeekday(atMs) && timeOfDay >= OPENS_MS && timeOfDay < CLOSES_MS;
}

/** A moment within office hours, `afterMs` at the earliest; one that falls out of them is somewhere in the next morning. */
export function atWork(afterMs: number, chance: Chance): number {
  if (isOpen(afterMs)) return afterMs;
  const midnight = afterMs - (afterMs % DAY_MS);
  let day = afterMs - midnight < OPENS_MS ? midnight : midnight + DAY_MS;
  while (!isWeekday(day)) day += DAY_MS;
  return day + OPENS_MS + Math.round(chance.between(0, 2.5 * HOUR_MS));
}

/** Some working days later, at another time of day. */
export function workingDaysLater(afterMs: number, days: number, chance: Chance): number {
  const wholeDays = Math.floor(days);
  let day = afterMs - (afterMs % DAY_MS);
  for (let passed = 0; passed < wholeDays;) {
    day += DAY_MS;
    if (isWeekday(day)) passed += 1;
  }
  if (wholeDays === 0) return atWork(afterMs + Math.round((days - wholeDays) * 8 * HOUR_MS), chance);
  return atWork(day + Math.round(chance.between(OPENS_MS, CLOSES_MS)), chance);
}

function isWeekday(atMs: number): boolean {
  const day = new Date(atMs).getUTCDay();
  return day !== 0 && day !== 6;
}
