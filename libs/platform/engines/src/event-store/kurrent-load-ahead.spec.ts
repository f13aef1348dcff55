import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@leadline/event-sourcing';
import { loadAhead } from './kurrent-load-ahead.js';

const events = (count = 0): Promise<readonly StoredEvent[]> =>
  Promise.resolve(
    Array.from({ length: count }, (_, revision) => ({
      id: '0198c0de-0000-7000-8000-000000000001',
      type: 'LeadCreated.v1',
      data: {},
      metadata: {},
      stream: 'lead-1',
      revision,
      position: '1',
    })),
  );

describe('reading a stream ahead of being asked', () => {
  it('offers what it read to the one who asks next, from the very place', async () => {
    const ahead = loadAhead();
    const one = ahead.begin('lead-1');
    expect(one.from).toBe(0);
    one.end(-1, events(2));
    expect(ahead.take('lead-2', 0)).toBeUndefined();
    expect(ahead.take('lead-1', 1)).toBeUndefined();
    await expect(ahead.take('lead-1', 0)).resolves.toHaveLength(2);
    expect(ahead.take('lead-1', 0)).toBeUndefined();
  });

  it('offers it for this turn only', async () => {
    const ahead = loadAhead();
    ahead.begin('lead-1').end(-1, events());
    await Promise.resolve();
    await new Promise(setImmediate);
    expect(ahead.take('lead-1', 0)).toBeUndefined();
  });

  it('begins behind the snapshot that it saw last', () => {
    const ahead = loadAhead();
    const first = ahead.begin('lead-1');
    first.end(199, events());
    expect(ahead.take('lead-1', 0)).toBeUndefined();
    expect(ahead.take('lead-1', 200)).toBeUndefined();
    const second = ahead.begin('lead-1');
    expect(second.from).toBe(200);
    second.end(199, events());
    expect(ahead.take('lead-1', 200)).toBeDefined();
  });

  it('offers nothing that an append may have overtaken', () => {
    const ahead = loadAhead();
    const one = ahead.begin('lead-1');
    ahead.appended('lead-1');
    one.end(-1, events());
    expect(ahead.take('lead-1', 0)).toBeUndefined();

    ahead.begin('lead-1').end(-1, events());
    ahead.appended('lead-1');
    expect(ahead.take('lead-1', 0)).toBeUndefined();
  });

  it('offers nothing when the snapshot could not be read, and leaves a failure to whom it concerns', async () => {
    const ahead = loadAhead();
    ahead.begin('lead-1').end(undefined, events());
    expect(ahead.take('lead-1', 0)).toBeUndefined();
    ahead.begin('lead-1').end(-1, Promise.reject(new Error('cut off')));
    await expect(ahead.take('lead-1', 0)).rejects.toThrow('cut off');
    ahead.begin('lead-1').end(-1, Promise.reject(new Error('nobody is told of this one')));
  });

  it('keeps concurrent loads of one stream apart', () => {
    const ahead = loadAhead();
    const [one, two] = [ahead.begin('lead-1'), ahead.begin('lead-1')];
    one.end(-1, events());
    two.end(-1, events());
    expect(ahead.take('lead-1', 0)).toBeDefined();
    expect(ahead.take('lead-1', 0)).toBeUndefined();
  });
});
