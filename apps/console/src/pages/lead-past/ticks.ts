import { groupOf, type EventGroup } from './event-groups.js';

/** A mark below the slider: where, from 0 to 1, and what happened there. */
export interface Tick {
  readonly at: number;
  readonly group: EventGroup;
}

/** More could not be told apart on a screen. */
const MOST = 160;

/** What one looks for first, where several fall on one mark. */
const WEIGHT: Readonly<Record<EventGroup, number>> = {
  status: 5,
  phases: 4,
  people: 3,
  resubmission: 2,
  changes: 1,
  journal: 0,
};

/** The events of a lead as marks, in their order. */
export function ticksOf(types: readonly string[]): Tick[] {
  const last = Math.max(types.length - 1, 1);
  const marks = new Map<number, Tick>();
  for (const [index, type] of types.entries()) {
    const tick = { at: index / last, group: groupOf(type) };
    const place = types.length <= MOST ? index : Math.round(tick.at * (MOST - 1));
    const there = marks.get(place);
    if (!there || WEIGHT[tick.group] > WEIGHT[there.group]) marks.set(place, there ? { ...tick, at: there.at } : tick);
  }
  return [...marks.values()];
}
