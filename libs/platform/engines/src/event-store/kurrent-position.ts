import { START, type Position as LogPosition, type ReadPosition } from '@eventstore/db-client';
import type { Position } from '@leadline/event-sourcing';

/** 2^64 has 20 digits. */
const DIGITS = 20;
const UNKNOWN = 2n ** 64n - 1n;
/** Bytes: an append of 1 MiB, with room for what the server adds. */
const LONGEST_RECORD = 2n ** 21n;
const FORM = /^\d{20}-\d{20}$/;

/** Before all events. */
export const BEGINNING: Position = `${'0'.repeat(DIGITS)}-${'0'.repeat(DIGITS)}`;

/** A position in `$all` as a text that compares like the pair, commit first. */
export function positionOf({ commit, prepare }: LogPosition): Position {
  return `${String(commit).padStart(DIGITS, '0')}-${String(prepare).padStart(DIGITS, '0')}`;
}

/** The same of an event, which a server before 22.6 does not tell, nor a later one of what an older client wrote. */
export function positionOfEvent(position: LogPosition | undefined): Position {
  if (position === undefined || position.commit === UNKNOWN) {
    throw new Error('EventStoreDB does not say where an event stands in the log; it must be version 23.10 or later');
  }
  return positionOf(position);
}

/** @throws TypeError for a text that is no position of EventStoreDB */
export function logPositionOf(position: Position | null | undefined): ReadPosition {
  if (position === null || position === undefined || position === BEGINNING) return START;
  return partsOf(position);
}

/**
 * True where a log that ends with the event at `last` may have given the position. An event's place is told exactly. How far
 * it has looked the server may also tell by the place behind a record, with 0 for prepare; behind the last one that is
 * beyond the last event, by the length of a record, which nobody tells. So there the longest one is granted.
 * @throws TypeError for a text that is no position of EventStoreDB
 */
export function isWithin(position: Position, last: Position | null): boolean {
  const { commit, prepare } = partsOf(position);
  if (position <= (last ?? BEGINNING)) return true;
  return last !== null && prepare === 0n && commit <= partsOf(last).commit + LONGEST_RECORD;
}

function partsOf(position: Position): LogPosition {
  if (!FORM.test(position)) throw new TypeError(`"${position}" is no position of EventStoreDB`);
  return { commit: BigInt(position.slice(0, DIGITS)), prepare: BigInt(position.slice(DIGITS + 1)) };
}
