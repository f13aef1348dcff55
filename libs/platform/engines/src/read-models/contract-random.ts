import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aDefinition, at, type Current, type Person, pageThrough, write } from './contract-fixture.js';
import { referenceFacet, referenceFind, type Stored } from './contract-reference.js';
import type { Condition, Find, Scalar, Where } from './port.js';

const words = ['Müller', 'mueller', 'Straße', 'a', 'ab', 'ABC', '', 'ü', '0171 123', 'x@y.de', '\u{1F600}', '%', "'"];
const word = fc.constantFrom(...words);
const number = fc.constantFrom(-1, 0, 1, 1.5, 2, 1e15);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
const orNull = <T>(value: fc.Arbitrary<T>) => optional(fc.option(value, { nil: null, freq: 6 }));

const person = fc
  .record({
    name: orNull(word),
    sortName: orNull(word),
    status: orNull(fc.oneof(word, number, fc.boolean())),
    age: orNull(number),
    active: orNull(fc.boolean()),
    team: orNull(fc.record({ id: orNull(word) })),
    closing: orNull(fc.constant({ reason: 'price' })),
    tags: optional(fc.array(fc.option(word, { nil: null, freq: 6 }), { maxLength: 3 })),
    phones: optional(
      fc.array(fc.record({ kind: word, number: fc.constantFrom('+49 171 1234', '0171 12') }), { maxLength: 2 }),
    ),
    email: optional(fc.constantFrom('a.b@c.de', 'müller@c.de')),
  })
  // As JSON has it: what is undefined is not there.
  .map((value) => JSON.parse(JSON.stringify(value)) as Omit<Person, 'id'>);

const scalar: fc.Arbitrary<Scalar> = fc.oneof(word, number, fc.boolean(), fc.constant(null));
const bound = fc.oneof(word, number);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  scalar,
  fc.record({ in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ not: scalar }),
  fc.record({ gt: bound }),
  fc.record({ gte: bound, lt: bound }),
  fc.record({ lte: bound }),
  fc.record({ prefix: word }),
  fc.record({ exists: fc.boolean() }),
);
const path = fc.constantFrom('status', 'sortName', 'age', 'active', 'team.id', 'closing', 'tags', 'phones.number');
const all = fc.dictionary(path, condition, { maxKeys: 2, noNullPrototype: true });
const where: fc.Arbitrary<Where> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ all }) },
  fc.record({ all, or: fc.array(fc.record({ all }), { maxLength: 2 }) }),
  fc.record({
    and: fc.array(fc.record({ all, or: fc.array(fc.record({ all }), { maxLength: 2 }) }), { maxLength: 2 }),
  }),
);
/** Keys to sort by hold values of one type, and null. */
const sort = fc.array(
  fc.record({ path: fc.constantFrom('sortName', 'age', 'active', 'team.id'), descending: fc.boolean() }),
  { maxLength: 3 },
);
const search = optional(
  fc.constantFrom('', 'müller', 'mull', 'a', 'ab x', 'strasse', '0171', '+49 171 12', 'a.b@c', '%', 'a b'),
);
const find = fc.record({ where: optional(where), search, sort: optional(sort), limit: fc.integer({ min: 1, max: 9 }) });

/** Two versions of each document, so that indexes are changed and not only filled. */
const world = fc.array(fc.tuple(person, fc.option(person, { nil: undefined })), { maxLength: 25 });

export function randomFindContract(current: Current): void {
  describe('any find', () => {
    it('answers what the plainest evaluation over all documents answers', async () => {
      const { store } = current();
      await fc.assert(
        fc.asyncProperty(world, fc.array(find, { minLength: 8, maxLength: 8 }), async (people, finds) => {
          const definition = aDefinition();
          const stored: Stored[] = [];
          const generation = await store.live<Person>(definition);
          const first = people.map(([document], index) => ({ ...document, id: `p${index}` }));
          await generation.write(
            first.map((each) => write(each, 1)),
            { partition: 0, position: at(1) },
          );
          const changed = people.flatMap(([, document], index) => (document ? [{ ...document, id: `p${index}` }] : []));
          await generation.write(
            changed.map((each) => write(each, 2)),
            { partition: 0, position: at(2) },
          );
          for (const document of [...new Map([...first, ...changed].map((each) => [each.id, each])).values()]) {
            stored.push({ id: document.id, document });
          }
          const reader = store.reader<Person>(definition);
          for (const each of finds) {
            const asked = JSON.parse(JSON.stringify(each)) as Find;
            const expected = referenceFind(definition, stored, asked);
            const { total } = await reader.find({ ...asked, total: true });
            const found = await pageThrough(reader, asked);
            expect({ asked, total, found }).toEqual({
              asked,
              total: expected.length,
              found: expected.map(({ document }) => document),
            });
            const facets = await reader.facets(['status', 'tags'], asked.where, asked.search);
            for (const facet of ['status', 'tags']) {
              const counts = referenceFacet(definition, stored, facet, asked.where, asked.search);
              expect(new Map((facets[facet] ?? []).map(({ value, count }) => [value, count]))).toEqual(counts);
            }
          }
        }),
        { numRuns: 25 },
      );
    }, 120_000);
  });
}
