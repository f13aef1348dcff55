import { describe, expect, it } from '@jest/globals';
import { isLocalTime, localTime, suggested } from './local-time.js';

const SUNDAY = Date.parse('2026-11-22T22:30:00Z');
const BERLIN = 'Europe/Berlin';

describe('the time on the clocks of a place', () => {
  it('is that of its time zone, at midnight too', () => {
    expect(localTime(SUNDAY, BERLIN)).toBe('2026-11-22T23:30');
    expect(localTime(SUNDAY, 'Asia/Tokyo')).toBe('2026-11-23T07:30');
    expect(localTime(Date.parse('2026-11-22T23:00:00Z'), BERLIN)).toBe('2026-11-23T00:00');
  });

  it('is told from half of one', () => {
    expect(isLocalTime('2026-11-22T23:30')).toBe(true);
    expect(isLocalTime('2026-11-22')).toBe(false);
  });
});

describe('a suggestion', () => {
  it('counts days as the person does who reads it', () => {
    expect(suggested('inTwoHours', SUNDAY, BERLIN)).toBe('2026-11-23T01:30');
    expect(suggested('tomorrow', SUNDAY, BERLIN)).toBe('2026-11-23T09:00');
    expect(suggested('tomorrow', SUNDAY, 'Asia/Tokyo')).toBe('2026-11-24T09:00');
    expect(suggested('inThreeDays', Date.parse('2026-12-30T12:00:00Z'), BERLIN)).toBe('2027-01-02T09:00');
  });

  it('means the Monday to come, on a Monday the one after', () => {
    expect(suggested('nextMonday', SUNDAY, BERLIN)).toBe('2026-11-23T09:00');
    expect(suggested('nextMonday', Date.parse('2026-11-23T12:00:00Z'), BERLIN)).toBe('2026-11-30T09:00');
    expect(suggested('nextMonday', Date.parse('2026-11-25T12:00:00Z'), BERLIN)).toBe('2026-11-30T09:00');
  });

  it('stands on the day that is meant where clocks change in between', () => {
    expect(suggested('tomorrow', Date.parse('2026-10-24T12:00:00Z'), BERLIN)).toBe('2026-10-25T09:00');
  });
});
