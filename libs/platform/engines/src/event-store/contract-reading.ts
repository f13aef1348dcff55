import { describe, expect, it } from '@jest/globals';
import type { ReadStreamOptions } from '@leadline/event-sourcing';
import { aCategory, aStream, collect, numbered, numbersOf } from './contract-fixture.js';
import type { EventBatch, EventStore } from './port.js';

export function readingContract(current: () => EventStore): void {
  describe('reading a stream', () => {
    it.each<[string, ReadStreamOptions, number[]]>([
      ['forwards', {}, [0, 1, 2, 3, 4]],
      ['forwards from a revision', { from: 3 }, [3, 4]],
      ['forwards up to a revision', { to: 1 }, [0, 1]],
      ['forwards between two revisions', { from: 1, to: 3 }, [1, 2, 3]],
      ['one event', { from: 2, to: 2 }, [2]],
      ['backwards', { direction: 'backwards' }, [4, 3, 2, 1, 0]],
      ['backwards from a revision', { direction: 'backwards', from: 2 }, [2, 1, 0]],
      ['backwards down to a revision', { direction: 'backwards', to: 3 }, [4, 3]],
      ['backwards between two revisions', { direction: 'backwards', from: 3, to: 1 }, [3, 2, 1]],
      ['backwards from beyond its end', { direction: 'backwards', from: 99 }, [4, 3, 2, 1, 0]],
      ['from beyond its end', { from: 5 }, []],
      ['up to beyond its end', { from: 3, to: 99 }, [3, 4]],
      ['an empty range', { from: 3, to: 2 }, []],
    ])('gives %s', async (_, options, expected) => {
      const store = current();
      const stream = aStream();
      await store.append(stream, numbered(5), 'none');
      const events = await collect(store.readStream(stream, options));
      expect(numbersOf(events)).toEqual(expected);
      expect(events.map(({ revision }) => revision)).toEqual(expected);
    });

    it('gives nothing of a stream that does not exist', async () => {
      expect(await collect(current().readStream(aStream()))).toEqual([]);
      expect(await collect(current().readStream(aStream(), { direction: 'backwards' }))).toEqual([]);
    });

    it('gives a long stream whole, both ways', async () => {
      const store = current();
      const stream = aStream();
      await store.append(stream, numbered(600), 'none');
      await store.append(stream, numbered(601, 600), 599);
      const all = Array.from({ length: 1201 }, (_, index) => index);
      expect(numbersOf(await collect(store.readStream(stream)))).toEqual(all);
      expect(numbersOf(await collect(store.readStream(stream, { direction: 'backwards' })))).toEqual(all.reverse());
    });

    it('can be left off anywhere', async () => {
      const store = current();
      const stream = aStream();
      await store.append(stream, numbered(50), 'none');
      for await (const event of store.readStream(stream)) if (event.revision === 3) break;
      await expect(store.append(stream, numbered(1), 49)).resolves.toMatchObject({ revision: 50 });
    });
  });

  describe('reading all', () => {
    it('pages through the log in its order, and says when it has reached the end', async () => {
      const store = current();
      const category = aCategory();
      const streams = [aStream(category), aStream(category)];
      for (let number = 0; number < 10; number += 1) {
        await store.append(streams[number % 2] ?? '', numbered(1, number), 'any');
      }
      const batches: EventBatch[] = [];
      do {
        const after = batches.at(-1)?.position ?? null;
        batches.push(await store.readAll({ categories: [category], after, limit: 4 }));
      } while (!batches.at(-1)?.caughtUp);
      const events = batches.flatMap((batch) => batch.events);
      expect(numbersOf(events)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(Math.max(...batches.map((batch) => batch.events.length))).toBe(4);
      const positions = events.map(({ position }) => position);
      expect(positions).toEqual([...new Set(positions)].sort());
      for (const batch of batches) expect(batch.position >= (batch.events.at(-1)?.position ?? '')).toBe(true);
    });

    it('begins behind the position given', async () => {
      const store = current();
      const category = aCategory();
      const { position } = await store.append(aStream(category), numbered(2), 'none');
      await store.append(aStream(category), numbered(2, 2), 'none');
      const { events } = await store.readAll({ categories: [category], after: position });
      expect(numbersOf(events)).toEqual([2, 3]);
    });

    it('gives the categories asked for, merged in the order of the log, and no other', async () => {
      const store = current();
      const [one, two, three] = [aCategory(), aCategory(), aCategory()];
      await store.append(aStream(one), numbered(1), 'none');
      await store.append(aStream(two), numbered(1, 1), 'none');
      await store.append(aStream(three), numbered(1, 2), 'none');
      await store.append(aStream(`${one}More`), numbered(1, 3), 'none');
      await store.append(aStream(two), numbered(1, 4), 'none');
      await store.append(aStream(one), numbered(1, 5), 'none');
      const all = await store.readAll({ categories: [two, one] });
      expect(numbersOf(all.events)).toEqual([0, 1, 4, 5]);
      const page = await store.readAll({ categories: [one, two], limit: 3 });
      expect(numbersOf(page.events)).toEqual([0, 1, 4]);
      const rest = await store.readAll({ categories: [one, two], after: page.position, limit: 3 });
      expect(numbersOf(rest.events)).toEqual([5]);
    });

    it('gives an empty batch at the end, whose position can be gone on from', async () => {
      const store = current();
      const category = aCategory();
      const empty = await store.readAll({ categories: [category] });
      expect(empty).toMatchObject({ events: [], caughtUp: true });
      await store.append(aStream(category), numbered(1), 'none');
      const { events } = await store.readAll({ categories: [category], after: empty.position });
      expect(numbersOf(events)).toEqual([0]);
    });

    it('knows the head: at or behind the last event', async () => {
      const store = current();
      const { position } = await store.append(aStream(), numbered(2), 'none');
      const head = await store.head();
      expect((head ?? '') >= position).toBe(true);
      const batch = await store.readAll({ categories: [aCategory()], after: head });
      expect(batch).toMatchObject({ events: [], caughtUp: true });
    });

    it('reaches every position that it gave, and none of a log that went on further', async () => {
      const store = current();
      const category = aCategory();
      const { position } = await store.append(aStream(category), numbered(2), 'none');
      const own = await store.readAll({ categories: [category], limit: 1 });
      const foreign = await store.readAll({ categories: [aCategory()] });
      const head = (await store.head()) ?? '';
      for (const given of [position, own.position, foreign.position, head])
        expect(await store.reaches(given)).toBe(true);
      expect(await store.reaches(`9${head.slice(1)}`)).toBe(false);
      await expect(store.reaches('somewhere')).rejects.toThrow(TypeError);
    });
  });
}
