import type { CsvText } from './csv-text.js';

/** A line of an import that was not taken. */
export interface RejectedLine {
  readonly line: number;
  readonly reasons?: readonly { readonly field?: string; readonly message: string }[];
}

/** What the columns are called. */
export interface RejectedWords {
  readonly line: string;
  readonly reason: string;
}

/** Excel takes a file for UTF-8 only with this. */
const MARK = '\u{feff}';

/**
 * The lines that were not taken, as CSV. With the file at hand each stands there as it came, its reason in a column more,
 * to be put right and imported again; without it, by its number.
 */
export function rejectedCsv(lines: readonly RejectedLine[], csv: CsvText | null, words: RejectedWords): string {
  const delimiter = csv?.delimiter ?? ';';
  const raws = new Map(csv?.records.map(({ line, raw }) => [line, raw]));
  const head = csv ? [csv.header.raw, quoted(words.reason)] : [quoted(words.line), quoted(words.reason)];
  const rows = lines.map(({ line, reasons = [] }) => {
    const told = quoted(reasons.map(({ message }) => message).join(' '));
    return [csv ? (raws.get(line) ?? '') : String(line), told].join(delimiter);
  });
  return `${MARK}${[head.join(delimiter), ...rows].join('\r\n')}\r\n`;
}

/** Never what a spreadsheet would take for a formula. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
