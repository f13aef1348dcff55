import { describe, expect, it } from '@jest/globals';
import { readCsv } from './csv-text.js';
import { rejectedCsv } from './rejected-csv.js';

const words = { line: 'Line', reason: 'Reason' };
const lines = [
  { line: 3, reasons: [{ field: 'email', message: '"x" is not an address.' }, { message: 'And more.' }] },
  { line: 4, reasons: [{ message: '=1+1' }] },
];

describe('the lines that were not taken', () => {
  it('stand as they came, with their reasons, to be imported again', () => {
    const csv = readCsv('Subject,Email\nPump,a@b.example\n"Pump, big",x\nOther,y\n');
    const written = rejectedCsv(lines, csv, words);
    expect(written).toBe(
      '\u{feff}Subject,Email,"Reason"\r\n"Pump, big",x,"""x"" is not an address. And more."\r\nOther,y,"\'=1+1"\r\n',
    );
    expect(readCsv(written)?.records.map(({ cells }) => cells[0])).toEqual(['Pump, big', 'Other']);
  });

  it('are named by their numbers where the file is no longer at hand', () => {
    expect(rejectedCsv(lines.slice(1), null, words)).toBe('\u{feff}"Line";"Reason"\r\n4;"\'=1+1"\r\n');
  });
});
