import type { Position } from '@leadline/event-sourcing';

/** Bytes that an event takes up in the server's log, as far as positions tell. */
const STRIDE = 1_000n;

/**
 * Where an event of our SQLite log would stand in the server's: a byte offset. Ascending, never dense, and not to be
 * guessed from its neighbour's, as with the real one; commit and prepare are the same, as they are there.
 */
export function offsetOf(position: Position): bigint {
  const row = BigInt(position);
  return row * STRIDE + ((row * 7_919n) % 997n);
}

/** The way back; undefined for an offset at which no event can begin. */
export function positionAt(offset: bigint): Position | undefined {
  const position = String(offset / STRIDE).padStart(16, '0');
  return offsetOf(position) === offset ? position : undefined;
}

/** The position before, or the one before all: turns "from, inclusive" into "after". */
export function before(position: Position): Position {
  return String(Math.max(Number(position) - 1, 0)).padStart(16, '0');
}
