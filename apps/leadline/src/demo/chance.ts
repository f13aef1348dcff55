/** Chance that falls the same way each time for the same seed, so that a demo can be made again to the letter. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number;
  /** True so often, of 1. */
  hits(probability: number): boolean;
  /** From `least` to `most`, fractions included. */
  between(least: number, most: number): number;
  /** A whole number from `least` to `most`, both of them included. */
  whole(least: number, most: number): number;
  /** One of them. @throws RangeError where there is none */
  pick<T>(items: readonly T[]): T;
}

export function chanceOf(seed: string): Chance {
  let state = hashOf(seed);
  // Mulberry32, Tommy Ettinger, public domain.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + next() * (most - least);
  const whole = (least: number, most: number): number => Math.floor(between(least, most + 1));
  return {
    next,
    between,
    whole,
    hits: (probability) => next() < probability,
    pick: (items) => {
      const item = items[whole(0, items.length - 1)];
      if (item === undefined) throw new RangeError('There is nothing to pick from');
      return item;
    },
  };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
