import type { Filter, Order, Test } from './filter.js';
import type { Place } from './cursor.js';
import type { SearchQuery } from './search-text.js';
import type { SQLInputValue } from './sqlite-connection.js';
import { type Layout, storedValue } from './sqlite-layout.js';

/** SQL with its bound values: no value ever becomes part of the text. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SQLInputValue[];
}

export function joinSql(parts: readonly Sql[], separator: ' and ' | ' or '): Sql {
  return {
    text: `(${parts.map(({ text }) => text).join(separator)})`,
    values: parts.flatMap(({ values }) => values),
  };
}

export function filterSql(layout: Layout, filter: Filter): Sql {
  if ('and' in filter) {
    if (filter.and.length === 0) return { text: 'true', values: [] };
    return joinSql(
      filter.and.map((each) => filterSql(layout, each)),
      ' and ',
    );
  }
  if ('or' in filter) {
    if (filter.or.length === 0) return { text: 'false', values: [] };
    return joinSql(
      filter.or.map((each) => filterSql(layout, each)),
      ' or ',
    );
  }
  const { path, test } = filter;
  if (filter.multi) return manySql(layout, layout.manyPaths.get(path) ?? -1, test);
  return testSql(`t.${layout.columns.get(path) ?? 'unknown'}`, test);
}

function manySql({ many }: Layout, path: number, test: Test): Sql {
  switch (test.is) {
    case 'present':
      return { text: `t.n in (select n from ${many} where path = ?)`, values: [path] };
    case 'missing':
      return { text: `t.n not in (select n from ${many} where path = ?)`, values: [path] };
    case 'notEqual':
      return {
        text: `t.n not in (select n from ${many} where path = ? and value = ?)`,
        values: [path, storedValue(test.value)],
      };
    case 'oneOf': {
      const some = testSql('value', { ...test, orMissing: false });
      const among = {
        text: `t.n in (select n from ${many} where path = ? and ${some.text})`,
        values: [path, ...some.values],
      };
      return test.orMissing
        ? joinSql([among, { text: `t.n not in (select n from ${many} where path = ?)`, values: [path] }], ' or ')
        : among;
    }
    case 'equal':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
    case 'prefix': {
      const { text, values } = testSql('value', test);
      return { text: `t.n in (select n from ${many} where path = ? and ${text})`, values: [path, ...values] };
    }
    default:
      return test satisfies never;
  }
}

/** Comparisons stay within the bound's own type, as MongoDB's do: `''` is the least text, `x''` the least blob. */
function testSql(column: string, test: Test): Sql {
  switch (test.is) {
    case 'equal':
      return { text: `${column} = ?`, values: [storedValue(test.value)] };
    case 'notEqual':
      return { text: `${column} is not ?`, values: [storedValue(test.value)] };
    case 'missing':
      return { text: `${column} is null`, values: [] };
    case 'present':
      return { text: `${column} is not null`, values: [] };
    case 'oneOf':
      return oneOfSql(column, test);
    case 'gt':
    case 'gte': {
      const beyond = typeof test.value === 'number' ? `''` : `x''`;
      return { text: `(${column} ${test.is === 'gt' ? '>' : '>='} ? and ${column} < ${beyond})`, values: [test.value] };
    }
    case 'lt':
    case 'lte': {
      const least = typeof test.value === 'number' ? '' : ` and ${column} >= ''`;
      return { text: `(${column} ${test.is === 'lt' ? '<' : '<='} ?${least})`, values: [test.value] };
    }
    case 'prefix': {
      const end = successor(test.value);
      if (end === null) return { text: `(${column} >= ? and ${column} < x'')`, values: [test.value] };
      return { text: `(${column} >= ? and ${column} < ?)`, values: [test.value, end] };
    }
    default:
      return test satisfies never;
  }
}

/** A list of any length is one bound value. JSON would turn booleans into numbers, so those are compared on their own. */
function oneOfSql(column: string, { values, orMissing }: Extract<Test, { is: 'oneOf' }>): Sql {
  const plain = values.filter((value) => typeof value !== 'boolean');
  const parts: Sql[] = values
    .filter((value) => typeof value === 'boolean')
    .map((value) => ({ text: `${column} = ?`, values: [storedValue(value)] }));
  if (plain.length > 0) {
    parts.push({ text: `${column} in (select value from json_each(?))`, values: [JSON.stringify(plain)] });
  }
  if (orMissing) parts.push({ text: `${column} is null`, values: [] });
  return parts.length === 0 ? { text: 'false', values: [] } : joinSql(parts, ' or ');
}

/** The first text, by UTF-8 bytes, behind all that begin with the prefix; null where only the end of all texts is. */
function successor(prefix: string): string | null {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    // Surrogates are no characters of their own; there is nothing behind the last code point.
    if (last < 0x10_ff_ff) return String.fromCodePoint(...points, last === 0xd7_ff ? 0xe0_00 : last + 1);
  }
  return null;
}

/** FTS5's own query language; tokens hold no quotation mark, so quoting is all they need. */
export function matchExpression(search: SearchQuery): string {
  const all = (tokens: readonly string[]): string => `(${tokens.map((token) => `"${token}" *`).join(' AND ')})`;
  return search.map((term) => `(${term.map(all).join(' OR ')})`).join(' AND ');
}

/** With a `+` before each column no index is chosen for the sake of the order. */
export function orderSql({ columns }: Layout, { keys, idDescending }: Order, mark: '' | '+'): string {
  const parts = keys.map(({ path, descending }) => `${mark}t.${columns.get(path) ?? ''}${descending ? ' desc' : ''}`);
  return [...parts, `${mark}t.id${idDescending ? ' desc' : ''}`].join(', ');
}

/**
 * What lies behind a place, as ranges in the order of the list: equal in all keys with an id beyond, equal in all keys
 * but the last and beyond in that, and so on. Each is one stretch of an index, which one condition with `or` would not be.
 */
export function rangesBehind({ columns }: Layout, { keys, idDescending }: Order, place: Place | null): readonly Sql[] {
  if (place === null) return [{ text: 'true', values: [] }];
  const levels = keys.map(({ path, descending }, at) => ({
    column: `t.${columns.get(path) ?? ''}`,
    descending,
    value: storedValue(place.values[at] ?? null),
  }));
  levels.push({ column: 't.id', descending: idDescending, value: place.id });
  return levels.toReversed().flatMap(({ column, descending, value }, fromEnd) => {
    const equal = levels
      .slice(0, levels.length - 1 - fromEnd)
      .map((level): Sql =>
        level.value === null
          ? { text: `${level.column} is null`, values: [] }
          : { text: `${level.column} = ?`, values: [level.value] },
      );
    return beyond(column, descending, value).map((last) => joinSql([...equal, last], ' and '));
  });
}

/** Nulls are first ascending, last descending. */
function beyond(column: string, descending: boolean, value: SQLInputValue): readonly Sql[] {
  if (value === null) return descending ? [] : [{ text: `${column} is not null`, values: [] }];
  if (!descending) return [{ text: `${column} > ?`, values: [value] }];
  return [
    { text: `${column} < ?`, values: [value] },
    { text: `${column} is null`, values: [] },
  ];
}
