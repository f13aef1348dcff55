/** Rows of a long list that are worth showing. */
export interface Window {
  readonly first: number;
  /** Not shown any more. */
  readonly end: number;
}

/** Above and below what is seen, so that scrolling shows no gap. */
const SPARE_ROWS = 8;

/** Which rows of equal height are in sight. */
export function windowOf(scrollTop: number, height: number, rowHeight: number, count: number): Window {
  const first = Math.max(Math.floor(scrollTop / rowHeight) - SPARE_ROWS, 0);
  const end = Math.min(Math.ceil((scrollTop + height) / rowHeight) + SPARE_ROWS, count);
  return { first: Math.min(first, Math.max(end, 0)), end };
}

/** Where to scroll so that a row is in sight; the same where it is already. */
export function scrollTo(row: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop;
}
