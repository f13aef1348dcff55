import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@leadline/event-sourcing';
import { blockedStreams } from './blocked-streams.js';

const event = (position: number, stream = 'talk-1'): StoredEvent => ({
  id: `event-${position}`,
  type: 'Said.v1',
  data: {},
  metadata: {},
  stream,
  revision: position,
  position: String(position).padStart(16, '0'),
});
const failure = { error: new Error('Did not work'), attempts: 3 };
const empty = () =>
  blockedStreams({
    subscription: 'echo',
    partition: () => 0,
    letters: [],
    now: () => new Date('2026-11-02T09:00:00Z'),
  });

describe('streams behind a dead letter', () => {
  it('keep their letter until it is said to be written, so that a write that fails is made again', () => {
    const blocked = empty();
    blocked.block(event(1), failure);
    const [letter] = blocked.unwritten();
    expect(blocked.unwritten()).toEqual([letter]);
    if (letter) blocked.written(letter);
    expect(blocked.unwritten()).toEqual([]);
    expect(blocked.letters()).toEqual([letter]);
  });

  it('hold what comes from the failed event on, and nothing of other streams', () => {
    const blocked = empty();
    blocked.block(event(2), failure);
    expect([event(1), event(2), event(3), event(3, 'talk-2')].map(blocked.holds)).toEqual([false, true, true, false]);
  });
});
