import { describe, expect, it } from '@jest/globals';
import { dayOf, dueTimeOf, isLocalTime, timeZoneNamed } from './due-time.js';

describe('the instant of a local time', () => {
  it.each([
    ['on an ordinary day', '2026-11-06T09:00', 'Europe/Berlin', '2026-11-06T08:00:00.000Z'],
    ['left out in spring: with the offset before', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['left out in New York', '2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['that comes twice in autumn: the first', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    [
      'that comes twice where clocks go back by half an hour',
      '2026-04-05T01:45',
      'Australia/Lord_Howe',
      '2026-04-04T14:45:00.000Z',
    ],
    ['of a day that was left out as a whole', '2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
    ['in UTC', '2026-01-01T00:00', 'UTC', '2026-01-01T00:00:00.000Z'],
  ])('%s', (_when, localTime, timeZone, at) => expect(dueTimeOf({ localTime, timeZone }).at).toBe(at));
});

describe('a local time', () => {
  it.each(['2026-03-29T02:30', '2024-02-29T23:59'])('can be %s', (text) => expect(isLocalTime(text)).toBe(true));
  it.each(['2026-02-29T10:00', '2026-01-01T24:00', '2026-01-01', '2026-01-01T10:00Z', '1026-01-01T10:00', '', 1, null])(
    'cannot be %p',
    (value) => expect(isLocalTime(value)).toBe(false),
  );
});

describe('a time zone', () => {
  it('goes by its name, in any case', () => {
    expect(timeZoneNamed('Europe/Berlin')).toBe('Europe/Berlin');
    expect(timeZoneNamed('europe/berlin')).toBe('Europe/Berlin');
  });
  it.each(['Mars/Olympus', '+02:00', '', 'Europe/'])('is not "%s"', (name) => expect(timeZoneNamed(name)).toBeNull());
});

describe('a day', () => {
  it.each([
    [
      'an ordinary one',
      '2026-11-02T23:30:00Z',
      'Europe/Berlin',
      '2026-11-02T23:00:00.000Z',
      '2026-11-03T23:00:00.000Z',
    ],
    [
      'one of 25 hours',
      '2026-10-25T12:00:00Z',
      'Europe/Berlin',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ],
    [
      'one that begins at one',
      '2026-03-29T12:00:00Z',
      'Asia/Beirut',
      '2026-03-28T22:00:00.000Z',
      '2026-03-29T21:00:00.000Z',
    ],
  ])('is %s', (_which, instant, timeZone, from, until) => expect(dayOf(instant, timeZone)).toEqual({ from, until }));
});
