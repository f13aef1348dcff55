import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readNumber } from './numbers.js';

const BLANK = ' ';
const NARROW = ' ';

describe('a number as people write it', () => {
  it.each([
    ['1', ['1']],
    [' 12 ', ['12']],
    ['9,8', ['9.8']],
    ['9.8', ['9.8']],
    ['1500', ['1500']],
    ['007', ['7']],
    ['0', ['0']],
    ['0,125', ['0.125']],
    ['1.249,00', ['1249.00']],
    ['1,299.00', ['1299.00']],
    ["1'200.50", ['1200.50']],
    ['1’200.50', ['1200.50']],
    ['1 249,00', ['1249.00']],
    [`1${BLANK}249,00`, ['1249.00']],
    [`12${NARROW}249${NARROW}000`, ['12249000']],
    ['1.249.000', ['1249000']],
    ['1249.500', ['1249.500']],
  ])('%s', (text, readings) => expect(readNumber(text)).toEqual(readings));

  it.each(['1.249', '1,249'])('is read both ways where it depends on who wrote it: %s', (text) =>
    expect(readNumber(text)).toEqual(['1.249', '1249']),
  );

  it.each(['', '-', '-2', 'ein paar', '1,2,3', '1.24.500', '12.34,5.6', '1..2', '.5', '5.', '1e3', '٣', '1 2'])(
    'is none: "%s"',
    (text) => expect(readNumber(text)).toEqual([]),
  );

  const styles = [
    { group: '.', point: ',' },
    { group: ',', point: '.' },
    { group: "'", point: '.' },
    { group: '’', point: ',' },
    { group: BLANK, point: ',' },
    { group: '', point: ',' },
    { group: '', point: '.' },
  ];

  it('comes back however it is written, with two decimals', () =>
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(99), fc.constantFrom(...styles), (integer, cents, { group, point }) => {
        const fraction = String(cents).padStart(2, '0');
        const written = String(integer).replace(/\B(?=(\d{3})+$)/g, group) + point + fraction;
        expect(readNumber(written)).toEqual([`${integer}.${fraction}`]);
      }),
    ));

  it('is a decimal or nothing, whatever stands there', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', '0', '.', ',', ' ', "'", '-', 'x') }), (text) => {
        for (const reading of readNumber(text)) expect(reading).toMatch(/^(0|[1-9]\d*)(\.\d+)?$/);
      }),
    ));
});
