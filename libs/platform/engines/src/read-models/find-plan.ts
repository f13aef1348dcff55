import { cursorBehind, type Place, placeOf } from './cursor.js';
import { assertFacets, type Filter, filterOf, type Order, orderOf } from './filter.js';
import type { ModelPlan } from './model-plan.js';
import { type Document, type Find, InvalidFindError, type Path, type Scalar, type Where } from './port.js';
import { searchQuery, type SearchQuery } from './search-text.js';

export const MAX_LIMIT = 1_000;

/** What is looked for. */
export interface Selection {
  readonly filter: Filter;
  /** Empty: no search. */
  readonly search: SearchQuery;
}

export interface FacetPlan extends Selection {
  readonly paths: readonly Path[];
}

/** A find, checked and understood: what an engine is left with is to translate it. */
export interface FindPlan extends Selection {
  readonly order: Order;
  readonly after: Place | null;
  readonly limit: number;
  readonly total: boolean;
  /** The cursor of the page behind a document. */
  readonly cursor: (id: string, document: Document) => string;
}

/** @throws InvalidFindError @throws InvalidCursorError */
export function planFind(plan: ModelPlan, find: Find): FindPlan {
  const { limit } = find;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new InvalidFindError(`A page holds 1 to ${MAX_LIMIT} documents, not ${limit}`);
  }
  const order = orderOf(plan, find.sort);
  return {
    ...selectionOf(plan, find.where, find.search),
    order,
    after: placeOf(plan, find, order),
    limit,
    total: find.total === true,
    cursor: (id, document) => cursorBehind(plan, find, order, id, document),
  };
}

/** @throws InvalidFindError */
export function selectionOf(plan: ModelPlan, where: Where | undefined, search: string | undefined): Selection {
  if (search === undefined) return { filter: filterOf(plan, where), search: [] };
  if (!isSearched(plan)) throw new InvalidFindError(`${plan.name} declares nothing to be searched`);
  return { filter: filterOf(plan, where), search: searchQuery(search) };
}

/** @throws InvalidFindError */
export function planFacets(plan: ModelPlan, paths: readonly Path[], where?: Where, search?: string): FacetPlan {
  assertFacets(plan, paths);
  return { ...selectionOf(plan, where, search), paths };
}

export function isSearched({ search, searchPhones }: ModelPlan): boolean {
  return search.length + searchPhones.length > 0;
}

export interface FacetCount {
  readonly value: Scalar;
  readonly count: number;
}

/** Most first; equal counts by value, so that the answer is always the same. */
export function facetOrder(counts: readonly FacetCount[]): FacetCount[] {
  return counts
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || compareScalars(one.value, other.value));
}

/** The order of all engines: null, numbers, texts by their UTF-8 bytes, booleans. */
export function compareScalars(one: Scalar, other: Scalar): number {
  const rank = rankOf(one) - rankOf(other);
  if (rank !== 0) return rank;
  if (typeof one === 'string' && typeof other === 'string') return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return Number(one) - Number(other);
}

function rankOf(value: Scalar): number {
  if (value === null) return 0;
  if (typeof value === 'number') return 1;
  return typeof value === 'string' ? 2 : 3;
}
