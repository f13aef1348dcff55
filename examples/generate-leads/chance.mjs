/** Chance that repeats: seeded, so that every run draws the same. */

let state = 20261031;
/** The next number in [0, 1): mulberry32, so that no run differs from another. */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
export const upTo = (n) => Math.floor(random() * n);
export const pick = (list) => list[upTo(list.length)];
export const chance = (p) => random() < p;
export const digits = (n, width) => String(n).padStart(width, '0');

export function pickByWeight(list) {
  let left = random() * list.reduce((sum, { weight }) => sum + weight, 0);
  return list.find(({ weight }) => (left -= weight) < 0);
}

/** Draws until the result is new: what is unlike by intent must not collide by accident. Throws when the words run out. */
export function unlike(seen, draw) {
  for (let tries = 0; tries < 10_000; tries += 1) {
    const drawn = draw();
    if (!seen.has(drawn)) {
      seen.add(drawn);
      return drawn;
    }
  }
  throw new Error(`too few different values like ${draw()}`);
}
