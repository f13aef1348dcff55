import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendingContract } from './contract-appending.js';
import {
  aCategory,
  aStream,
  collect,
  numbered,
  numbersOf,
  type OpenStore,
  type StoreUnderTest,
} from './contract-fixture.js';
import { readingContract } from './contract-reading.js';
import { subscribingContract } from './contract-subscribing.js';
import type { EventStore } from './port.js';

export type { OpenStore, StoreUnderTest } from './contract-fixture.js';

/** What every event store promises. Each test opens a store of its own; its data may hold what others wrote. */
export function eventStoreContract(name: string, open: OpenStore): void {
  describe(`${name}, as an event store`, () => {
    let subject: StoreUnderTest;
    let store: EventStore;
    const current = () => store;

    beforeEach(async () => {
      subject = await open();
      store = subject.store;
    });
    afterEach(() => subject.close());

    appendingContract(current);
    readingContract(current);
    subscribingContract(current);

    describe('snapshots', () => {
      const snapshot = { revision: 41, schema: 'lead.v1', state: { phase: 'qualified', notes: ['ä'] } };

      it('has none of a stream that nobody has taken one of', async () => {
        await expect(store.readSnapshot(aStream())).resolves.toBeNull();
      });

      it('gives back the last one written', async () => {
        const stream = aStream();
        await store.append(stream, numbered(2), 'none');
        await store.writeSnapshot(stream, snapshot);
        await store.writeSnapshot(stream, { ...snapshot, revision: 82, state: { phase: 'won' } });
        await expect(store.readSnapshot(stream)).resolves.toEqual({
          ...snapshot,
          revision: 82,
          state: { phase: 'won' },
        });
      });

      it('keeps the snapshots of streams apart', async () => {
        const [one, other] = [aStream(), aStream()];
        await store.writeSnapshot(one, snapshot);
        await expect(store.readSnapshot(other)).resolves.toBeNull();
      });

      it('replaces one of another schema, even where that is of an earlier revision', async () => {
        const stream = aStream();
        await store.writeSnapshot(stream, snapshot);
        await store.writeSnapshot(stream, { ...snapshot, schema: 'lead.v2', revision: 7 });
        await expect(store.readSnapshot(stream)).resolves.toMatchObject({ schema: 'lead.v2', revision: 7 });
      });

      it('shows none of it to those who read the category', async () => {
        const category = aCategory();
        const stream = aStream(category);
        await store.append(stream, numbered(1), 'none');
        await store.writeSnapshot(stream, snapshot);
        const { events } = await store.readAll({ categories: [category] });
        expect(numbersOf(events)).toEqual([0]);
      });

      it('does not hide what was appended between reading the snapshot and reading the stream', async () => {
        const stream = aStream();
        await store.append(stream, numbered(1), 'none');
        await store.readSnapshot(stream);
        await store.append(stream, numbered(1, 1), 0);
        expect(numbersOf(await collect(store.readStream(stream, { from: 0 })))).toEqual([0, 1]);
      });

      it('serves many loads of one stream at once, each whole', async () => {
        const stream = aStream();
        await store.append(stream, numbered(3), 'none');
        await store.writeSnapshot(stream, { ...snapshot, revision: 1 });
        const load = async () => {
          const from = ((await store.readSnapshot(stream))?.revision ?? -1) + 1;
          return numbersOf(await collect(store.readStream(stream, { from })));
        };
        const loads = await Promise.all(Array.from({ length: 20 }, load));
        expect(loads).toEqual(Array.from({ length: 20 }, () => [2]));
      });
    });

    describe('after a restart', () => {
      it('holds all that was acknowledged', async () => {
        const category = aCategory();
        const stream = aStream(category);
        const { position } = await store.append(stream, numbered(3), 'none');
        await store.writeSnapshot(stream, { revision: 2, schema: 'lead.v1', state: { sum: 3 } });
        store = await subject.reopen();
        const events = await collect(store.readStream(stream));
        expect(numbersOf(events)).toEqual([0, 1, 2]);
        expect(events.at(-1)?.position).toBe(position);
        await expect(store.readSnapshot(stream)).resolves.toMatchObject({ revision: 2, state: { sum: 3 } });
      });

      it('recognises an append that it took before', async () => {
        const stream = aStream();
        const events = numbered(2);
        const first = await store.append(stream, events, 'none');
        store = await subject.reopen();
        await expect(store.append(stream, events, 'none')).resolves.toEqual(first);
      });

      it('goes on behind where it was', async () => {
        const category = aCategory();
        const before = await store.append(aStream(category), numbered(1), 'none');
        store = await subject.reopen();
        const after = await store.append(aStream(category), numbered(1, 1), 'none');
        expect(after.position > before.position).toBe(true);
        const { events } = await store.readAll({ categories: [category], after: before.position });
        expect(numbersOf(events)).toEqual([1]);
      });
    });

    describe('when closed', () => {
      it('answers that it is not available', async () => {
        const stream = aStream();
        await store.ping();
        await store.close();
        const unavailable = { name: 'EngineUnavailableError' };
        await expect(store.append(stream, numbered(1), 'none')).rejects.toMatchObject(unavailable);
        await expect(collect(store.readStream(stream))).rejects.toMatchObject(unavailable);
        await expect(store.readAll({ categories: ['lead'] })).rejects.toMatchObject(unavailable);
        await expect(store.readSnapshot(stream)).rejects.toMatchObject(unavailable);
        await expect(store.ping()).rejects.toMatchObject(unavailable);
      });

      it('has acknowledged what was asked before', async () => {
        const stream = aStream();
        const appended = store.append(stream, numbered(1), 'none');
        await expect(appended.then(() => store.close())).resolves.toBeUndefined();
        store = await subject.reopen();
        expect(await collect(store.readStream(stream))).toHaveLength(1);
      });

      it('ends its subscriptions', async () => {
        const { signal } = new AbortController();
        const batches = store.subscribe({ categories: [aCategory()], signal })[Symbol.asyncIterator]();
        await batches.next();
        const waiting = batches.next();
        await store.close();
        await expect(waiting).resolves.toMatchObject({ done: true });
      });

      it('can be closed again', async () => {
        await store.close();
        await expect(store.close()).resolves.toBeUndefined();
      });
    });
  });
}
