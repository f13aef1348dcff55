import { describe, expect, it } from '@jest/globals';
import {
  aDefinition,
  at,
  collect,
  type Current,
  eventually,
  holding,
  idsOf,
  pageThrough,
  type Person,
  where,
  write,
} from './contract-fixture.js';

const checkpoint = { partition: 0, position: at(5) };

function people(count: number, name: string): Person[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `p${String(index).padStart(3, '0')}`,
    name,
    age: index,
    status: name,
    tags: [name],
  }));
}

export function generationsContract(current: Current): void {
  describe('generations', () => {
    it('gives the same live generation to everyone who asks for it', async () => {
      const { store } = current();
      const definition = aDefinition();
      const all = await Promise.all(Array.from({ length: 5 }, () => store.live(definition)));
      expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    });

    it('fills one without a trace in the live one, then switches', async () => {
      const { store } = current();
      const { definition, reader, generation } = await holding(store, people(20, 'old'));
      const next = await store.begin<Person>(definition);
      await next.write(
        people(30, 'dropped').map((person) => write(person, 2)),
        checkpoint,
      );
      await next.write(
        people(30, 'fresh').map((person) => write(person, 4)),
        checkpoint,
      );
      await next.write([{ id: 'p029', document: null, position: at(5) }], checkpoint);
      expect(await idsOf(reader, where('status', 'old'))).toHaveLength(20);
      expect(await idsOf(reader, { search: 'fresh' })).toEqual([]);
      await expect(reader.checkpoint()).resolves.toBe(at(1));
      await expect(next.count()).resolves.toBe(29);
      await expect(next.checkpoint(0)).resolves.toBe(at(5));
      expect(await collect(next.scan())).toHaveLength(29);
      expect((await next.load(['p001'])).get('p001')?.position).toBe(at(4));

      await store.switchTo(definition, next.id);
      expect((await store.live(definition)).id).toBe(next.id);
      expect(next.id).not.toBe(generation.id);
      for (const find of [where('status', 'fresh'), where('tags', 'fresh'), { search: 'fresh' }]) {
        expect(await idsOf(reader, find)).toHaveLength(29);
      }
      for (const find of [where('status', 'old'), where('tags', 'dropped'), { search: 'dropped' }]) {
        expect(await idsOf(reader, find)).toEqual([]);
      }
      await expect(reader.checkpoint()).resolves.toBe(at(5));
    });

    it('goes on being written after the switch, words and indexes included', async () => {
      const { store } = current();
      const { definition, reader } = await holding(store, []);
      const next = await store.begin<Person>(definition);
      await next.write([write({ id: 'a', name: 'Anna', tags: ['x'] }, 4)], checkpoint);
      await store.switchTo(definition, next.id);
      await next.write([write({ id: 'a', name: 'Berta', tags: ['y'] }, 6), write({ id: 'b', name: 'Carl' }, 6)], {
        partition: 0,
        position: at(6),
      });
      expect(await idsOf(reader, { search: 'anna' })).toEqual([]);
      expect(await idsOf(reader, { search: 'berta' })).toEqual(['a']);
      expect(await idsOf(reader, { search: 'carl' })).toEqual(['b']);
      expect(await idsOf(reader, where('tags', 'y'))).toEqual(['a']);
      expect((await store.live(definition)).id).toBe(next.id);
    });

    it('shows a switch to readers elsewhere, also in the middle of paging', async () => {
      const { store, openReader } = current();
      const definition = aDefinition();
      const elsewhere = await openReader();
      try {
        const reader = elsewhere.reader<Person>(definition);
        await expect(reader.find({ limit: 5 })).resolves.toEqual({ items: [], next: null });
        await holding(store, people(50, 'old'), definition);
        await eventually(async () => (await idsOf(reader, {})).length === 50);

        const next = await store.begin<Person>(definition);
        await next.write(
          people(50, 'fresh').map((person) => write(person, 4)),
          checkpoint,
        );
        const pages = await pageThrough(
          reader,
          { sort: [{ path: 'age', descending: true }], limit: 5 },
          async (page) => {
            if (page !== 3) return;
            await store.switchTo(definition, next.id);
            await eventually(async () => (await reader.get('p000'))?.name === 'fresh');
          },
        );
        expect(pages.map(({ age }) => age)).toEqual(Array.from({ length: 50 }, (_, index) => 49 - index));
        expect(new Set(pages.map(({ name }) => name))).toEqual(new Set(['old', 'fresh']));
      } finally {
        await elsewhere.close();
      }
    });

    it('tells the writer of a replaced generation to go over to the live one', async () => {
      const { store } = current();
      const { definition, reader, generation } = await holding(store, people(3, 'old'));
      const next = await store.begin<Person>(definition);
      await next.write([write({ id: 'a' }, 4)], checkpoint);
      await store.switchTo(definition, next.id);
      const late = generation.write([write({ id: 'late' }, 6)], { partition: 0, position: at(6) });
      await expect(late).rejects.toMatchObject({ name: 'GenerationGoneError' });
      expect(await idsOf(reader, {})).toEqual(['a']);
      await expect(store.switchTo(definition, generation.id)).rejects.toMatchObject({ name: 'GenerationGoneError' });
      expect((await store.live(definition)).id).toBe(next.id);
    });

    it('switches to what is live already without harm', async () => {
      const { store } = current();
      const { definition, reader, generation } = await holding(store, people(3, 'old'));
      await store.switchTo(definition, generation.id);
      expect(await idsOf(reader, {})).toHaveLength(3);
    });

    it('switches while another generation is being filled, and leaves that one be', async () => {
      const { store } = current();
      const { definition, reader } = await holding(store, people(3, 'old'));
      const one = await store.begin<Person>(definition);
      const other = await store.begin<Person>(definition);
      await one.write(
        people(2, 'one').map((person) => write(person, 4)),
        checkpoint,
      );
      await other.write(
        people(1, 'other').map((person) => write(person, 4)),
        checkpoint,
      );
      await store.switchTo(definition, one.id);
      expect(await idsOf(reader, where('status', 'one'))).toHaveLength(2);
      await store.switchTo(definition, other.id);
      expect(await idsOf(reader, where('status', 'other'))).toHaveLength(1);
    });

    it('throws a generation away, but not the live one', async () => {
      const { store } = current();
      const { definition, reader, generation } = await holding(store, people(3, 'old'));
      const next = await store.begin<Person>(definition);
      await next.write([write({ id: 'a' }, 4)], checkpoint);
      await store.discard(definition, next.id);
      const gone = { name: 'GenerationGoneError' };
      await expect(next.write([write({ id: 'b' }, 6)], checkpoint)).rejects.toMatchObject(gone);
      await expect(collect(next.scan())).rejects.toMatchObject(gone);
      await expect(store.switchTo(definition, next.id)).rejects.toMatchObject(gone);
      await expect(store.discard(definition, next.id)).resolves.toBeUndefined();
      await expect(store.discard(definition, generation.id)).rejects.toMatchObject({ name: 'InvalidReadModelError' });
      expect(await idsOf(reader, {})).toHaveLength(3);
    });

    it('refuses a generation of another model or version', async () => {
      const { store } = current();
      const { definition } = await holding(store, []);
      const other = await store.begin(aDefinition());
      const gone = { name: 'GenerationGoneError' };
      await expect(store.switchTo(definition, other.id)).rejects.toMatchObject(gone);
      await expect(store.switchTo({ ...definition, version: 2 }, other.id)).rejects.toMatchObject(gone);
      await expect(store.switchTo(definition, `x"; drop table generations; --`)).rejects.toMatchObject(gone);
    });

    it('keeps the versions of a model apart', async () => {
      const { store } = current();
      const { definition, reader } = await holding(store, people(3, 'old'));
      const second = { ...definition, version: 2, indexes: [{ on: ['name'] }] };
      const next = await holding(store, [{ id: 'n', name: 'new' }], second);
      expect(await idsOf(next.reader, where('name', 'new'))).toEqual(['n']);
      expect(await idsOf(reader, {})).not.toContain('n');
    });

    it('is live after a restart where the switch was the last thing done', async () => {
      const { store, reopen } = current();
      const { definition } = await holding(store, people(3, 'old'));
      const next = await store.begin<Person>(definition);
      await next.write([write({ id: 'a', name: 'Müller' }, 4)], checkpoint);
      await store.switchTo(definition, next.id);
      const again = await reopen();
      expect((await again.live(definition)).id).toBe(next.id);
      expect(await idsOf(again.reader<Person>(definition), { search: 'mueller' })).toEqual(['a']);
    });
  });
}
