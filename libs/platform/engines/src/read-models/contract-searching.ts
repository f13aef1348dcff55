import { describe, expect, it } from '@jest/globals';
import { at, type Current, holding, idsOf, type Person, write } from './contract-fixture.js';

const people: readonly Person[] = [
  { id: 'a', name: 'Jürgen Müller-Lüdenscheidt', email: 'j.mueller@firma-nord.de', tags: ['vip'] },
  { id: 'b', name: 'Jurgen Muller', phones: [{ number: '+49 171 1234567' }, { number: '030 99887766' }] },
  { id: 'c', name: 'Juergen Mueller', phones: [{ number: '0171/123 45 68' }] },
  { id: 'd', name: "Siobhán O'Brien", email: 'SIOBHAN@EXAMPLE.COM', tags: ['Straße', 'vip'], age: 47110815 },
  { id: 'e', name: '東京 Ελλάδα Москва' },
];

export function searchingContract(current: Current): void {
  describe('searching', () => {
    it.each<[string, string[]]>([
      ['müller', ['a', 'b', 'c']],
      ['MUELLER', ['a', 'b', 'c']],
      ['mull', ['a', 'b', 'c']],
      ['müller jürg', ['a', 'b', 'c']],
      ['müller-lüd', ['a']],
      ['üller', []],
      ['müller brien', []],
      ['siobhan', ['d']],
      ["o'brien", ['d']],
      ['obri', ['d']],
      ['strasse', ['d']],
      ['VIP', ['a', 'd']],
      ['j.mueller@firma-nord.de', ['a']],
      ['j.mueller@fir', ['a']],
      ['siobhan@example.com', ['d']],
      ['firma-nord', ['a']],
      ['471108', ['d']],
      ['0171 12345', ['b', 'c']],
      ['+49 171 1234567', ['b']],
      ['+491711234568', ['c']],
      ['0049 (171) 1234567', ['b']],
      ['030/998', ['b']],
      ['muller 030-998', ['b']],
      ['brien 030-998', []],
      ['東', ['e']],
      ['ελλαδα москва', ['e']],
      ['', ['a', 'b', 'c', 'd', 'e']],
      [' - * "', ['a', 'b', 'c', 'd', 'e']],
    ])('finds by %j', async (search, expected) => {
      const { reader } = await holding(current().store, people);
      expect(await idsOf(reader, { search })).toEqual(expected);
      const { total } = await reader.find({ search, limit: 1, total: true });
      expect(total).toBe(expected.length);
    });

    it('takes queries of any length and kind', async () => {
      const { reader } = await holding(current().store, people);
      const long = Array.from({ length: 2_000 }, (_, index) => `wort${index} +49 ${index}171`).join(' ');
      for (const search of [
        long,
        '"'.repeat(999),
        '(((',
        'NOT AND OR',
        'a* -b ^c',
        '\\',
        '$',
        '{"$gt":""}',
        '\uD800',
      ]) {
        await expect(reader.find({ search, limit: 5, total: true })).resolves.toHaveProperty('items');
      }
    });

    it('finds by where, search and sort together, also where a word is everywhere', async () => {
      const many = Array.from({ length: 2_500 }, (_, index) => ({
        id: `m${String(index).padStart(4, '0')}`,
        name: `Kunde Nummer${index}`,
        age: (index * 7919) % 2_500,
        status: index % 5 === 0 ? 'open' : 'won',
      }));
      const { reader } = await holding(current().store, [...people, ...many]);
      const found = await reader.find({
        where: { all: { status: 'open' } },
        search: 'kund',
        sort: [{ path: 'age', descending: true }],
        limit: 20,
        total: true,
      });
      const expected = many.filter(({ status }) => status === 'open').sort((one, other) => other.age - one.age);
      expect(found.items).toEqual(expected.slice(0, 20));
      expect(found.total).toBe(500);
      expect((await reader.find({ search: 'kunde', limit: 1, total: true })).total).toBe(2_500);
      expect(await idsOf(reader, { search: 'kunde nummer1234' })).toEqual(['m1234']);
    });

    it('follows changes of the searched fields', async () => {
      const { reader, generation } = await holding(current().store, people);
      await generation.write([write({ id: 'a', name: 'Schmidt', phones: [{ number: '0172 5' }] }, 2)], {
        partition: 0,
        position: at(2),
      });
      expect(await idsOf(reader, { search: 'müller' })).toEqual(['b', 'c']);
      expect(await idsOf(reader, { search: 'schmidt' })).toEqual(['a']);
      expect(await idsOf(reader, { search: 'vip' })).toEqual(['d']);
      expect(await idsOf(reader, { search: '+49 172 5' })).toEqual(['a']);
    });
  });
}
