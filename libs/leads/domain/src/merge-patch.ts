/** JSON as code holds it: a field may be there without a value. */
type Value = string | number | boolean | null | undefined | readonly Value[] | Fields;
interface Fields {
  readonly [field: string]: Value;
}

/** What a merge patch (RFC 7396) of a `T` may hold: any subset of its fields, null to clear one, objects field by field. */
export type Patch<T> = {
  readonly [Field in keyof T]?:
    | (NonNullable<T[Field]> extends readonly unknown[]
        ? T[Field]
        : NonNullable<T[Field]> extends object
          ? Patch<NonNullable<T[Field]>>
          : T[Field])
    | null
    | undefined;
};

/**
 * The target with the patch carried out (RFC 7396): null removes a field, objects merge field by field, anything else
 * replaces. An object that is left without a field is removed as well. Neither argument is changed.
 */
export function merged<T extends object>(target: T, patch: Patch<NoInfer<T>>): T;
export function merged(target: Fields, patch: Fields): Fields {
  const result = new Map<string, Value>(Object.entries(target));
  for (const [field, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    const next = isObject(value) ? merged(objectAt(target, field), value) : value;
    if (next === null || (isObject(next) && Object.keys(next).length === 0)) result.delete(field);
    else result.set(field, next);
  }
  return Object.fromEntries(result);
}

/** The part of a patch that changes the target: `merged(target, effective(target, patch))` equals `merged(target, patch)`. */
export function effective<T extends object, P extends object>(target: T, patch: P): Partial<P>;
export function effective(target: Fields, patch: Fields): Fields {
  const result: Record<string, Value> = {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    const before = target[field] ?? null;
    if (isObject(value) && (before === null || isObject(before))) {
      const inner: Fields = effective(objectAt(target, field), value);
      if (Object.keys(inner).length > 0) result[field] = inner;
    } else if (!sameJson(before, value)) result[field] = value;
  }
  return result;
}

/** The same with every text trimmed and blank ones made null: an empty box on a form says "nothing", not "empty text". */
export function tidied<T>(value: T): T;
export function tidied(value: Value): Value {
  if (typeof value === 'string') return value.trim() || null;
  if (isArray(value)) return value.map((item) => (isObject(item) ? withoutNulls(tidied(item)) : tidied(item)));
  if (isObject(value)) return mapped(value);
  return value;
}

/** Equal as JSON: the order of keys does not matter, and a key without a value is none. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left: [string, unknown][] = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = new Map<string, unknown>(Object.entries(b).filter(([, value]) => value !== undefined));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameJson(value, right.get(key)));
}

function mapped(value: Fields): Fields {
  const result: Record<string, Value> = {};
  for (const [field, inner] of Object.entries(value)) if (inner !== undefined) result[field] = tidied(inner);
  return result;
}

function withoutNulls(value: Fields): Fields {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null));
}

function isArray(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isObject(value: Value): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectAt(target: Fields, field: string): Fields {
  const value = target[field];
  return isObject(value) ? value : {};
}
