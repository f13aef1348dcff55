import type { Position } from '@leadline/event-sourcing';

export interface Progress {
  /** Events folded so far. */
  readonly events: number;
  /** 0 to 1, by position in the log where positions tell. */
  readonly progress: number;
}

/** Turns positions into a share of the way to where the log ended at the start. */
export function progressIn(
  head: Position | null,
  onProgress: ((progress: Progress) => void) | undefined,
): (at: { readonly events: number; readonly position: Position }) => void {
  if (!onProgress) return () => undefined;
  const whole = numberIn(head);
  return ({ events, position }) => {
    const share = whole > 0 ? numberIn(position) / whole : 0;
    onProgress({ events, progress: Math.min(Math.max(share, 0), 1) });
  };
}

/** The digits that a position begins with, as those of both event stores do: a place in the log. */
function numberIn(position: Position | null): number {
  return Number(/^\d+/.exec(position ?? '')?.[0] ?? 0);
}
