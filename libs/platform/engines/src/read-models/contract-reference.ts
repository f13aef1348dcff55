import { STRUCTURE, type Value, valuesAt, textsAt } from './document-values.js';
import { compareScalars } from './find-plan.js';
import type { Condition, Document, Find, Path, ReadModelDefinition, Scalar, Where } from './port.js';
import { matchesSearch, searchQuery, searchTokens } from './search-text.js';

export interface Stored {
  readonly id: string;
  readonly document: Document;
}

/** What a find means, in the plainest words: every engine answers as this does. */
export function referenceFind(definition: ReadModelDefinition, stored: readonly Stored[], find: Find): Stored[] {
  const keys = (find.sort ?? []).filter(({ path }, at, all) => all.findIndex((each) => each.path === path) === at);
  return referenceMatches(definition, stored, find.where, find.search).sort((one, other) => {
    for (const { path, descending = false } of keys) {
      const difference = compareScalars(scalarAt(one.document, path), scalarAt(other.document, path));
      if (difference !== 0) return descending ? -difference : difference;
    }
    return compareScalars(one.id, other.id) * (keys.at(-1)?.descending === true ? -1 : 1);
  });
}

function referenceMatches(
  { search: paths, searchPhones = [] }: ReadModelDefinition,
  stored: readonly Stored[],
  where: Where = {},
  search = '',
): Stored[] {
  const query = searchQuery(search);
  return stored.filter(({ document }) => {
    const tokens = searchTokens(textsAt(document, paths), textsAt(document, searchPhones));
    return holds(where, document) && matchesSearch(query, tokens);
  });
}

export function referenceFacet(
  definition: ReadModelDefinition,
  stored: readonly Stored[],
  path: Path,
  where?: Where,
  search?: string,
): Map<Scalar, number> {
  const counts = new Map<Scalar, number>();
  for (const { document } of referenceMatches(definition, stored, where, search)) {
    const values = valuesAt(document, path);
    const scalars: readonly Scalar[] = values.length === 0 ? [null] : values.filter((value) => value !== STRUCTURE);
    for (const value of scalars) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function scalarAt(document: Document, path: Path): Scalar {
  const [value = null] = valuesAt(document, path);
  return value === STRUCTURE ? null : value;
}

function holds({ all = {}, and = [], or }: Where, document: Document): boolean {
  return (
    Object.entries(all).every(([path, condition]) => meets(condition, valuesAt(document, path))) &&
    and.every((each) => holds(each, document)) &&
    (or === undefined || or.some((each) => holds(each, document)))
  );
}

function meets(condition: Condition, values: readonly Value[]): boolean {
  const equals = (wanted: Scalar): boolean =>
    wanted === null ? values.length === 0 : values.some((value) => value === wanted);
  if (condition === null || typeof condition !== 'object') return equals(condition);
  /** Bounds compare with values of their own type. */
  const compared = (bound: string | number, fits: (difference: number) => boolean): boolean =>
    values.some((value) => value !== STRUCTURE && typeof value === typeof bound && fits(compareScalars(value, bound)));
  const { in: among, not, gt, gte, lt, lte, prefix, exists } = condition;
  return (
    (among === undefined || among.some(equals)) &&
    (not === undefined || !equals(not)) &&
    (gt === undefined || compared(gt, (difference) => difference > 0)) &&
    (gte === undefined || compared(gte, (difference) => difference >= 0)) &&
    (lt === undefined || compared(lt, (difference) => difference < 0)) &&
    (lte === undefined || compared(lte, (difference) => difference <= 0)) &&
    (prefix === undefined || values.some((value) => typeof value === 'string' && value.startsWith(prefix))) &&
    (exists === undefined || exists === values.length > 0)
  );
}
