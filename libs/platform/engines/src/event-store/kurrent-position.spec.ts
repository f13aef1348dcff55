import { describe, expect, it } from '@jest/globals';
import { BEGINNING, isWithin, logPositionOf, positionOf, positionOfEvent } from './kurrent-position.js';

describe('a position in EventStoreDB', () => {
  it('compares as a text as the pair does, commit first', () => {
    const ascending = [
      { commit: 0n, prepare: 0n },
      { commit: 9n, prepare: 9n },
      { commit: 10n, prepare: 2n },
      { commit: 10n, prepare: 10n },
      { commit: 2n ** 53n, prepare: 2n ** 53n },
      { commit: 2n ** 63n, prepare: 1n },
    ];
    const texts = ascending.map(positionOf);
    expect(texts).toEqual([...texts].sort());
    expect(new Set(texts).size).toBe(ascending.length);
  });

  it('comes back from its text', () => {
    const position = { commit: 2n ** 60n + 1n, prepare: 2n ** 60n };
    expect(logPositionOf(positionOf(position))).toEqual(position);
  });

  it('is the start where there is none, and before all events', () => {
    for (const none of [null, undefined, BEGINNING]) expect(logPositionOf(none)).toBe('start');
    expect(BEGINNING < positionOf({ commit: 0n, prepare: 1n })).toBe(true);
  });

  it.each(['', '12', '0000000000000012', '1-2', `${'0'.repeat(20)}-${'x'.repeat(20)}`])('is not "%s"', (text) => {
    expect(() => logPositionOf(text)).toThrow(TypeError);
  });

  it('is missed where a server does not tell an event’s', () => {
    const unknown = { commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n };
    expect(() => positionOfEvent(unknown)).toThrow();
    expect(() => positionOfEvent(undefined)).toThrow();
  });

  it('is within a log up to its last event, exactly', () => {
    const last = positionOf({ commit: 500n, prepare: 500n });
    expect(isWithin(last, last)).toBe(true);
    expect(isWithin(positionOf({ commit: 499n, prepare: 499n }), last)).toBe(true);
    expect(isWithin(positionOf({ commit: 501n, prepare: 501n }), last)).toBe(false);
    expect(isWithin(last, null)).toBe(false);
    expect(isWithin(BEGINNING, null)).toBe(true);
    expect(() => isWithin('0000000000000012', last)).toThrow(TypeError);
  });

  it('is within a log that ends with the record before the place that the server told', () => {
    const last = positionOf({ commit: 500n, prepare: 500n });
    expect(isWithin(positionOf({ commit: 900n, prepare: 0n }), last)).toBe(true);
    expect(isWithin(positionOf({ commit: 5_000_000n, prepare: 0n }), last)).toBe(false);
    expect(isWithin(positionOf({ commit: 900n, prepare: 0n }), null)).toBe(false);
  });
});
