import { type FacetCount, facetOrder, type FacetPlan, type FindPlan, type Selection } from './find-plan.js';
import type { Document, Found, Path } from './port.js';
import { type Connection, numberOf, textOf } from './sqlite-connection.js';
import { filterSql, joinSql, matchExpression, orderSql, rangesBehind, type Sql } from './sqlite-filter.js';
import { orderingIndex } from './sqlite-index-choice.js';
import { type Layout, scalarOf } from './sqlite-layout.js';

/**
 * Up to so many candidates are gathered and sorted; where there are more, an index is walked in the order of the list
 * until a page is full. (At 100,000 documents and pages of 50 the two cost about the same here.)
 */
const FEW = 2_000;

/** Where the candidates come from: `from … where …`, with the rows as `t`. */
interface Source {
  readonly from: Sql;
  readonly where: Sql;
  /** Null where it was not asked for. */
  readonly total: number | null;
  readonly isFew: boolean;
}

/** The one door through which stored text becomes a document: what was written is what is read. */
export function parseDocument<D extends Document>(text: string): D {
  return JSON.parse(text) as D;
}

export function findDocuments<D extends Document>(connection: Connection, layout: Layout, plan: FindPlan): Found<D> {
  const source = sourceOf(connection, layout, plan, plan.total);
  const shown = pageOf(connection, layout, plan, source);
  const more = shown.length > plan.limit;
  if (more) shown.pop();
  const items = shown.map(({ n }) =>
    parseDocument<D>(textOf(connection.row(`select document from ${layout.documents} where n = ?`, [n])?.[0])),
  );
  const [lastId, last] = [shown.at(-1)?.id, items.at(-1)];
  const next = more && lastId !== undefined && last !== undefined ? plan.cursor(lastId, last) : null;
  return { items, next, ...(source.total !== null && { total: source.total }) };
}

/** The rows of the page and, where there are more, one further. */
function pageOf(
  connection: Connection,
  layout: Layout,
  { filter, order, after, limit }: FindPlan,
  { from, where, isFew }: Source,
): { readonly n: number; readonly id: string }[] {
  const index = isFew ? null : orderingIndex(layout, filter, order);
  const walked = index === null ? '' : `indexed by ${index}`;
  const sorted = `order by ${orderSql(layout, order, isFew ? '+' : '')} limit ?`;
  const page: { n: number; id: string }[] = [];
  for (const range of rangesBehind(layout, order, after)) {
    const all = joinSql([where, range], ' and ');
    const rows = connection.rows(`select t.n, t.id ${from.text} ${walked} where ${all.text} ${sorted}`, [
      ...from.values,
      ...all.values,
      limit + 1 - page.length,
    ]);
    for (const [n, id] of rows) page.push({ n: numberOf(n), id: textOf(id) });
    if (page.length > limit) break;
  }
  return page;
}

/**
 * Few hits of a search are fetched by their numbers. Many are a set that each row is looked up in; the `+` keeps SQLite
 * from going through that set instead of an index.
 */
function sourceOf(connection: Connection, layout: Layout, { filter, search }: Selection, withTotal: boolean): Source {
  const { rows, words } = layout;
  const where = filterSql(layout, filter);
  const from = { text: `from ${rows} t`, values: [] };
  if (search.length === 0 || words === null) {
    const total = withTotal ? count(connection, from, where) : null;
    return { from, where, total, isFew: total === null ? isSelective(connection, from, where) : total <= FEW };
  }
  const expression = matchExpression(search);
  const matching = `${words} where ${words} match ?`;
  const hits = connection
    .rows(`select rowid from ${matching} limit ${FEW + 1}`, [expression])
    .map(([n]) => numberOf(n));
  if (hits.length <= FEW) {
    const fetched = {
      text: `from json_each(?) hit cross join ${rows} t on t.n = hit.value`,
      values: [JSON.stringify(hits)],
    };
    return { from: fetched, where, total: withTotal ? count(connection, fetched, where) : null, isFew: true };
  }
  const isFew = isSelective(connection, from, where);
  const both = joinSql([where, { text: `+t.n in (select rowid from ${matching})`, values: [expression] }], ' and ');
  if (!withTotal) return { from, where: both, total: null, isFew };
  // The hits of a search alone are counted without a look at the rows.
  const total = isTrivial(where)
    ? numberOf(connection.row(`select count(*) from ${matching}`, [expression])?.[0])
    : count(connection, from, both);
  return { from, where: both, total, isFew };
}

function isTrivial({ values, text }: Sql): boolean {
  return values.length === 0 && text === 'true';
}

function isSelective(connection: Connection, from: Sql, where: Sql): boolean {
  if (isTrivial(where)) return false;
  const sql = `select count(*) from (select 1 ${from.text} where ${where.text} limit ${FEW + 1})`;
  return numberOf(connection.row(sql, where.values)?.[0]) <= FEW;
}

function count(connection: Connection, from: Sql, where: Sql): number {
  const sql = `select count(*) ${from.text} where ${where.text}`;
  return numberOf(connection.row(sql, [...from.values, ...where.values])?.[0]);
}

export function countFacets(connection: Connection, layout: Layout, plan: FacetPlan): Record<Path, FacetCount[]> {
  const source = sourceOf(connection, layout, plan, false);
  return Object.fromEntries(
    plan.paths.map((path) => {
      const number = layout.manyPaths.get(path);
      const counts =
        number === undefined
          ? countValues(connection, source, `t.${layout.columns.get(path) ?? ''}`)
          : countMany(connection, source, layout, number);
      return [path, facetOrder(counts)];
    }),
  );
}

function countValues(connection: Connection, { from, where }: Source, column: string): FacetCount[] {
  const sql = `select ${column}, count(*) ${from.text} where ${where.text} group by 1`;
  return connection.rows(sql, [...from.values, ...where.values]).flatMap(facetCount);
}

function countMany(connection: Connection, source: Source, { many }: Layout, path: number): FacetCount[] {
  const { from, where } = source;
  const bound = [...from.values, ...where.values];
  const candidates = `select t.n ${from.text} where ${where.text}`;
  const values = connection.rows(
    `select value, count(*) from ${many} where path = ? and n in (${candidates}) group by value`,
    [path, ...bound],
  );
  const [without] = connection.rows(
    `select null, count(*) from (${candidates}) where n not in (select n from ${many} where path = ?)`,
    [...bound, path],
  );
  return [...values, without ?? []].flatMap(facetCount);
}

function facetCount([value, counted]: ReturnType<Connection['rows']>[number]): FacetCount[] {
  const scalar = scalarOf(value);
  return scalar === undefined ? [] : [{ value: scalar, count: numberOf(counted) }];
}
