import { describe, expect, it } from '@jest/globals';
import { at, type Current, holding, idsOf, pageThrough, type Person, write } from './contract-fixture.js';
import { referenceFind } from './contract-reference.js';
import type { Find, SortKey } from './port.js';

/** Few distinct values, so that there are ties, nulls and absent fields on every border of a page. */
const people: readonly Person[] = Array.from({ length: 60 }, (_, index) => ({
  id: `p${String((index * 37) % 60).padStart(2, '0')}`,
  name: index % 2 === 0 ? 'Even' : 'Odd',
  ...(index % 4 !== 0 && { age: index % 3 === 0 ? null : index % 7 }),
  ...(index % 5 !== 0 && { sortName: ['z', 'ä', 'a', 'Z', 'ß', '\u{1F600}', '\uFFFD'][index % 7] ?? 'a' }),
  ...(index % 6 !== 0 && { active: index % 3 === 0 }),
  status: ['open', 'won'][index % 2] ?? 'open',
}));

const sorts: readonly (readonly SortKey[])[] = [
  [],
  [{ path: 'age' }],
  [{ path: 'age', descending: true }],
  [{ path: 'sortName' }],
  [{ path: 'sortName', descending: true }],
  [{ path: 'active', descending: true }, { path: 'age' }],
  [{ path: 'age' }, { path: 'sortName', descending: true }],
  [{ path: 'age', descending: true }, { path: 'active' }, { path: 'sortName', descending: true }],
];

export function pagingContract(current: Current): void {
  describe('sorting and paging', () => {
    it.each(sorts.map((sort) => [sort]))('gives everything once, in order, by %j', async (sort) => {
      const { definition, reader } = await holding(current().store, people);
      const stored = people.map((document) => ({ id: document.id, document }));
      for (const find of [{ sort }, { sort, where: { all: { status: 'open' } } }, { sort, search: 'odd' }]) {
        const expected = referenceFind(definition, stored, { ...find, limit: 7 }).map(({ id }) => id);
        expect((await pageThrough(reader, { ...find, limit: 7 })).map(({ id }) => id)).toEqual(expected);
        expect(await idsOf(reader, find)).toEqual(expected);
      }
    });

    it('has no next page when the last one is just full', async () => {
      const { reader } = await holding(current().store, people.slice(0, 10));
      const first = await reader.find({ limit: 5 });
      expect(first.next).not.toBeNull();
      const second = await reader.find({ limit: 5, after: first.next ?? '' });
      expect(second.items).toHaveLength(5);
      expect(second.next).toBeNull();
    });

    it('counts all that match on every page, and only when asked', async () => {
      const { reader } = await holding(current().store, people);
      const find: Find = { sort: [{ path: 'age' }], search: 'even', limit: 7 };
      const first = await reader.find({ ...find, total: true });
      const second = await reader.find({ ...find, total: true, after: first.next ?? '' });
      expect([first.total, second.total]).toEqual([30, 30]);
      expect(await reader.find(find)).not.toHaveProperty('total');
    });

    it.each([false, true])(
      'neither skips nor repeats a document that stays, whatever is written between pages (descending: %s)',
      async (descending) => {
        const { reader, generation } = await holding(current().store, people);
        const find: Find = { sort: [{ path: 'age', descending }, { path: 'sortName' }], limit: 6 };
        const pages = await pageThrough(reader, find, async (page) => {
          const written = Array.from({ length: 8 }, (_, index) => ({
            id: `q${page}-${index}`,
            ...(index % 3 !== 0 && { age: (index + page) % 7 }),
            sortName: ['a', 'z', 'ß'][index % 3] ?? 'a',
          }));
          const gone = { id: `q${page - 1}-1`, document: null, position: at(page + 1) };
          await generation.write([...written.map((person) => write(person, page + 1)), gone], {
            partition: 0,
            position: at(page + 1),
          });
        });
        const seen = pages.map(({ id }) => id);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter((id) => id.startsWith('p')).sort()).toEqual(people.map(({ id }) => id).sort());
      },
    );

    it('refuses a cursor of another list, and what is no cursor', async () => {
      const { store } = current();
      const { reader } = await holding(store, people);
      const { reader: other } = await holding(store, people);
      const find: Find = { sort: [{ path: 'age' }], where: { all: { status: 'open' } }, search: 'even', limit: 2 };
      const after = (await reader.find(find)).next ?? '';
      const invalid = { name: 'InvalidCursorError' };
      await expect(other.find({ ...find, after })).rejects.toMatchObject(invalid);
      await expect(reader.find({ ...find, after, sort: [] })).rejects.toMatchObject(invalid);
      await expect(reader.find({ ...find, after, sort: [{ path: 'age', descending: true }] })).rejects.toMatchObject(
        invalid,
      );
      await expect(reader.find({ ...find, after, search: 'odd' })).rejects.toMatchObject(invalid);
      await expect(reader.find({ ...find, after, where: { all: { status: 'won' } } })).rejects.toMatchObject(invalid);
      const forged = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
      const [fingerprint] = JSON.parse(Buffer.from(after, 'base64url').toString()) as [string];
      for (const wrong of [
        '',
        'x',
        '%%%',
        forged(null),
        forged([]),
        forged([fingerprint]),
        forged([fingerprint, 'a']),
        forged([fingerprint, 'a', { $gt: '' }]),
        forged([fingerprint, { $gt: '' }, 1]),
        forged([fingerprint, 'a', 1, 2]),
        'A'.repeat(100_000),
      ]) {
        await expect(reader.find({ ...find, after: wrong })).rejects.toMatchObject(invalid);
      }
      await expect(reader.find({ ...find, after })).resolves.toMatchObject({ items: [{}, {}] });
    });

    it('takes the same question for the same, in whichever order its keys come', async () => {
      const { reader } = await holding(current().store, people);
      const first = await reader.find({ limit: 2, where: { all: { status: 'open', age: { gte: 0, lt: 9 } } } });
      const after = first.next ?? '';
      const same: Find = { limit: 3, after, where: { all: { age: { lt: 9, gte: 0 }, status: 'open' } } };
      await expect(reader.find(same)).resolves.toMatchObject({ items: [{}, {}, {}] });
    });
  });
}
