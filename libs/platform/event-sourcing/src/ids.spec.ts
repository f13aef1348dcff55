import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testMetadata } from './given-when-then.js';
import { derivedId, eventId, newId } from './ids.js';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('ids', () => {
  it('are UUIDv7, fresh or derived', () => {
    expect(newId()).toMatch(UUID_V7);
    fc.assert(fc.property(fc.string(), fc.nat({ max: 2 ** 47 }), (name, at) => UUID_V7.test(derivedId(name, at))));
  });

  it('sort in the order they were made, and none comes twice, however many are made at once', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect(ids.every((id) => UUID_V7.test(id))).toBe(true);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids.map((id) => id.slice(-12))).size).toBe(ids.length);
  });

  it('carry the time they were made at', () => {
    const before = Date.now();
    const at = Number.parseInt(newId().replace('-', '').slice(0, 12), 16);
    // Ahead by what the test above made of a millisecond, at most.
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThan(before + 1_000);
  });

  it('follow from a name and differ between names', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (a, b) => derivedId(a) === derivedId(a) && (a === b) === (derivedId(a) === derivedId(b)),
      ),
    );
  });

  it('carry the instant they are given', () => {
    expect(derivedId('a', 0x0199_1234_5678).startsWith('01991234-5678-7')).toBe(true);
  });

  it('of events follow from the command and differ within it', () => {
    const command = { ...testMetadata, fingerprint: 'a' };
    expect(eventId(command, 0)).toBe(eventId({ ...command }, 0));
    const others = [{ id: newId() }, { at: '2026-11-02T09:00:00.001Z' }, { fingerprint: 'b' }];
    const ids = [
      eventId(command, 0),
      eventId(command, 1),
      ...others.map((other) => eventId({ ...command, ...other }, 0)),
    ];
    expect(new Set(ids).size).toBe(5);
  });
});
