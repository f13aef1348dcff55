import type { Position } from '@leadline/event-sourcing';

/** Stands before every position: kept as the checkpoint of what began, deliberately, on an empty log. Never given to a store. */
export const BEGINNING: Position = '';

/** True where `a` comes before `b`; null comes before all. */
export function isBefore(a: Position | null, b: Position | null): boolean {
  return (a ?? BEGINNING) < (b ?? BEGINNING);
}

export function latest(a: Position | null, b: Position | null): Position | null {
  return isBefore(a, b) ? b : a;
}

/** A position as a store takes it. */
export function afterOf(position: Position | null): Position | null {
  return position === BEGINNING ? null : position;
}
