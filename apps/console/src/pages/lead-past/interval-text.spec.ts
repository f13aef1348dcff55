import { describe, expect, it } from '@jest/globals';
import { intervalText } from './interval-text.js';

describe('the time between two instants', () => {
  const from = '2026-11-01T08:00:00.000Z';

  it.each([
    ['2026-11-01T08:00:59.000Z', '59 seconds', '59 Sekunden'],
    ['2026-11-01T09:59:00.000Z', '1 hour', '1 Stunde'],
    ['2026-11-04T08:00:00.000Z', '3 days', '3 Tage'],
    ['2028-11-04T08:00:00.000Z', '2 years', '2 Jahre'],
  ])('until %s is %s', (to, english, german) => {
    expect(intervalText(from, to, 'en')).toBe(english);
    expect(intervalText(from, to, 'de')).toBe(german);
  });

  it('is nothing within a second, or where clocks disagree', () => {
    expect(intervalText(from, '2026-11-01T08:00:00.900Z', 'en')).toBeNull();
    expect(intervalText(from, '2026-11-01T07:00:00.000Z', 'en')).toBeNull();
  });
});
