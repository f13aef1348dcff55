/** A record of a CSV file, as it stands there. */
export interface CsvRecord {
  /** On which line of the file it begins, as a text editor counts: 1 is the first. */
  readonly line: number;
  readonly cells: readonly string[];
  /** The record's text, without the line break at its end. */
  readonly raw: string;
}

export interface CsvText {
  readonly delimiter: string;
  readonly header: CsvRecord;
  /** Those after the header that are not blank. */
  readonly records: readonly CsvRecord[];
}

const DELIMITERS = [';', ',', '\t', '|'] as const;

/** The text of a file: UTF-8 or UTF-16 by its mark, else UTF-8 if it is that, else Windows-1252, as the server reads it. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What a CSV file holds; null where it holds no line. What it means the server says: this is for showing it. */
export function readCsv(text: string): CsvText | null {
  const announced = /^sep=([^\r\n])(?:\r\n|\r|\n)/i.exec(text)?.[1];
  const delimiter = announced ?? likeliestDelimiter(text);
  const records = recordsOf(text, delimiter).filter(
    ({ line, cells }) => !(announced !== undefined && line === 1) && cells.some((cell) => cell.trim() !== ''),
  );
  const [header, ...rest] = records;
  return header ? { delimiter, header, records: rest } : null;
}

/** The one that makes the most columns of the first line. */
function likeliestDelimiter(text: string): string {
  const [first = ''] = text.split(/\r\n|\r|\n/, 1);
  const counts = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: recordsOf(first, delimiter)[0]?.cells.length ?? 0,
  }));
  return counts.reduce((a, b) => (b.count > a.count ? b : a)).delimiter;
}

function recordsOf(text: string, delimiter: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const { cells, end, breaks } = recordAt(text, at, delimiter);
    records.push({ line, cells, raw: text.slice(at, end) });
    at = end + lineBreakAt(text, end);
    line += breaks + 1;
  }
  return records;
}

function recordAt(text: string, start: number, delimiter: string): { cells: string[]; end: number; breaks: number } {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let isAtStart = true;
  let breaks = 0;
  let at = start;
  for (; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted) {
      const lineBreak = lineBreakAt(text, at);
      if (sign !== '"') {
        cell += sign;
        if (lineBreak === 1) breaks += 1;
      } else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && isAtStart) {
      isQuoted = true;
      isAtStart = false;
    } else if (sign === delimiter) {
      cells.push(cell);
      cell = '';
      isAtStart = true;
    } else if (lineBreakAt(text, at) > 0) break;
    else {
      cell += sign;
      isAtStart = false;
    }
  }
  return { cells: [...cells, cell], end: at, breaks };
}

/** How long a line break is that begins here: `\r\n` is one of two characters, whose second counts alone. */
function lineBreakAt(text: string, at: number): number {
  const sign = text.charAt(at);
  if (sign === '\r') return text.charAt(at + 1) === '\n' ? 2 : 1;
  return sign === '\n' ? 1 : 0;
}
