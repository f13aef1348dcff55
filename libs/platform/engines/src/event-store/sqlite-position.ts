import type { Position } from '@leadline/event-sourcing';

/** 2^53 has 16 digits: beyond that SQLite's row number could not be a JavaScript number any more. */
const DIGITS = 16;

/** The position of a row, as a text that compares like the number. */
export function positionOf(row: number): Position {
  return String(row).padStart(DIGITS, '0');
}

/** The row of a position; 0, before the first, for none. @throws TypeError for a text that is no position of this store */
export function rowOf(position: Position | null | undefined): number {
  if (position === null || position === undefined) return 0;
  const row = Number(position);
  if (position.length !== DIGITS || !Number.isSafeInteger(row) || row < 0) {
    throw new TypeError(`"${position}" is no position of an SQLite event store`);
  }
  return row;
}
