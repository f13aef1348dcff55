import { describe, expect, it } from '@jest/globals';
import { decodeText, readCsv } from './csv-text.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('the text of a file', () => {
  it('is found by its mark, or by what it can be', () => {
    expect(decodeText(new TextEncoder().encode('\u{feff}Größe'))).toBe('Größe');
    expect(decodeText(bytes(0x47, 0x72, 0xf6, 0xdf, 0x65))).toBe('Größe');
    expect(decodeText(bytes(0xff, 0xfe, 0x47, 0x00))).toBe('G');
    expect(decodeText(bytes(0xfe, 0xff, 0x00, 0x47))).toBe('G');
  });
});

describe('a CSV file', () => {
  it.each([';', ',', '\t', '|'])('is read with "%s" between its cells', (delimiter) => {
    const csv = readCsv(['Subject', 'Name', 'City'].join(delimiter) + '\n' + ['Pump', 'Ada', 'Wien'].join(delimiter));
    expect(csv).toMatchObject({ delimiter, header: { cells: ['Subject', 'Name', 'City'] } });
    expect(csv?.records).toEqual([
      { line: 2, cells: ['Pump', 'Ada', 'Wien'], raw: ['Pump', 'Ada', 'Wien'].join(delimiter) },
    ]);
  });

  it('may say itself what is between its cells', () => {
    expect(readCsv('sep=|\r\na,b|c\r\n1,2|3\r\n')).toMatchObject({
      header: { cells: ['a,b', 'c'] },
      records: [{ line: 3 }],
    });
  });

  it.each(['\n', '\r\n', '\r'])('counts lines as a text editor does (%j)', (br) => {
    const csv = readCsv(['a;b', '"one', '', 'two";x', '', '"say ""hi""";y'].join(br));
    expect(csv?.records.map(({ line, cells }) => [line, cells])).toEqual([
      [2, [`one${br}${br}two`, 'x']],
      [6, ['say "hi"', 'y']],
    ]);
  });

  it('takes a quotation mark within a cell as it is', () => {
    expect(readCsv('a;b\nRohr 5";x')?.records[0]?.cells).toEqual(['Rohr 5"', 'x']);
  });

  it('is none where nothing stands in it', () => {
    expect(readCsv('')).toBeNull();
    expect(readCsv('\n \n')).toBeNull();
  });
});
