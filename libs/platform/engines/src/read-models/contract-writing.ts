import { describe, expect, it } from '@jest/globals';
import { aDefinition, at, collect, type Current, holding, idsOf, where, write } from './contract-fixture.js';

export function writingContract(current: Current): void {
  describe('writing', () => {
    it('has no documents and no checkpoint of a model that was never written', async () => {
      const { store } = current();
      const reader = store.reader(aDefinition());
      await expect(reader.get('a')).resolves.toBeNull();
      await expect(reader.find({ limit: 10, total: true })).resolves.toEqual({ items: [], next: null, total: 0 });
      await expect(reader.facets(['status'])).resolves.toEqual({ status: [] });
      await expect(reader.checkpoint()).resolves.toBeNull();
    });

    it('gives back documents as they were written', async () => {
      const odd = {
        id: 'odd',
        name: 'Zürich "quoted" \\ \u0000 \u{1F600}\nline',
        tags: ['a', null, 'b'],
        'a.b': { $c: 1, 'd.e': [], $set: { x: 1 } },
        numbers: [0, -1.5, 1e21, 2 ** 53 - 1, 4_294_967_296],
        flags: [true, false, null],
        nothing: null,
        deep: { deeper: [{ deepest: [[]] }] },
      };
      const { reader, generation } = await holding(current().store, [odd]);
      await expect(reader.get('odd')).resolves.toEqual(odd);
      expect((await generation.load(['odd', 'absent'])).get('odd')).toEqual({ document: odd, position: at(1) });
      expect((await generation.load(['odd', 'absent'])).size).toBe(1);
      await expect(collect(generation.scan())).resolves.toEqual([{ id: 'odd', document: odd, position: at(1) }]);
    });

    it('leaves out what is undefined', async () => {
      const { reader } = await holding(current().store, [{ id: 'a', name: undefined, team: { id: 't' } }] as never);
      expect(Object.keys((await reader.get('a')) ?? {}).sort()).toEqual(['id', 'team']);
    });

    it('takes big documents, and many at once', async () => {
      const { store } = current();
      const big = { id: 'big', name: 'word '.repeat(40_000), note: 'ü'.repeat(500_000) };
      const { reader, generation } = await holding(store, [big]);
      await expect(reader.get('big')).resolves.toEqual(big);
      const many = Array.from({ length: 1_500 }, (_, index) => ({ id: `m${index}`, age: index }));
      await generation.write(
        many.map((person) => write(person, 2)),
        { partition: 0, position: at(2) },
      );
      await expect(generation.count()).resolves.toBe(1_501);
      expect((await collect(generation.scan())).map(({ id }) => id)).toEqual(
        [...many.map(({ id }) => id), 'big'].sort(),
      );
    });

    it('changes nothing when the same batch comes again, or an older one', async () => {
      const { reader, generation } = await holding(current().store, []);
      const batch = [write({ id: 'a', age: 5 }, 5), write({ id: 'b', age: 5 }, 5)];
      await generation.write(batch, { partition: 0, position: at(5) });
      await generation.write([write({ id: 'a', age: 7 }, 7)], { partition: 0, position: at(7) });
      await generation.write(batch, { partition: 0, position: at(5) });
      await generation.write([write({ id: 'b', age: 99 }, 5)], { partition: 0, position: at(5) });
      await expect(reader.get('a')).resolves.toEqual({ id: 'a', age: 7 });
      await expect(reader.get('b')).resolves.toEqual({ id: 'b', age: 5 });
      await expect(generation.checkpoint(0)).resolves.toBe(at(7));
      expect(await idsOf(reader, where('age', { gte: 0 }))).toEqual(['a', 'b']);
    });

    it('keeps the latest of two writes to one document in a batch, in whichever order', async () => {
      const { reader, generation } = await holding(current().store, []);
      const writes = [write({ id: 'a', age: 3 }, 3), write({ id: 'a', age: 2 }, 2), write({ id: 'b', age: 2 }, 2)];
      await generation.write([...writes, write({ id: 'b', age: 3 }, 3)], { partition: 0, position: at(3) });
      expect((await reader.get('a'))?.age).toBe(3);
      expect((await reader.get('b'))?.age).toBe(3);
    });

    it('lets the later write win, however many write at once', async () => {
      const { reader, generation } = await holding(current().store, []);
      const positions = Array.from({ length: 40 }, (_, index) => 2 + ((index * 17) % 40));
      await Promise.all(
        positions.map((position) =>
          generation.write(
            [write({ id: 'a', age: position }, position), write({ id: `b${position % 7}`, age: position }, position)],
            {
              partition: 0,
              position: at(position),
            },
          ),
        ),
      );
      expect((await reader.get('a'))?.age).toBe(41);
      for (let index = 0; index < 7; index += 1) {
        expect((await reader.get(`b${index}`))?.age).toBe(Math.max(...positions.filter((each) => each % 7 === index)));
      }
      await expect(generation.checkpoint(0)).resolves.toBe(at(41));
    });

    it('remembers what was deleted, so that an older write does not bring it back', async () => {
      const { reader, generation } = await holding(current().store, [{ id: 'a', name: 'Anna', tags: ['x'] }]);
      const checkpoint = { partition: 0, position: at(9) };
      await generation.write([{ id: 'a', document: null, position: at(5) }], checkpoint);
      await generation.write([write({ id: 'a', name: 'Anna' }, 4)], checkpoint);
      await expect(reader.get('a')).resolves.toBeNull();
      expect((await generation.load(['a'])).get('a')).toEqual({ document: null, position: at(5) });
      expect(await idsOf(reader, { search: 'anna' })).toEqual([]);
      expect(await idsOf(reader, where('tags', 'x'))).toEqual([]);
      expect(await idsOf(reader, where('status', null))).toEqual([]);
      await expect(generation.count()).resolves.toBe(0);
      await expect(collect(generation.scan())).resolves.toEqual([]);
    });

    it('lets a deleted document come back by a later write', async () => {
      const { reader, generation } = await holding(current().store, [{ id: 'a', name: 'Anna' }]);
      await generation.write([{ id: 'a', document: null, position: at(5) }], { partition: 0, position: at(5) });
      await generation.write([write({ id: 'a', name: 'Berta' }, 6)], { partition: 0, position: at(6) });
      expect(await idsOf(reader, { search: 'berta' })).toEqual(['a']);
      expect(await idsOf(reader, { search: 'anna' })).toEqual([]);
      expect((await generation.load(['a'])).get('a')?.position).toBe(at(6));
    });

    it('ignores the deletion of what was written later, and remembers that of what never was', async () => {
      const { reader, generation } = await holding(current().store, []);
      await generation.write([write({ id: 'a' }, 5)], { partition: 0, position: at(5) });
      await generation.write(
        [
          { id: 'a', document: null, position: at(4) },
          { id: 'never', document: null, position: at(4) },
        ],
        { partition: 0, position: at(5) },
      );
      await generation.write([write({ id: 'never' }, 3)], { partition: 0, position: at(5) });
      expect(await idsOf(reader, {})).toEqual(['a']);
    });

    it('moves a document within every index when it changes', async () => {
      const first = { id: 'a', name: 'Anna', status: 'open', active: true, tags: ['x', 'y'], age: 1 };
      const { reader, generation } = await holding(current().store, [first, { ...first, id: 'b' }]);
      const second = { id: 'a', name: 'Berta', status: true, active: false, tags: ['y', 'z'], team: { id: 't' } };
      await generation.write([write(second, 2)], { partition: 0, position: at(2) });
      expect(await idsOf(reader, where('status', 'open'))).toEqual(['b']);
      expect(await idsOf(reader, where('status', true))).toEqual(['a']);
      expect(await idsOf(reader, where('active', true))).toEqual(['b']);
      expect(await idsOf(reader, where('age', null))).toEqual(['a']);
      expect(await idsOf(reader, where('tags', 'x'))).toEqual(['b']);
      expect(await idsOf(reader, where('tags', 'y'))).toEqual(['a', 'b']);
      expect(await idsOf(reader, where('tags', 'z'))).toEqual(['a']);
      expect(await idsOf(reader, where('team.id', 't'))).toEqual(['a']);
      expect(await idsOf(reader, { search: 'anna' })).toEqual(['b']);
      expect(await idsOf(reader, { search: 'berta' })).toEqual(['a']);
      await expect(reader.facets(['tags'])).resolves.toEqual({
        tags: [
          { value: 'y', count: 2 },
          { value: 'x', count: 1 },
          { value: 'z', count: 1 },
        ],
      });
    });

    it('refuses a document with an array where the definition has none, and writes nothing of the batch', async () => {
      const { reader, generation } = await holding(current().store, []);
      const wrong = { id: 'w', status: ['open'] };
      await expect(
        generation.write([write({ id: 'a' }, 2), { id: 'w', document: wrong as never, position: at(2) }], {
          partition: 0,
          position: at(2),
        }),
      ).rejects.toMatchObject({ name: 'InvalidReadModelError' });
      expect(await idsOf(reader, {})).toEqual([]);
      await expect(generation.checkpoint(0)).resolves.toBe(at(1));
    });

    it('keeps a checkpoint for each partition and tells queries the least of them', async () => {
      const { reader, generation } = await holding(current().store, []);
      await generation.write([], { partition: 0, position: at(8) });
      await generation.write([], { partition: 3, position: at(6) });
      await expect(generation.checkpoint(0)).resolves.toBe(at(8));
      await expect(generation.checkpoint(3)).resolves.toBe(at(6));
      await expect(generation.checkpoint(1)).resolves.toBeNull();
      await expect(reader.checkpoint()).resolves.toBe(at(6));
    });

    it('holds documents, deletions, checkpoints and words over a restart', async () => {
      const { definition, generation } = await holding(current().store, [{ id: 'a', name: 'Müller' }, { id: 'b' }]);
      await generation.write([{ id: 'b', document: null, position: at(7) }], { partition: 2, position: at(7) });
      const store = await current().reopen();
      const again = await store.live(definition);
      expect(again.id).toBe(generation.id);
      await expect(again.checkpoint(2)).resolves.toBe(at(7));
      expect((await again.load(['b'])).get('b')).toEqual({ document: null, position: at(7) });
      const { items } = await store.reader(definition).find({ search: 'mueller', limit: 10 });
      expect(items).toEqual([{ id: 'a', name: 'Müller' }]);
    });

    it.each([
      { name: 'no name', version: 1 },
      { name: 'person"; drop table generations; --', version: 1 },
      { name: 'Person', version: 1 },
      { version: 1.5 },
      { indexes: [{ on: ["status') --"] }] },
      { indexes: [{ on: ['$where'] }] },
      { search: ['a..b'] },
      { facets: ['a.'] },
    ])('refuses the definition %j', async (change) => {
      const { store } = current();
      await expect(store.live(aDefinition(change))).rejects.toMatchObject({ name: 'InvalidReadModelError' });
    });
  });

  describe('a closed store', () => {
    it('answers that it is not available, and can be closed again', async () => {
      const { store } = current();
      const { reader, generation, definition } = await holding(store, [{ id: 'a' }]);
      await store.ping();
      await store.close();
      await store.close();
      const unavailable = { name: 'EngineUnavailableError' };
      await expect(reader.get('a')).rejects.toMatchObject(unavailable);
      await expect(reader.find({ limit: 1 })).rejects.toMatchObject(unavailable);
      await expect(generation.load(['a'])).rejects.toMatchObject(unavailable);
      await expect(generation.write([], { partition: 0, position: at(2) })).rejects.toMatchObject(unavailable);
      await expect(store.live(definition)).rejects.toMatchObject(unavailable);
      await expect(store.ping()).rejects.toMatchObject(unavailable);
    });
  });
}
