import type { ModelPlan } from './model-plan.js';
import { type Condition, InvalidFindError, type Path, type Scalar, type SortKey, type Where } from './port.js';

export type Present = Exclude<Scalar, null>;

/** One operator on one path. Null has become `missing` or `present`, so that no engine meets it as a value. */
export type Test =
  | { readonly is: 'equal' | 'notEqual'; readonly value: Present }
  | { readonly is: 'missing' | 'present' }
  | { readonly is: 'oneOf'; readonly values: readonly Present[]; readonly orMissing: boolean }
  | { readonly is: 'gt' | 'gte' | 'lt' | 'lte'; readonly value: string | number }
  | { readonly is: 'prefix'; readonly value: string };

/** A where, checked against its model. `and` of nothing holds always, `or` of nothing never. */
export type Filter =
  | { readonly test: Test; readonly path: Path; readonly multi: boolean }
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] };

/** @throws InvalidFindError where types were got round: what is asked may come from a request */
export function filterOf(plan: ModelPlan, where: Where | undefined): Filter {
  if (where === undefined) return { and: [] };
  assertRecord(where, ['all', 'or', 'and'], 'where');
  const parts: Filter[] = Object.entries(where.all ?? {}).flatMap(([path, condition]) => {
    const multi = plan.multi.includes(path);
    if (!multi && !plan.single.includes(path)) {
      throw new InvalidFindError(`${plan.name} declares no index or facet on ${path}`);
    }
    return testsOf(path, condition).map((test) => ({ test, path, multi }));
  });
  for (const each of listOf(where.and, 'and')) parts.push(filterOf(plan, each));
  if (where.or !== undefined) parts.push({ or: listOf(where.or, 'or').map((each) => filterOf(plan, each)) });
  const [only] = parts;
  return parts.length === 1 && only ? only : { and: parts };
}

function testsOf(path: Path, condition: Condition): Test[] {
  if (condition === null || typeof condition !== 'object') return [equality(scalar(path, condition))];
  assertRecord(condition, ['in', 'not', 'gt', 'gte', 'lt', 'lte', 'prefix', 'exists'], path);
  const tests: Test[] = [];
  for (const [operator, value] of Object.entries(condition) as [string, unknown][]) {
    switch (operator) {
      case 'in': {
        const values = listOf(value, path).map((each) => scalar(path, each));
        tests.push({
          is: 'oneOf',
          values: values.filter((each) => each !== null),
          orMissing: values.includes(null),
        });
        break;
      }
      case 'not': {
        const unwanted = scalar(path, value);
        tests.push(unwanted === null ? { is: 'present' } : { is: 'notEqual', value: unwanted });
        break;
      }
      case 'gt':
      case 'gte':
      case 'lt':
      case 'lte': {
        const bound = scalar(path, value);
        if (typeof bound !== 'string' && typeof bound !== 'number') throw new InvalidFindError(`${path}: ${operator}`);
        tests.push({ is: operator, value: bound });
        break;
      }
      case 'prefix':
        if (typeof value !== 'string') throw new InvalidFindError(`${path}: prefix of ${typeof value}`);
        tests.push({ is: 'prefix', value });
        break;
      default:
        if (typeof value !== 'boolean') throw new InvalidFindError(`${path}: exists is true or false`);
        tests.push({ is: value ? 'present' : 'missing' });
    }
  }
  return tests;
}

function equality(value: Scalar): Test {
  return value === null ? { is: 'missing' } : { is: 'equal', value };
}

function scalar(path: Path, value: unknown): Scalar {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new InvalidFindError(`${path}: a condition compares with texts, numbers, booleans and null`);
}

function listOf<T>(value: readonly T[] | undefined, place: string): readonly T[];
function listOf(value: unknown, place: string): readonly unknown[];
function listOf(value: unknown, place: string): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new InvalidFindError(`${place}: not a list`);
  return value;
}

function assertRecord(value: unknown, known: readonly string[], place: string): void {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new InvalidFindError(`${place}: not a condition`);
  }
  for (const [key, member] of Object.entries(value)) {
    // A forgotten value must not turn into "anything goes".
    if (!known.includes(key) || member === undefined) throw new InvalidFindError(`${place}: no operator ${key}`);
  }
}

export interface Order {
  readonly keys: readonly { readonly path: Path; readonly descending: boolean }[];
  /** The direction of ids within equal keys. */
  readonly idDescending: boolean;
}

/**
 * A path named again cannot change the order, so it is left out.
 * @throws InvalidFindError for a path that is not declared, or leads through an array
 */
export function orderOf(plan: ModelPlan, sort: readonly SortKey[] = []): Order {
  const distinct = sort.filter(({ path }, at) => sort.findIndex((other) => other.path === path) === at);
  const keys = distinct.map(({ path, descending = false }) => {
    if (!plan.single.includes(path)) throw new InvalidFindError(`${plan.name} cannot be sorted by ${path}`);
    return { path, descending };
  });
  return { keys, idDescending: keys.at(-1)?.descending ?? false };
}

/** @throws InvalidFindError */
export function assertFacets(plan: ModelPlan, paths: readonly Path[]): void {
  for (const path of paths) {
    if (!plan.facets.includes(path)) throw new InvalidFindError(`${plan.name} declares no facet on ${path}`);
  }
}
