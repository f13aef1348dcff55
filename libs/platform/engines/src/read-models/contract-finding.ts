import { describe, expect, it } from '@jest/globals';
import { aDefinition, at, type Current, holding, idsOf, type Person, where, write } from './contract-fixture.js';
import type { Condition, Find } from './port.js';

const people: readonly Person[] = [
  { id: 'a', status: 'open', age: 30, active: true, team: { id: 't1' }, tags: ['vip', 'new'], sortName: 'anna' },
  { id: 'b', status: 'won', age: 20, active: false, team: { id: 't2' }, tags: [], sortName: 'berta' },
  { id: 'c', status: null, age: null, team: null, tags: [null], closing: { reason: 'price' } },
  { id: 'd', phones: [{ kind: 'work', number: '+4930123' }, { kind: 'fax' }], sortName: 'ümit' },
  { id: 'e', status: 1, age: -5, active: null, team: {}, tags: ['new', 'new'], sortName: 'Anna' },
  { id: 'f', status: true, age: 1.5, sortName: '', phones: [{ number: '030/99' }, { number: '+4930123' }] },
];

const hostile = [
  `' or '1'='1`,
  `open'; drop table generations; --`,
  `") or 1=1 --`,
  '%',
  '_',
  '*',
  '.*',
  '^',
  '$ne',
  '{"$ne":null}',
  'a\\',
  '[',
  '(?i)open',
  'NEAR(a b)',
  'a" OR "b',
  '\u0000',
  'o\u0000',
  '\u{10FFFF}',
  '',
];

export function findingContract(current: Current): void {
  describe('finding', () => {
    const conditions: readonly [string, Condition, string[]][] = [
      ['status', 'open', ['a']],
      ['status', 1, ['e']],
      ['status', true, ['f']],
      ['status', false, []],
      ['status', '1', []],
      ['status', null, ['c', 'd']],
      ['status', { exists: true }, ['a', 'b', 'e', 'f']],
      ['status', { exists: false }, ['c', 'd']],
      ['status', { not: null }, ['a', 'b', 'e', 'f']],
      ['status', { not: 'open' }, ['b', 'c', 'd', 'e', 'f']],
      ['status', { in: ['open', 'won', 'lost'] }, ['a', 'b']],
      ['status', { in: ['open', null] }, ['a', 'c', 'd']],
      ['status', { in: [true, 1, 'won'] }, ['b', 'e', 'f']],
      ['status', { in: [] }, []],
      ['status', { gte: 'o', lt: 'p' }, ['a']],
      ['status', { gt: '' }, ['a', 'b']],
      ['status', { lt: 'zz' }, ['a', 'b']],
      ['status', {}, ['a', 'b', 'c', 'd', 'e', 'f']],
      ['active', true, ['a']],
      ['active', false, ['b']],
      ['active', null, ['c', 'd', 'e', 'f']],
      ['age', 20, ['b']],
      ['age', { gt: 20 }, ['a']],
      ['age', { gte: 20 }, ['a', 'b']],
      ['age', { lt: 20 }, ['e', 'f']],
      ['age', { lte: 20 }, ['b', 'e', 'f']],
      ['age', { gt: -5, lt: 2 }, ['f']],
      ['age', { gt: '' }, []],
      ['team.id', 't1', ['a']],
      ['team.id', null, ['c', 'd', 'e', 'f']],
      ['closing', { exists: true }, ['c']],
      ['closing', null, ['a', 'b', 'd', 'e', 'f']],
      ['closing', { not: 'price' }, ['a', 'b', 'c', 'd', 'e', 'f']],
      ['sortName', { prefix: 'an' }, ['a']],
      ['sortName', { prefix: 'ü' }, ['d']],
      ['sortName', { prefix: '' }, ['a', 'b', 'd', 'e', 'f']],
      ['tags', 'vip', ['a']],
      ['tags', 'new', ['a', 'e']],
      ['tags', { not: 'vip' }, ['b', 'c', 'd', 'e', 'f']],
      ['tags', null, ['b', 'c', 'd', 'f']],
      ['tags', { exists: true }, ['a', 'e']],
      ['tags', { in: ['vip', null] }, ['a', 'b', 'c', 'd', 'f']],
      ['tags', { in: ['vip', 'x'] }, ['a']],
      ['tags', { in: [] }, []],
      ['tags', { prefix: 'ne' }, ['a', 'e']],
      ['tags', { gt: 'new' }, ['a']],
      ['phones.number', '+4930123', ['d', 'f']],
      ['phones.number', { exists: false }, ['a', 'b', 'c', 'e']],
      ['phones.number', { prefix: '030' }, ['f']],
    ];

    it.each(conditions)('knows %s %j', async (path, condition, expected) => {
      const { reader } = await holding(current().store, people);
      expect(await idsOf(reader, where(path, condition))).toEqual(expected);
      const { total } = await reader.find({ ...where(path, condition), limit: 1, total: true });
      expect(total).toBe(expected.length);
    });

    it('joins conditions by all, and, or, as deep as one likes', async () => {
      const { reader } = await holding(current().store, people);
      const open = { all: { status: 'open' } };
      const young = { all: { age: { lt: 25 } } };
      expect(await idsOf(reader, { where: { or: [open, young] } })).toEqual(['a', 'b', 'e', 'f']);
      expect(await idsOf(reader, { where: { and: [open, young] } })).toEqual([]);
      expect(await idsOf(reader, { where: { all: { age: { gt: 0 } }, or: [open, { and: [young] }] } })).toEqual([
        'a',
        'b',
        'f',
      ]);
      expect(await idsOf(reader, { where: { or: [] } })).toEqual([]);
      expect(await idsOf(reader, { where: { and: [] } })).toHaveLength(6);
      expect(await idsOf(reader, { where: { and: [{ or: [open, { all: {} }] }, young] } })).toEqual(['b', 'e', 'f']);
    });

    it('takes any value for a value and for nothing else', async () => {
      const held = hostile.map((status, index) => ({ id: `h${index}`, status, tags: [status] }));
      const { reader } = await holding(current().store, [...held, { id: 'other', status: 'open' }]);
      for (const { id, status } of held) {
        expect(await idsOf(reader, where('status', status))).toEqual([id]);
        expect(await idsOf(reader, where('status', { in: [status] }))).toEqual([id]);
        expect(await idsOf(reader, where('tags', status))).toEqual([id]);
        const begins = held.filter((each) => each.status.startsWith(status)).map((each) => each.id);
        const expected = status === '' || 'open'.startsWith(status) ? [...begins, 'other'] : begins;
        expect(await idsOf(reader, where('status', { prefix: status }))).toEqual(expected.sort());
        expect(await idsOf(reader, where('tags', { prefix: status }))).toEqual([...begins].sort());
        await reader.find({ search: status, limit: 10, total: true });
      }
      expect(await idsOf(reader, {})).toHaveLength(held.length + 1);
    });

    it('takes a list of thousands', async () => {
      const { reader } = await holding(current().store, people);
      const list = Array.from({ length: 40_000 }, (_, index) => `x${index}`);
      expect(await idsOf(reader, where('status', { in: [...list, 'open'] }))).toEqual(['a']);
    });

    it.each<unknown>([
      { where: { all: { unknown: 1 } } },
      { where: { all: { "status' or 1=1 --": 1 } } },
      { where: { all: { status: undefined } } },
      { where: { all: { status: { $ne: null } } } },
      { where: { all: { status: { in: 'open' } } } },
      { where: { all: { status: { in: [{ $gt: '' }] } } } },
      { where: { all: { status: { not: { $gt: '' } } } } },
      { where: { all: { status: ['open'] } } },
      { where: { all: { status: { prefix: { $regex: '' } } } } },
      { where: { all: { status: { exists: 'false' } } } },
      { where: { all: { age: Number.NaN } } },
      { where: { all: { age: { gt: null } } } },
      { where: { $where: 'true' } },
      { where: { or: { all: {} } } },
      { where: [] },
      { sort: [{ path: 'name' }] },
      { sort: [{ path: 'tags' }] },
      { limit: 0 },
      { limit: 1_001 },
      { limit: 1.5 },
    ])('refuses %j, also before there is anything to find', async (find) => {
      const { store } = current();
      const definition = aDefinition();
      const invalid = { name: 'InvalidFindError' };
      const ask = () => store.reader(definition).find({ limit: 10, ...(find as Partial<Find>) });
      await expect(ask()).rejects.toMatchObject(invalid);
      await holding(store, people, definition);
      await expect(ask()).rejects.toMatchObject(invalid);
    });

    it('refuses to search and to count what the model does not declare', async () => {
      const { store } = current();
      const reader = store.reader(aDefinition({ search: [], searchPhones: [] }));
      await expect(reader.find({ search: 'x', limit: 1 })).rejects.toMatchObject({ name: 'InvalidFindError' });
      await expect(reader.facets(['age'])).rejects.toMatchObject({ name: 'InvalidFindError' });
      await expect(reader.facets(['status'], undefined, 'x')).rejects.toMatchObject({ name: 'InvalidFindError' });
    });
  });

  describe('counting by value', () => {
    it('counts each path, most first, equal counts by value, null for absent', async () => {
      const { reader } = await holding(current().store, people);
      await expect(reader.facets(['status', 'active', 'team.id', 'tags'])).resolves.toEqual({
        status: [
          { value: null, count: 2 },
          { value: 1, count: 1 },
          { value: 'open', count: 1 },
          { value: 'won', count: 1 },
          { value: true, count: 1 },
        ],
        active: [
          { value: null, count: 4 },
          { value: false, count: 1 },
          { value: true, count: 1 },
        ],
        'team.id': [
          { value: null, count: 4 },
          { value: 't1', count: 1 },
          { value: 't2', count: 1 },
        ],
        tags: [
          { value: null, count: 4 },
          { value: 'new', count: 2 },
          { value: 'vip', count: 1 },
        ],
      });
    });

    it('counts only what matches where and search', async () => {
      const named = people.map((person) => ({ ...person, name: person.id < 'c' ? 'Nora Nord' : 'Otto' }));
      const { reader } = await holding(current().store, named);
      await expect(reader.facets(['tags', 'active'], { all: { age: { gt: 0 } } }, 'nord')).resolves.toEqual({
        tags: [
          { value: null, count: 1 },
          { value: 'new', count: 1 },
          { value: 'vip', count: 1 },
        ],
        active: [
          { value: false, count: 1 },
          { value: true, count: 1 },
        ],
      });
      await expect(reader.facets(['status'], { all: { age: 999 } })).resolves.toEqual({ status: [] });
    });

    it('follows changes and deletions', async () => {
      const { reader, generation } = await holding(current().store, people);
      await generation.write([write({ id: 'b', active: true }, 2), { id: 'c', document: null, position: at(2) }], {
        partition: 0,
        position: at(2),
      });
      const { active } = await reader.facets(['active']);
      expect(active).toEqual([
        { value: null, count: 3 },
        { value: true, count: 2 },
      ]);
    });
  });
}
