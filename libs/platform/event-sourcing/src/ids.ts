import { stringify, v4, v5 } from 'uuid';
import type { CommandMetadata } from './decider.js';

const LEADLINE = '5d1cb8b6-7f0a-5e43-9d3c-0c6a1f3f9d11';

let lastMs = 0;
let ofThisMs = 0;

/**
 * A fresh UUIDv7 (RFC 9562 section 5.7): sorts by the time it was made, within a millisecond by a counter (section 6.2,
 * method 1). What is random comes out of a UUIDv4, since Node keeps those ready: asked for by itself, it costs ten times
 * as much as all the rest.
 */
export function newId(): string {
  const now = Date.now();
  ofThisMs = now > lastMs ? 0 : ofThisMs + 1;
  lastMs = Math.max(now, lastMs);
  if (ofThisMs > MOST_OF_A_MS) {
    lastMs += 1;
    ofThisMs = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const random = v4().slice(BEHIND_VERSION);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${ofThisMs.toString(16).padStart(3, '0')}${random}`;
}

const MOST_OF_A_MS = 0xfff;
/** Where in a UUID's text the hyphen stands before the variant and the last 62 bits. */
const BEHIND_VERSION = 18;

/** UUIDv5 of a text: the same text gives the same id, always. */
export function nameId(name: string): string {
  return v5(name, LEADLINE);
}

/**
 * The id of the n-th event of a command, so that a repeated append is recognised by the store itself. The command's moment
 * and fingerprint count too: what comes under the same command id at the same time, but was decided by itself, is another
 * append. The store refuses it, and the next load tells whether it is a repetition or a key used twice.
 */
export function eventId({ id, at, fingerprint = '' }: CommandMetadata, index: number): string {
  return v5(`${index}\n${at}\n${fingerprint}`, id);
}

/**
 * An id in the form of UUIDv7 that follows from a name: what a repeated command creates gets the same id again.
 * It carries the given instant (default: a fixed one, since a repetition comes at another time), the rest is a hash.
 */
export function derivedId(name: string, atMs = FIXED_MS): string {
  const bytes = v5(name, LEADLINE, new Uint8Array(16));
  let rest = atMs;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return stringify(bytes);
}

/** 2020-01-01T00:00:00Z: before any id that was made, so a derived id can be told from those. */
const FIXED_MS = 1_577_836_800_000;
