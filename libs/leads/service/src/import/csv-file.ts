import { pipeline, Readable } from 'node:stream';
import { CsvError, parse, type Options } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { countKnownNames, readColumns, type ColumnMapping, type Columns } from './columns.js';
import { decoded, detectEncoding, type FileEncoding } from './file-encoding.js';
import { UnreadableFileError } from './import-problem.js';

export type Delimiter = ',' | ';' | '\t' | '|';

/** A record of the file, as it stands there. */
export interface CsvRecord {
  /** 1 is the first after the header. Blank ones do not count. */
  readonly number: number;
  /** The physical line on which it begins, as a text editor counts; line breaks within quotation marks count as well. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file of leads that can be read as often as need be, without ever being in memory as a whole. */
export interface CsvFile {
  readonly encoding: FileEncoding;
  readonly delimiter: string;
  readonly columns: Columns;
  /** @throws UnreadableFileError where from some line on nothing can be read */
  records(): AsyncIterable<CsvRecord>;
}

/** Tried in this order; the first of those that make the most known columns has it. */
const DELIMITERS: readonly Delimiter[] = [';', ',', '\t', '|'];
/** Characters of the beginning that the delimiter is found by: longer than any header. */
const HEAD_LENGTH = 64 * 1024;
/** Longer than any lead: a quotation mark that is never closed swallows the rest of the file. Bytes. */
const MAX_RECORD_SIZE = 1_000_000;

const RULES: Options = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_quotes: true,
  relax_column_count: true,
  max_record_size: MAX_RECORD_SIZE,
};

/**
 * Looks at a file: how it is encoded, what is between its cells, what its columns mean.
 * @throws UnreadableFileError where that cannot be told
 */
export async function openCsv(content: () => AsyncIterable<Uint8Array>, mapping: ColumnMapping = {}): Promise<CsvFile> {
  const encoding = await detectEncoding(content());
  const text = (): AsyncIterable<string> => decoded(content(), encoding);
  const { announced, delimiter } = findDelimiter(await headOf(text()), mapping);
  const rows = (): AsyncIterable<Row> => readRows(text(), delimiter, announced);
  const columns = readColumns(await headerOf(rows()), mapping);
  return {
    encoding,
    delimiter,
    columns,
    async *records() {
      let number = -1;
      for await (const { line, cells } of rows()) {
        number += 1;
        if (number > 0) yield { number, line, cells };
      }
    },
  };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** All rows that are not blank, the header first. */
async function* readRows(text: AsyncIterable<string>, delimiter: string, announced: boolean): AsyncIterable<Row> {
  let line = 1;
  const parser = parse({
    ...RULES,
    delimiter,
    raw: true,
    // Counted here, while it parses: what is parsed before an error in the same piece never comes out of the iteration.
    on_record(parsed: unknown) {
      const { record: cells, raw } = withRaw(parsed);
      const begins = line;
      line += 1 + cells.reduce((breaks, cell) => breaks + lineBreaksIn(cell), 0);
      if ((announced && begins === 1) || cells.every((cell) => cell.trim() === '')) return null;
      if (hasStrayQuote(cells, raw, delimiter)) {
        throw new UnreadableFileError('lead-import.quote-stray', { line: begins });
      }
      return [String(begins), ...cells];
    },
  });
  // What goes wrong while reading destroys the parser, so it comes out of the iteration.
  pipeline(Readable.from(text), parser, () => undefined);
  const rows: AsyncIterable<readonly string[]> = parser;
  try {
    for await (const [begins, ...cells] of rows) yield { line: Number(begins), cells };
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, line) : error;
  }
}

async function headerOf(rows: AsyncIterable<Row>): Promise<readonly string[]> {
  for await (const { cells } of rows) return cells;
  throw new UnreadableFileError('lead-import.file-empty');
}

async function headOf(text: AsyncIterable<string>): Promise<string> {
  let head = '';
  for await (const chunk of text) {
    head += chunk;
    if (head.length >= HEAD_LENGTH) break;
  }
  return head.slice(0, HEAD_LENGTH);
}

/** The delimiter: as the file announces it in a first line of its own (Excel's `sep=;`), else by what the header tells. */
function findDelimiter(head: string, mapping: ColumnMapping): { announced: boolean; delimiter: string } {
  const announced = /^sep=([^\r\n])(?:\r\n|\r|\n)/i.exec(head)?.[1];
  if (announced !== undefined) return { announced: true, delimiter: announced };
  const headers = DELIMITERS.map((delimiter) => ({ delimiter, cells: firstRow(head, delimiter) }));
  const score = ({ cells }: { cells: readonly string[] }): number => countKnownNames(cells, mapping);
  const best = headers.reduce((a, b) => {
    const better = score(b) - score(a) || (score(a) === 0 ? b.cells.length - a.cells.length : 0);
    return better > 0 ? b : a;
  });
  return { announced: false, delimiter: best.delimiter };
}

/** What the header would be; nothing where the beginning cannot be read with this delimiter. */
function firstRow(head: string, delimiter: string): readonly string[] {
  try {
    const rows: string[][] = parseAtOnce(head, { ...RULES, delimiter, to: 1, skip_empty_lines: true });
    return rows[0] ?? [];
  } catch (error) {
    if (error instanceof CsvError) return [];
    throw error;
  }
}

/** What csv-parse gives with `raw`: the cells, and the text they were made of. Its types do not tell. */
function withRaw(parsed: unknown): { readonly record: readonly string[]; readonly raw: string } {
  const isObject = typeof parsed === 'object' && parsed !== null && 'record' in parsed && 'raw' in parsed;
  if (!isObject || !Array.isArray(parsed.record)) throw new TypeError('A record comes with its raw text');
  return { record: parsed.record.map(String), raw: String(parsed.raw) };
}

/**
 * True where a quotation mark begins a cell but is no quotation, and the cell runs over several lines: then the mark that
 * was to close it is missing, and the lines after it are in the cell. `"Zum Löwen" GmbH` on one line is taken as it is.
 */
function hasStrayQuote(cells: readonly string[], raw: string, delimiter: string): boolean {
  return cells.some(
    (cell) =>
      cell.startsWith('"') && lineBreaksIn(cell) > 0 && (raw.startsWith(cell) || raw.includes(`${delimiter}${cell}`)),
  );
}

function lineBreaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function unreadable({ code }: CsvError, line: number): UnreadableFileError {
  return code === 'CSV_MAX_RECORD_SIZE'
    ? new UnreadableFileError('lead-import.record-too-long', { line, most: MAX_RECORD_SIZE })
    : new UnreadableFileError('lead-import.quote-open', { line });
}
