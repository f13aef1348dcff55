const UNITS = [
  { unit: 'year', ms: 365 * 86_400_000 },
  { unit: 'month', ms: 30 * 86_400_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1_000 },
] as const;

/** "3 days": the time between two instants in its largest unit; null where it is less than a second. */
export function intervalText(from: string, to: string, language: string): string | null {
  const ms = Date.parse(to) - Date.parse(from);
  const step = UNITS.find((each) => ms >= each.ms);
  if (!step) return null;
  const format = new Intl.NumberFormat(language, { style: 'unit', unit: step.unit, unitDisplay: 'long' });
  return format.format(Math.floor(ms / step.ms));
}
