import { describe, expect, it } from '@jest/globals';
import { parseTraceparent, traceparentOf } from './traceparent.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const spanId = '00f067aa0ba902b7';

describe('a traceparent', () => {
  it('is read as W3C has it', () => {
    const found = { traceId, spanId, isRemote: true };
    expect(parseTraceparent(`00-${traceId}-${spanId}-01`)).toEqual({ ...found, traceFlags: 1 });
    expect(parseTraceparent(`00-${traceId}-${spanId}-00`)).toEqual({ ...found, traceFlags: 0 });
    // A flag of a later level: none of ours.
    expect(parseTraceparent(`00-${traceId}-${spanId}-03`)).toEqual({ ...found, traceFlags: 1 });
    // A version yet to come may say more, behind a hyphen.
    expect(parseTraceparent(`cc-${traceId}-${spanId}-01-what-the-future-holds`)).toEqual({ ...found, traceFlags: 1 });
  });

  it.each([
    undefined,
    null,
    '',
    42,
    `00-${traceId}-${spanId}`,
    `00-${traceId}-${spanId}-01-more`,
    `00-${traceId}-${spanId}-01more`,
    `cc-${traceId}-${spanId}-01more`,
    `ff-${traceId}-${spanId}-01`,
    `00-${traceId.toUpperCase()}-${spanId}-01`,
    `00-${'0'.repeat(32)}-${spanId}-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    ` 00-${traceId}-${spanId}-01`,
  ])('that is none is passed over: %j', (text) => {
    expect(parseTraceparent(text)).toBeNull();
  });

  it('is handed on of a recorded span alone', () => {
    expect(traceparentOf({ traceId, spanId, traceFlags: 1 })).toBe(`00-${traceId}-${spanId}-01`);
    expect(traceparentOf({ traceId, spanId, traceFlags: 0 })).toBeUndefined();
    expect(traceparentOf({ traceId: '0'.repeat(32), spanId, traceFlags: 1 })).toBeUndefined();
  });
});
