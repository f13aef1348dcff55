/** What was measured so many times, against what it should be. */
export interface Measured {
  readonly what: string;
  readonly timesMs: readonly number[];
  readonly aimMs: number;
}

/** Median and 95th percentile as a Markdown table. */
export function speedTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ what, timesMs, aimMs }) => [
    what,
    `${quantile(timesMs, 0.5).toFixed(0)} ms`,
    `${quantile(timesMs, 0.95).toFixed(0)} ms`,
    `median < ${aimMs} ms ${quantile(timesMs, 0.5) < aimMs ? '✓' : '✗'}`,
  ]);
  const head = ['the list of leads', 'median', 'p95', 'aim'];
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0), title.length),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** The value that a share (0 to 1) of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
