import { describe, expect, it } from '@jest/globals';
import { inMemoryEventStore } from './testing/in-memory-event-store.js';
import { say } from './testing/scenario.js';
import { waitForPosition } from './wait-for-position.js';

describe('waiting for a position', () => {
  async function scene() {
    const eventStore = inMemoryEventStore();
    const positions = [];
    for (const stream of ['talk-1', 'note-1', 'talk-2', 'note-2']) positions.push(await say(eventStore, stream, 'a'));
    const [talk1 = '', note1 = '', talk2 = '', note2 = ''] = positions;
    const wait = (seen: string | null, position: string, timeoutMs = 0, categories = ['talk']) =>
      waitForPosition({ checkpoint: async () => seen, eventStore, categories, position, timeoutMs });
    return { eventStore, talk1, note1, talk2, note2, wait };
  }

  it('is over where it has been seen already', async () => {
    const { wait, talk1, talk2 } = await scene();
    expect(await wait(talk2, talk2)).toBe(true);
    expect(await wait(talk2, talk1)).toBe(true);
  });

  it('gives up when the time is up', async () => {
    const { wait, talk1, talk2 } = await scene();
    expect(await wait(null, talk1)).toBe(false);
    expect(await wait(talk1, talk2, 20)).toBe(false);
  });

  it('is over for an event of another category once nothing of its own stands before', async () => {
    const { wait, talk1, talk2, note1, note2 } = await scene();
    expect(await wait(talk1, note1)).toBe(true);
    expect(await wait(null, note1)).toBe(false);
    expect(await wait(talk2, note2)).toBe(true);
    expect(await wait(null, note2, 0, ['deal'])).toBe(true);
  });

  it('ends as soon as the checkpoint gets there', async () => {
    const { eventStore, talk1, talk2 } = await scene();
    const checkpoints = [null, talk1, talk1, talk2];
    const checkpoint = async (): Promise<string | null> =>
      checkpoints.length > 0 ? (checkpoints.shift() ?? null) : talk2;
    const categories = ['talk'];
    expect(await waitForPosition({ checkpoint, eventStore, categories, position: talk2, timeoutMs: 60_000 })).toBe(
      true,
    );
    expect(checkpoints).toEqual([]);
  });

  it('ends when nobody waits any more', async () => {
    const { eventStore, talk1 } = await scene();
    const gone = new AbortController();
    const waiting = waitForPosition({
      checkpoint: async () => null,
      eventStore,
      categories: ['talk'],
      position: talk1,
      timeoutMs: 60_000,
      signal: gone.signal,
    });
    gone.abort();
    expect(await waiting).toBe(false);
  });
});
