import { describe, expect, it } from '@jest/globals';
import { instantOf, localTime } from './zoned-time.js';

describe('the time on a clock', () => {
  it('is that of the time zone, in summer and in winter', () => {
    expect(localTime('2026-07-01T10:00:00Z', 'Europe/Vienna')).toBe('2026-07-01 12:00:00');
    expect(localTime('2026-12-01T10:00:00Z', 'Europe/Vienna')).toBe('2026-12-01 11:00:00');
  });

  it('leads back to the instant', () => {
    for (const instant of ['2026-07-01T10:00:00.000Z', '2026-12-01T23:59:59.000Z']) {
      expect(instantOf(localTime(instant, 'America/New_York'), 'America/New_York')).toBe(instant);
    }
    expect(instantOf('soon', 'UTC')).toBeNull();
  });
});
