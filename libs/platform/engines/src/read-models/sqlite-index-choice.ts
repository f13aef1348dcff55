import type { Filter, Order } from './filter.js';
import type { Path } from './port.js';
import type { Layout } from './sqlite-layout.js';

/**
 * The index to walk for a page of many documents: it begins with paths that the filter fixes, as many as possible, and
 * goes on with the keys of the order. One that ends there gives the order itself; of another, groups are sorted.
 * SQLite's planner does not weigh the limit of a page against a sort of all, so it is told. Null where there is none.
 */
export function orderingIndex({ indexes }: Layout, filter: Filter, { keys }: Order): string | null {
  const fixed = fixedPaths(filter);
  const wanted = keys.filter(({ path }) => !fixed.has(path));
  const [first] = wanted;
  if (first === undefined) return null;
  const isOneWay = wanted.every(({ descending }) => descending === first.descending);
  let best: { readonly name: string; readonly score: number } | null = null;
  for (const { name, on } of indexes) {
    const lead = on.findIndex((path) => !fixed.has(path));
    if (lead < 0 || on[lead] !== first.path) continue;
    const rest = on.slice(lead);
    const isExact = isOneWay && rest.length === wanted.length && rest.every((path, at) => path === wanted[at]?.path);
    const score = lead * 2 + (isExact ? 1 : 0);
    if (best === null || score > best.score) best = { name, score };
  }
  return best?.name ?? null;
}

/** Paths of which every match has the same value. */
function fixedPaths(filter: Filter): ReadonlySet<Path> {
  if ('and' in filter) return new Set(filter.and.flatMap((each) => [...fixedPaths(each)]));
  if ('or' in filter || filter.multi) return new Set();
  return filter.test.is === 'equal' || filter.test.is === 'missing' ? new Set([filter.path]) : new Set();
}
