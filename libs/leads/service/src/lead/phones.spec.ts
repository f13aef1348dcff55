import { describe, expect, it } from '@jest/globals';
import { isInternational, readPhone } from './phones.js';

const read = (number: string, country?: string): string | undefined =>
  readPhone({ kind: 'work', number }, country)?.number;

describe('a phone number', () => {
  it.each([
    ['0621 / 12 34 56', undefined, '+49621123456'],
    ['+49 (0)621 123456', undefined, '+49621123456'],
    ['0049621123456', undefined, '+49621123456'],
    ['01 234 56 78', 'AT', '+4312345678'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['(212) 555-0100', 'US', '+12125550100'],
    ['+44 20 7946 0000', 'DE', '+442079460000'],
    ['0621 123456', 'XX', '+49621123456'],
    ["'+49621123456", undefined, '+49621123456'],
    ['0621 123456 ext. 5', undefined, '+49621123456'],
  ])('%s of %s is %s', (number, country, expected) => expect(read(number, country)).toBe(expected));

  it.each(['12', 'call me', '', '+', '0621 12345678901234567'])('"%s" is none', (number) =>
    expect(read(number)).toBeUndefined(),
  );

  it('keeps how it was written, also when it comes back', () => {
    expect(readPhone({ kind: 'work', number: '0621 123456' }, 'DE')?.typed).toBe('0621 123456');
    expect(readPhone({ kind: 'work', number: '+49621123456', typed: '0621 123456' }, 'US')).toEqual({
      kind: 'work',
      number: '+49621123456',
      typed: '0621 123456',
    });
  });

  it('says its country itself, or does not', () => {
    expect(['+49 621 1', '0049 621 1', '(+49) 1'].map(isInternational)).toEqual([true, true, true]);
    expect(['0621 1', '621 1', ''].map(isInternational)).toEqual([false, false, false]);
  });
});
