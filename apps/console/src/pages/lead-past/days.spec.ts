import { describe, expect, it } from '@jest/globals';
import { byDay, daysAgo } from './days.js';

const at = (instant: string): { at: string } => ({ at: instant });

describe('days', () => {
  const items = [at('2026-11-22T22:59:00Z'), at('2026-11-22T23:01:00Z'), at('2026-11-20T10:00:00Z')].toReversed();

  it('begin at midnight where the reader is', () => {
    expect(byDay(items, 'UTC').map(({ date, items: of }) => [date, of.length])).toEqual([
      ['2026-11-20', 1],
      ['2026-11-22', 2],
    ]);
    expect(byDay(items, 'Europe/Berlin').map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-23', '2026-11-22']);
  });

  it('are counted back from today, over a change of clocks as well', () => {
    const nowMs = Date.parse('2026-10-26T23:30:00Z');
    expect(daysAgo('2026-10-27', nowMs, 'Europe/Berlin')).toBe(0);
    expect(daysAgo('2026-10-24', nowMs, 'Europe/Berlin')).toBe(3);
    expect(daysAgo('2026-10-26', nowMs, 'UTC')).toBe(0);
  });
});
