import { describe, expect, it } from '@jest/globals';
import { newId, type ExpectedRevision } from '@leadline/event-sourcing';
import { aStream, anEvent, collect, numbered, numbersOf } from './contract-fixture.js';
import { MAX_APPEND_BYTES, type EventStore } from './port.js';

const conflict = (actual: number) => ({ name: 'WrongExpectedRevisionError', actual });

export function appendingContract(current: () => EventStore): void {
  describe('appending', () => {
    it('begins a stream and goes on with it', async () => {
      const store = current();
      const stream = aStream();
      const first = await store.append(stream, numbered(2), 'none');
      const second = await store.append(stream, numbered(1, 2), 1);
      expect([first.revision, second.revision]).toEqual([1, 2]);
      expect(second.position > first.position).toBe(true);
      expect(await store.head()).not.toBeNull();
    });

    it('takes anything at any place when no revision is expected', async () => {
      const store = current();
      const stream = aStream();
      await store.append(stream, numbered(1), 'any');
      await expect(store.append(stream, numbered(2, 1), 'any')).resolves.toMatchObject({ revision: 2 });
    });

    it.each<[string, ExpectedRevision]>([
      ['none where there is a stream', 'none'],
      ['a revision that has passed', 0],
      ['a revision that has not come', 2],
    ])('refuses %s, and says where the stream is', async (_, expected) => {
      const store = current();
      const stream = aStream();
      await store.append(stream, numbered(2), 'none');
      const refused = store.append(stream, numbered(1, 2), expected);
      await expect(refused).rejects.toMatchObject({ ...conflict(1), stream, expected });
      expect(numbersOf(await collect(store.readStream(stream)))).toEqual([0, 1]);
    });

    it('refuses a revision of a stream that is not there', async () => {
      const store = current();
      const stream = aStream();
      await expect(store.append(stream, numbered(1), 0)).rejects.toMatchObject(conflict(-1));
      await expect(store.append(stream, numbered(1), 'none')).resolves.toMatchObject({ revision: 0 });
    });

    it('lets one of 100 concurrent appends at one revision win', async () => {
      const store = current();
      const stream = aStream();
      await store.append(stream, numbered(1), 'none');
      const all = await Promise.allSettled(
        Array.from({ length: 100 }, (_, index) => store.append(stream, numbered(1, index + 1), 0)),
      );
      const refused = all.filter((result) => result.status === 'rejected');
      expect(refused).toHaveLength(99);
      for (const { reason } of refused) expect(reason).toMatchObject(conflict(1));
      expect(await collect(store.readStream(stream))).toHaveLength(2);
    });

    it('takes concurrent appends to many streams, each whole and at its own place', async () => {
      const store = current();
      const streams = Array.from({ length: 60 }, () => aStream());
      const appended = await Promise.all(streams.map((stream) => store.append(stream, numbered(3), 'none')));
      expect(new Set(appended.map(({ position }) => position)).size).toBe(60);
      for (const [index, stream] of streams.entries()) {
        const events = await collect(store.readStream(stream));
        expect(numbersOf(events)).toEqual([0, 1, 2]);
        expect(events.at(-1)?.position).toBe(appended[index]?.position);
      }
    });

    it('gives concurrent appends without an expected revision consecutive revisions', async () => {
      const store = current();
      const stream = aStream();
      const appended = await Promise.all(Array.from({ length: 40 }, () => store.append(stream, numbered(1), 'any')));
      const revisions = appended.map(({ revision }) => revision).sort((one, other) => one - other);
      expect(revisions).toEqual(Array.from({ length: 40 }, (_, index) => index));
    });

    it('is atomic: a refused append of several leaves none', async () => {
      const store = current();
      const stream = aStream();
      await store.append(stream, numbered(1), 'none');
      await expect(store.append(stream, numbered(3, 1), 'none')).rejects.toMatchObject(conflict(0));
      expect(await collect(store.readStream(stream))).toHaveLength(1);
    });
  });

  describe('a repeated append', () => {
    it.each<[string, ExpectedRevision]>([
      ['none', 'none'],
      ['any', 'any'],
    ])('that expects %s answers what it answered, and adds nothing', async (_, expected) => {
      const store = current();
      const stream = aStream();
      const events = numbered(2);
      const first = await store.append(stream, events, expected);
      await expect(store.append(stream, events, expected)).resolves.toEqual(first);
      expect(await collect(store.readStream(stream))).toHaveLength(2);
    });

    it('is recognised where others have appended since', async () => {
      const store = current();
      const stream = aStream();
      await store.append(stream, numbered(1), 'none');
      const events = numbered(2, 1);
      const first = await store.append(stream, events, 0);
      await store.append(stream, numbered(1, 3), 2);
      await expect(store.append(stream, events, 0)).resolves.toEqual(first);
      expect(numbersOf(await collect(store.readStream(stream)))).toEqual([0, 1, 2, 3]);
    });

    it('is recognised among its concurrent twins: all succeed, one writes', async () => {
      const store = current();
      const stream = aStream();
      const events = numbered(2);
      const all = await Promise.all(Array.from({ length: 20 }, () => store.append(stream, events, 'none')));
      expect(new Set(all.map(({ position, revision }) => `${position} ${revision}`)).size).toBe(1);
      expect(await collect(store.readStream(stream))).toHaveLength(2);
    });

    it('is none when it has more events than stand there, or others, or in another order', async () => {
      const store = current();
      const stream = aStream();
      const [one, two] = [anEvent(), anEvent()];
      await store.append(stream, [one, two], 'none');
      for (const events of [[one, two, anEvent()], [one, anEvent()], [two, one], [anEvent()]]) {
        await expect(store.append(stream, events, 'none')).rejects.toMatchObject(conflict(1));
      }
      expect(await collect(store.readStream(stream))).toHaveLength(2);
    });

    it('that expects any is refused when only a part of it is there', async () => {
      const store = current();
      const stream = aStream();
      const event = anEvent();
      await store.append(stream, [event], 'any');
      await expect(store.append(stream, [event, anEvent()], 'any')).rejects.toMatchObject(conflict(0));
    });

    it('is none in another stream', async () => {
      const store = current();
      const events = numbered(1);
      await store.append(aStream(), events, 'none');
      await expect(store.append(aStream(), events, 'none')).resolves.toMatchObject({ revision: 0 });
    });
  });

  describe('what an append may hold', () => {
    it('keeps every JSON value and every character', async () => {
      const store = current();
      const stream = `${aStream()}-ü-😀`;
      const data = {
        text: 'Größe “10” 😀 \u0000 \ud800 \u2028 \\ "quoted"\r\n',
        number: -1.5e-7,
        big: Number.MAX_SAFE_INTEGER,
        nothing: null,
        list: [true, false, [], {}],
        'key.with $ü': { deep: { deeper: ['ß'] } },
      };
      const event = {
        id: newId(),
        type: 'LeadÜmlaut.v12',
        data,
        metadata: { at: '2026-11-22T10:00:00.000Z', ü: '😀' },
      };
      const { position } = await store.append(stream, [event], 'none');
      expect(await collect(store.readStream(stream))).toEqual([{ ...event, stream, revision: 0, position }]);
    });

    it('takes an event just below the limit', async () => {
      const store = current();
      const stream = aStream();
      const text = 'x'.repeat(MAX_APPEND_BYTES - 100);
      await store.append(stream, [anEvent({ text })], 'none');
      const [event] = await collect(store.readStream(stream));
      expect(event?.data['text'] === text).toBe(true);
    });

    it('refuses events that are too large together, and writes none of them', async () => {
      const store = current();
      const stream = aStream();
      const half = { text: 'ü'.repeat(MAX_APPEND_BYTES / 4) };
      const refused = store.append(stream, [anEvent(half), anEvent(half)], 'none');
      await expect(refused).rejects.toMatchObject({ name: 'AppendTooLargeError' });
      await expect(store.append(stream, [anEvent()], 'none')).resolves.toMatchObject({ revision: 0 });
    });

    it('refuses what no caller should send', async () => {
      const store = current();
      const stream = aStream();
      const event = anEvent();
      const wrong = { name: 'TypeError' };
      await expect(store.append(stream, [], 'none')).rejects.toMatchObject(wrong);
      await expect(store.append('', [event], 'none')).rejects.toMatchObject(wrong);
      await expect(store.append(stream, [event, event], 'none')).rejects.toMatchObject(wrong);
      await expect(store.append(stream, [{ ...event, id: 'no-uuid' }], 'none')).rejects.toMatchObject(wrong);
      for (const revision of [-1, 0.5, Number.NaN]) {
        await expect(store.append(stream, [event], revision)).rejects.toMatchObject(wrong);
      }
      expect(await collect(store.readStream(stream))).toEqual([]);
    });
  });
}
