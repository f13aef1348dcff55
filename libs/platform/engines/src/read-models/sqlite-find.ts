import { type FacetCount, facetOrder, type FacetPlan, type FindPlan, type Selection } from './find-plan.js';
import type { Document, Found, Path } from './port.js';
import { type Connection, numberOf, textOf } from './sqlite-connection.js';
import { filterSql, joinSql, matchExpression, orderSql, rangesBehind, type Sql } from './sqlite-filter.js';
import { type Layout, scalarOf } from './sqlite-layout.js';

/** Up to so many documents found by words are fetched and sorted; where there are more, an index is walked instead. */
const FEW = 2_000;

/** Where the candidates come from: `from … where …`, with the rows as `t`. */
interface Source {
  readonly from: Sql;
  readonly where: Sql;
}

/** The one door through which stored text becomes a document: what was written is what is read. */
export function parseDocument<D extends Document>(text: string): D {
  return JSON.parse(text) as D;
}

export function findDocuments<D extends Document>(connection: Connection, layout: Layout, plan: FindPlan): Found<D> {
  const { order, after, limit } = plan;
  const source = sourceOf(connection, layout, plan);
  const sorted = `order by ${orderSql(layout, order)} limit ?`;
  const page: { id: string; n: number }[] = [];
  for (const range of rangesBehind(layout, order, after)) {
    const where = joinSql([source.where, range], ' and ');
    const rows = connection.rows(`select t.n, t.id ${source.from.text} where ${where.text} ${sorted}`, [
      ...source.from.values,
      ...where.values,
      limit + 1 - page.length,
    ]);
    for (const [n, id] of rows) page.push({ n: numberOf(n), id: textOf(id) });
    if (page.length > limit) break;
  }
  const shown = page.slice(0, limit);
  const items = shown.map(({ n }) =>
    parseDocument<D>(textOf(connection.row(`select document from ${layout.documents} where n = ?`, [n])?.[0])),
  );
  const [lastId, last] = [shown.at(-1)?.id, items.at(-1)];
  const more = page.length > limit && lastId !== undefined && last !== undefined;
  const next = more ? plan.cursor(lastId, last) : null;
  if (!plan.total) return { items, next };
  return { items, next, total: count(connection, source) };
}

function count(connection: Connection, { from, where }: Source): number {
  const [row] = connection.rows(`select count(*) ${from.text} where ${where.text}`, [...from.values, ...where.values]);
  return numberOf(row?.[0]);
}

/**
 * Few hits of a search are fetched by their numbers. Many are a set that is asked for each row on the way through the
 * index which filter and order suggest; the `+` keeps SQLite from going through that set instead.
 */
function sourceOf(connection: Connection, layout: Layout, { filter, search }: Selection): Source {
  const { rows, words } = layout;
  const where = filterSql(layout, filter);
  if (search.length === 0 || words === null) return { from: { text: `from ${rows} t`, values: [] }, where };
  const expression = matchExpression(search);
  const matching = `select rowid from ${words} where ${words} match ?`;
  const hits = connection.rows(`${matching} limit ${FEW + 1}`, [expression]).map(([n]) => numberOf(n));
  if (hits.length > FEW) {
    const among = { text: `+t.n in (${matching})`, values: [expression] };
    return { from: { text: `from ${rows} t`, values: [] }, where: joinSql([among, where], ' and ') };
  }
  return {
    from: { text: `from json_each(?) hit cross join ${rows} t on t.n = hit.value`, values: [JSON.stringify(hits)] },
    where,
  };
}

export function countFacets(connection: Connection, layout: Layout, plan: FacetPlan): Record<Path, FacetCount[]> {
  const source = sourceOf(connection, layout, plan);
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
