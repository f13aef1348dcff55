import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readInstant } from './dates.js';

const BERLIN = 'Europe/Berlin';

describe('a date', () => {
  it.each([
    ['31.10.2026 14:30', '2026-10-31T13:30:00.000Z'],
    ['31.10.2026', '2026-10-30T23:00:00.000Z'],
    ['1.7.2026, 9:05 Uhr', '2026-07-01T07:05:00.000Z'],
    ['01. 07. 26', '2026-06-30T22:00:00.000Z'],
    ['31.10.2026 um 14:30:15', '2026-10-31T13:30:15.000Z'],
    ['2026-10-31 14:30:00', '2026-10-31T13:30:00.000Z'],
    ['2026-10-31', '2026-10-30T23:00:00.000Z'],
    ['2026-10-31T14:30', '2026-10-31T13:30:00.000Z'],
    ['2026-10-31T14:30:00+01:00', '2026-10-31T13:30:00.000Z'],
    ['2026-10-31 14:30:00.123Z', '2026-10-31T14:30:00.123Z'],
    ['10/31/2026 2:30 PM', '2026-10-31T13:30:00.000Z'],
    ['31/10/2026', '2026-10-30T23:00:00.000Z'],
    ['4/4/2026 12:00 am', '2026-04-03T22:00:00.000Z'],
  ])('%s', (text, instant) => expect(readInstant(text, BERLIN)).toEqual({ instant }));

  it.each([
    ['29.03.2026 02:30', '2026-03-29T01:30:00.000Z'],
    ['25.10.2026 02:30', '2026-10-25T00:30:00.000Z'],
  ])('in the hour that a clock change takes or repeats is as in RFC 5545: %s', (text, instant) =>
    expect(readInstant(text, BERLIN)).toEqual({ instant }),
  );

  it.each([
    '31.02.2026',
    '2026-13-01',
    '00.01.2026',
    '31.10.2026 25:00',
    '31.10.2026 14:60',
    '2026-02-30T10:00:00Z',
    '13/13/2026',
    '1/1/2026 13:00 PM',
    '01.01.0026',
  ])('that is in no calendar is impossible: %s', (text) =>
    expect(readInstant(text, BERLIN)).toEqual({ problem: 'impossible' }),
  );

  it.each(['gestern', '', '45000', '31.10.', '2026', '31-10-2026 x', '2026-10-31T14:30:00+1'])(
    'is not there in "%s"',
    (text) => expect(readInstant(text, BERLIN)).toEqual({ problem: 'unreadable' }),
  );

  it('is ambiguous where day and month could be exchanged', () =>
    expect(readInstant('03/04/2026', BERLIN)).toEqual({
      problem: 'ambiguous',
      readings: ['2026-04-03', '2026-03-04'],
    }));

  it('comes back, in German and in ISO, from any instant that shows in minutes', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          date.setUTCSeconds(0, 0);
          const iso = date.toISOString();
          const [day, time] = [iso.slice(0, 10), iso.slice(11, 16)];
          const german = `${day.split('-').reverse().join('.')} ${time}`;
          expect(readInstant(german, 'UTC')).toEqual({ instant: iso });
          expect(readInstant(`${day} ${time}`, 'UTC')).toEqual({ instant: iso });
          expect(readInstant(iso, BERLIN)).toEqual({ instant: iso });
        },
      ),
    ));

  it('never throws', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('1', '2', '0', '3', '.', '-', ':', ' ', 'T', 'Z', '/') }),
        (text) => {
          const read = readInstant(text, BERLIN);
          if ('instant' in read) expect(read.instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        },
      ),
    ));
});
