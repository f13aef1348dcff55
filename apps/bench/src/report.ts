/** One measured line: what, how much, against which bare limit or aim. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** The bare limit, measured in the same run. */
  readonly bare?: string;
  readonly ratio?: number;
  /** The aim in words, and whether it was met. */
  readonly aim?: string;
  readonly met?: boolean;
}

const COLUMNS = ['what', 'measured', 'bare limit, same run', 'ratio', 'aim'];

/** The rows as a Markdown table, aligned. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, bare, ratio, aim, met }) => [
    what,
    measured,
    bare ?? '–',
    ratio === undefined ? '–' : ratio.toFixed(2),
    aim === undefined ? '–' : `${aim}${met === undefined ? '' : met ? ' ✓' : ' ✗'}`,
  ]);
  const widths = COLUMNS.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(COLUMNS), rule, ...cells.map(line)].join('\n');
}

export function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString('en')}/s`;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
