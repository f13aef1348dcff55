import type { mongo } from 'mongoose';
import type { Place } from './cursor.js';
import type { Filter, Order, Test } from './filter.js';
import type { Selection } from './find-plan.js';
import type { Document, Scalar } from './port.js';
import type { SearchTerm } from './search-text.js';

/** As it stands in a generation's collection. A deleted one keeps its id and position alone. */
export interface MongoDocument {
  readonly _id: string;
  readonly position: string;
  /** First in every index, so that deleted ones are in none of the stretches that queries read. */
  readonly alive?: true;
  readonly tokens?: readonly string[];
  readonly document?: Document;
}

/** Fields are named by definitions, which the driver's types cannot know. */
type Query = Readonly<Record<string, unknown>>;

/** What is there and not null. */
const PRESENT = { $type: ['string', 'double', 'int', 'long', 'bool', 'object'] };
const NOTHING: Query = { _id: { $in: [] } };

/** All that a selection asks for, and lies behind a place where one is given. */
export function queryOf({ filter, search }: Selection, behind?: Query): mongo.Filter<MongoDocument> {
  const parts = [filterQuery(filter), ...search.map(termQuery), behind ?? {}];
  const asking = parts.filter((part) => Object.keys(part).length > 0);
  const query: Query = asking.length === 0 ? { alive: true } : { alive: true, $and: asking };
  return query;
}

function filterQuery(filter: Filter): Query {
  if ('and' in filter) {
    if (filter.and.length === 0) return {};
    return { $and: filter.and.map(filterQuery) };
  }
  if ('or' in filter) {
    if (filter.or.length === 0) return NOTHING;
    return { $or: filter.or.map(filterQuery) };
  }
  const field = `document.${filter.path}`;
  return filter.multi ? manyQuery(field, filter.test) : testQuery(field, filter.test);
}

/** Through an array "absent" means that no element has a value; MongoDB's own null would match a null element. */
function manyQuery(field: string, test: Test): Query {
  switch (test.is) {
    case 'missing':
      return { [field]: { $not: PRESENT } };
    case 'present':
      return { [field]: PRESENT };
    case 'oneOf': {
      const among = { [field]: { $in: [...test.values] } };
      return test.orMissing ? { $or: [among, { [field]: { $not: PRESENT } }] } : among;
    }
    case 'equal':
    case 'notEqual':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
    case 'prefix':
      return testQuery(field, test);
    default:
      return test satisfies never;
  }
}

/** Values only ever stand where MongoDB expects a value, never an operator: the filter holds scalars alone. */
function testQuery(field: string, test: Test): Query {
  switch (test.is) {
    case 'equal':
      return { [field]: { $eq: test.value } };
    case 'notEqual':
      return { [field]: { $ne: test.value } };
    case 'missing':
      return { [field]: { $eq: null } };
    case 'present':
      return { [field]: { $ne: null } };
    case 'oneOf':
      return { [field]: { $in: test.orMissing ? [...test.values, null] : [...test.values] } };
    case 'gt':
      return { [field]: { $gt: test.value } };
    case 'gte':
      return { [field]: { $gte: test.value } };
    case 'lt':
      return { [field]: { $lt: test.value } };
    case 'lte':
      return { [field]: { $lte: test.value } };
    case 'prefix':
      return { [field]: { $regex: beginning(test.value) } };
    default:
      return test satisfies never;
  }
}

/** Anchored and without alternatives, so that an index is read from there only. */
function termQuery(term: SearchTerm): Query {
  const singles = term.flatMap(([first, ...rest]) => (first !== undefined && rest.length === 0 ? [first] : []));
  if (singles.length === term.length && singles.length === 1)
    return { tokens: { $regex: beginning(singles[0] ?? '') } };
  return {
    $or: term.map((tokens) => ({ $and: tokens.map((token) => ({ tokens: { $regex: beginning(token) } })) })),
  };
}

/** A pattern for texts that begin so: what has a meaning in patterns is escaped, and PCRE takes no NUL as it is. */
function beginning(text: string): string {
  return `^${text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll('\u0000', '\\x00')}`;
}

export function sortOf({ keys, idDescending }: Order): [string, 1 | -1][] {
  return [
    ...keys.map(({ path, descending }): [string, 1 | -1] => [`document.${path}`, descending ? -1 : 1]),
    ['_id', idDescending ? -1 : 1],
  ];
}

/** What lies behind a place: equal in some first keys and beyond in the next, for each number of them. */
export function behindQuery({ keys, idDescending }: Order, place: Place): Query {
  const levels: { field: string; descending: boolean; value: Scalar }[] = keys.map(({ path, descending }, at) => ({
    field: `document.${path}`,
    descending,
    value: place.values[at] ?? null,
  }));
  levels.push({ field: '_id', descending: idDescending, value: place.id });
  const ranges = levels.flatMap(({ field, descending, value }, at) => {
    const equal = levels.slice(0, at).map((level): Query => ({ [level.field]: { $eq: level.value } }));
    return beyond(field, descending, value).map((last): Query => ({ $and: [...equal, last] }));
  });
  return { $or: ranges };
}

/** Nulls are first ascending, last descending. */
function beyond(field: string, descending: boolean, value: Scalar): readonly Query[] {
  if (value === null) return descending ? [] : [{ [field]: { $ne: null } }];
  if (!descending) return [{ [field]: { $gt: value } }];
  return field === '_id' ? [{ _id: { $lt: value } }] : [{ [field]: { $lt: value } }, { [field]: { $eq: null } }];
}
