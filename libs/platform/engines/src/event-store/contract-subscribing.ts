import { describe, expect, it } from '@jest/globals';
import { aCategory, aStream, collect, follow, numbered, numbersOf } from './contract-fixture.js';
import type { EventStore } from './port.js';

export function subscribingContract(current: () => EventStore): void {
  describe('subscribing', () => {
    it('catches up, then stays live, without a gap or a repeat while others write', async () => {
      const store = current();
      const category = aCategory();
      const write = async (writer: number) => {
        const stream = aStream(category);
        for (let number = 0; number < 40; number += 1) {
          await store.append(stream, numbered(1, writer * 100 + number), number === 0 ? 'none' : number - 1);
        }
      };
      await write(0);
      const writing: Promise<void>[] = [];
      const { events } = await follow(
        store,
        { categories: [category], limit: 7 },
        (seen) => seen.length >= 200,
        () => {
          if (writing.length === 0) writing.push(write(1), write(2), write(3), write(4));
        },
      );
      await Promise.all(writing);
      const { events: log } = await store.readAll({ categories: [category] });
      expect(events).toEqual(log);
      expect(log).toHaveLength(200);
    });

    it('says that it has caught up, on an empty log and on a full one', async () => {
      const store = current();
      const category = aCategory();
      const empty = await follow(store, { categories: [category] }, (_, batch) => batch.caughtUp);
      expect(empty.events).toEqual([]);
      await store.append(aStream(category), numbered(5), 'none');
      const full = await follow(store, { categories: [category], limit: 2 }, (_, batch) => batch.caughtUp);
      expect(numbersOf(full.events)).toEqual([0, 1, 2, 3, 4]);
      expect(full.batches.slice(0, -1).every((batch) => batch.events.length <= 2)).toBe(true);
    });

    it('gives what comes later to one who has caught up', async () => {
      const store = current();
      const category = aCategory();
      let next = 0;
      const { events } = await follow(
        store,
        { categories: [category] },
        (seen) => seen.length >= 5,
        async (batch) => {
          if (batch.caughtUp && next < 5) await store.append(aStream(category), numbered(1, next++), 'none');
        },
      );
      expect(numbersOf(events)).toEqual([0, 1, 2, 3, 4]);
    });

    it('begins behind the position given, and can be taken up at any batch', async () => {
      const store = current();
      const category = aCategory();
      await store.append(aStream(category), numbered(9), 'none');
      const first = await follow(store, { categories: [category], limit: 4 }, () => true);
      const after = first.batches.at(-1)?.position ?? null;
      const rest = await follow(store, { categories: [category], after }, (_, batch) => batch.caughtUp);
      expect(numbersOf([...first.events, ...rest.events])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    });

    it('leaves out other categories', async () => {
      const store = current();
      const [wanted, other] = [aCategory(), aCategory()];
      for (let number = 0; number < 6; number += 1) {
        await store.append(aStream(number % 3 === 0 ? wanted : other), numbered(1, number), 'none');
      }
      const { events } = await follow(store, { categories: [wanted] }, (_, batch) => batch.caughtUp);
      expect(numbersOf(events)).toEqual([0, 3]);
    });

    it('waits for a slow reader, and gives it everything in batches no larger than asked for', async () => {
      const store = current();
      const category = aCategory();
      const stream = aStream(category);
      await store.append(stream, numbered(100), 'none');
      let written = 100;
      const { events, batches } = await follow(
        store,
        { categories: [category], limit: 10 },
        (seen) => seen.length >= 300,
        async () => {
          if (written >= 300) return;
          await store.append(stream, numbered(20, written), written - 1);
          written += 20;
        },
      );
      expect(numbersOf(events)).toEqual(Array.from({ length: 300 }, (_, index) => index));
      expect(Math.max(...batches.map((batch) => batch.events.length))).toBeLessThanOrEqual(10);
    });

    it('ends without an error when aborted while it waits', async () => {
      const store = current();
      const ending = new AbortController();
      const batches = store.subscribe({ categories: [aCategory()], signal: ending.signal })[Symbol.asyncIterator]();
      await batches.next();
      const waiting = batches.next();
      ending.abort();
      await expect(waiting).resolves.toMatchObject({ done: true });
    });

    it('gives nothing to one who has already given up', async () => {
      const store = current();
      const batches = store.subscribe({ categories: [aCategory()], signal: AbortSignal.abort() });
      expect(await collect(batches)).toEqual([]);
    });

    it('can be left off in the midst of it', async () => {
      const store = current();
      const category = aCategory();
      await store.append(aStream(category), numbered(20), 'none');
      const { signal } = new AbortController();
      for await (const batch of store.subscribe({ categories: [category], limit: 5, signal })) {
        expect(batch.events).toHaveLength(5);
        break;
      }
      await expect(store.append(aStream(category), numbered(1), 'none')).resolves.toMatchObject({ revision: 0 });
    });

    it('serves several subscribers, each at its own pace', async () => {
      const store = current();
      const category = aCategory();
      await store.append(aStream(category), numbered(30), 'none');
      const all = await Promise.all(
        [1, 7, 500].map((limit) => follow(store, { categories: [category], limit }, (seen) => seen.length >= 30)),
      );
      for (const { events } of all) expect(numbersOf(events)).toEqual(Array.from({ length: 30 }, (_, index) => index));
    });
  });
}
