import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openCsv, type CsvRecord } from './csv-file.js';

const EXAMPLE = readFileSync(new URL('../../../../../examples/leads.csv', import.meta.url));

const inPieces = (bytes: Uint8Array, size: number) =>
  async function* (): AsyncIterable<Uint8Array> {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  };
const open = (content: string | Uint8Array, { mapping = {}, size = 7 } = {}) =>
  openCsv(inPieces(typeof content === 'string' ? new TextEncoder().encode(content) : content, size), mapping);
const read = async (content: string | Uint8Array, size?: number): Promise<CsvRecord[]> => {
  const records: CsvRecord[] = [];
  for await (const record of (await open(content, size === undefined ? {} : { size })).records()) records.push(record);
  return records;
};
const failure = (content: string | Uint8Array): Promise<unknown> =>
  read(content).then(
    () => 'read',
    (error: unknown) => (error as { reason?: unknown }).reason ?? error,
  );

describe('a file of leads', () => {
  it('is read with the line that a text editor shows for each record', async () => {
    const records = await read(EXAMPLE, 65_536);
    expect(records).toHaveLength(400);
    expect(records.at(0)).toMatchObject({ number: 1, line: 2 });
    expect(records[18]).toMatchObject({ number: 19, line: 29 });
    expect(records[342]?.cells).toHaveLength(25);
    expect(records[342]?.line).toBe(457);
    expect(records[369]).toMatchObject({ line: 492 });
  });

  it('is the same in whatever pieces it arrives', async () => {
    const start = EXAMPLE.subarray(0, 9_000);
    const cut = start.subarray(0, start.lastIndexOf('\r\n'));
    expect(await read(cut, 1)).toEqual(await read(cut, 5_000));
  });

  it.each([
    [';', 'Name;Firma\nMüller;"a;b"'],
    [',', 'Name,Firma\nMüller,"a;b"'],
    ['\t', 'Name\tFirma\nMüller\ta;b'],
    ['|', 'Name|Firma\nMüller|a;b'],
    ['^', 'sep=^\r\nName^Firma\r\nMüller^a;b'],
    [',', '"Name; Vorname",Firma,Email\nMüller,a;b,x'],
  ])('may have %s between its cells', async (delimiter, content) => {
    const file = await open(content);
    expect(file.delimiter).toBe(delimiter);
    const [record] = await read(content);
    expect(record?.cells.slice(0, 2)).toEqual(['Müller', 'a;b']);
    expect(record?.line).toBe(content.startsWith('sep') ? 3 : 2);
  });

  it('may have any line ends, blank lines, and line breaks within quotation marks', async () => {
    const records = await read('\r\nName;Firma\r\n\r\n"a\r\nb";1\n;\n"c\n\nd";2\re;3\n\n');
    expect(records).toEqual([
      { number: 1, line: 4, cells: ['a\r\nb', '1'] },
      { number: 2, line: 7, cells: ['c\n\nd', '2'] },
      { number: 3, line: 10, cells: ['e', '3'] },
    ]);
  });

  it('may have no record at all', async () => expect(await read('Name;Firma\n')).toEqual([]));

  it.each([
    ['utf-8', new TextEncoder().encode('Name\nMüller €')],
    ['utf-8', new TextEncoder().encode('\ufeffName\nMüller €')],
    ['windows-1252', new Uint8Array([...Buffer.from('Name\nM\xfcller ', 'latin1'), 0x80])],
    ['utf-16le', new Uint8Array([0xff, 0xfe, ...Buffer.from('Name\nMüller €', 'utf16le')])],
    ['utf-16be', new Uint8Array([0xfe, 0xff, ...Buffer.from('Name\nMüller €', 'utf16le').swap16()])],
  ])('is understood in %s', async (encoding, bytes) => {
    expect((await open(bytes)).encoding).toBe(encoding);
    expect((await read(bytes))[0]?.cells).toEqual(['Müller €']);
  });

  it('keeps quotation marks that quote nothing', async () => {
    const [record] = await read('Name;Firma;Notiz\nX;"Zum Löwen" GmbH;Rohr 12" lang');
    expect(record?.cells).toEqual(['X', '"Zum Löwen" GmbH', 'Rohr 12" lang']);
    const [quoted] = await read('Name;Notiz\nX;"""Ja"", sagt er,\nund: ""Nein""."');
    expect(quoted?.cells).toEqual(['X', '"Ja", sagt er,\nund: "Nein".']);
    const [begins] = await read('Name;Notiz\nX;"""Ja\nund so weiter"');
    expect(begins?.cells).toEqual(['X', '"Ja\nund so weiter']);
  });

  it.each([
    ['lead-import.file-empty', ''],
    ['lead-import.file-empty', '\n\n'],
    ['lead-import.file-excel', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
    ['lead-import.file-binary', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1])],
    ['lead-import.no-known-column', 'Otto;Meier\nEva;Müller'],
    ['lead-import.no-known-column', '<html><body>Login</body></html>'],
  ])('is refused with a reason: %s', async (code, content) => expect(await failure(content)).toMatchObject({ code }));

  it('is refused with the line where a quotation mark is never closed', async () => {
    expect(await failure('Name;Firma\na;1\nb;"open\nc;2\nd;3')).toEqual({
      code: 'lead-import.quote-open',
      params: { line: 3 },
    });
    expect(await failure('Name;Firma\na;1\nb;"open\nc;"2"\nd;3')).toEqual({
      code: 'lead-import.quote-stray',
      params: { line: 3 },
    });
    const endless = `Name;Firma\na;1\nb;"open\n${'c;2\n'.repeat(400_000)}`;
    expect(await failure(endless)).toMatchObject({ code: 'lead-import.record-too-long', params: { line: 3 } });
  });

  it('comes back as it was written', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ';', ',', '\n', '\r\n', ' ', '€', '=') });
    const filled = fc.tuple(fc.constantFrom('x', 'y'), cell, cell);
    await fc.assert(
      fc.asyncProperty(fc.array(filled, { maxLength: 6 }), async (rows) => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = ['Name;Firma;Notiz', ...rows.map((row) => row.map(quote).join(';'))].join('\r\n');
        const records = await read(text, 5);
        expect(records.map(({ cells }) => cells)).toEqual(rows);
        for (const { line, cells } of records) {
          const from = text
            .split(/\r\n|\n|\r/)
            .slice(line - 1)
            .join('\n');
          expect(from.startsWith(`"${cells[0]}";`)).toBe(true);
        }
      }),
    );
  });
});
