import { InvalidReadModelError, type Path, type ReadModelDefinition } from './port.js';

/** A definition, checked, in the terms that both engines work with. */
export interface ModelPlan {
  readonly name: string;
  readonly version: number;
  /** Declared paths with at most one value per document. */
  readonly single: readonly Path[];
  /** Declared paths that lead through an array. */
  readonly multi: readonly Path[];
  readonly indexes: ReadModelDefinition['indexes'];
  readonly search: readonly Path[];
  readonly searchPhones: readonly Path[];
  readonly facets: readonly Path[];
}

/** What may stand in table, collection and index names without being quoted, and in a JSON path. */
const NAME = /^[a-z][A-Za-z0-9]*$/;
const PATH = /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*$/;

const plans = new WeakMap<ReadModelDefinition, ModelPlan>();

/** @throws InvalidReadModelError for a name or path that is not written as names and paths are */
export function planOf(definition: ReadModelDefinition): ModelPlan {
  const known = plans.get(definition);
  if (known) return known;
  const plan = check(definition);
  plans.set(definition, plan);
  return plan;
}

function check({ name, version, indexes, search, searchPhones = [], facets }: ReadModelDefinition): ModelPlan {
  if (!NAME.test(name)) throw new InvalidReadModelError(`Not a read model's name: ${name}`);
  if (!Number.isSafeInteger(version) || version < 0) throw new InvalidReadModelError(`${name}: version ${version}`);
  const indexed = indexes.flatMap(({ on }) => on);
  for (const path of [...indexed, ...search, ...searchPhones, ...facets]) {
    if (!PATH.test(path)) throw new InvalidReadModelError(`${name}: not a path: ${path}`);
  }
  const multi = new Set(indexes.flatMap(({ on, multi: isMulti }) => (isMulti === true ? on.slice(0, 1) : [])));
  const single = new Set([...indexed, ...facets].filter((path) => !multi.has(path)));
  return { name, version, single: [...single], multi: [...multi], indexes, search, searchPhones, facets };
}
