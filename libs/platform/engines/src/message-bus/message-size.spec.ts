import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bytesOf, refuseTooLarge, runsOf } from './message-size.js';
import { MAX_MESSAGE_BYTES, MessageTooLargeError, type NewMessage } from './port.js';

const message = (value: string): NewMessage => ({ key: 'k', headers: {}, value });

describe('message size', () => {
  it('counts key, header names, header values and the value in UTF-8', () => {
    expect(bytesOf({ key: 'ä', headers: { ab: '€' }, value: 'xyz' })).toBe(2 + 2 + 3 + 3);
  });

  it('refuses a message above the limit and takes one at it', () => {
    const at = message('x'.repeat(MAX_MESSAGE_BYTES - 1));
    expect(() => refuseTooLarge([at])).not.toThrow();
    expect(() => refuseTooLarge([message('a'), message(`${at.value}x`)])).toThrow(MessageTooLargeError);
  });

  it('cuts into runs within both limits, without losing or moving a message', () => {
    const lengths = fc.array(fc.nat({ max: 30 }), { maxLength: 50 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 31, max: 60 }), fc.integer({ min: 1, max: 5 }), (sizes, bytes, count) => {
        const messages = sizes.map((size) => message('x'.repeat(size)));
        const runs = runsOf(messages, bytes, count);
        expect(runs.flat()).toEqual(messages);
        for (const run of runs) {
          expect(run.length).toBeGreaterThan(0);
          expect(run.length).toBeLessThanOrEqual(count);
          expect(run.reduce((sum, one) => sum + bytesOf(one), 0)).toBeLessThanOrEqual(bytes);
        }
      }),
    );
  });
});
