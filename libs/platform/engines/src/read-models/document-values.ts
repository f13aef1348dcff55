import type { Json } from '@leadline/event-sourcing';
import type { ModelPlan } from './model-plan.js';
import { type Document, InvalidReadModelError, type Path, type Scalar } from './port.js';

/** Something is there that is neither scalar nor null: it exists, and equals nothing. */
export const STRUCTURE = Symbol('structure');
export type Value = Exclude<Scalar, null> | typeof STRUCTURE;

const segmentsOf = new Map<Path, readonly string[]>();

function split(path: Path): readonly string[] {
  const known = segmentsOf.get(path);
  if (known) return known;
  const segments = path.split('.');
  segmentsOf.set(path, segments);
  return segments;
}

function member(value: Json | undefined, name: string | undefined): Json | undefined {
  if (name === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as { readonly [key: string]: Json })[name] : undefined;
}

function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function leaf(value: Json | undefined): Value | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'object') return STRUCTURE;
  // JSON has no NaN and no infinities; it writes them as null.
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

/** The one value at a path that leads through no array; null where nothing is there. @throws InvalidReadModelError */
export function valueAt(document: Document, path: Path): Value | null {
  let value: Json | undefined = document as Json;
  for (const name of split(path)) {
    value = member(value, name);
    if (isArray(value)) throw new InvalidReadModelError(`${path} leads through an array: declare its index as multi`);
  }
  return leaf(value);
}

/** Every value that a path leads to through any arrays, each once. */
export function valuesAt(document: Document, path: Path): readonly Value[] {
  const segments = split(path);
  const values = new Set<Value>();
  const visit = (value: Json | undefined, at: number): void => {
    if (isArray(value)) {
      for (const element of value) if (!isArray(element)) visit(element, at);
      return;
    }
    if (at < segments.length) return visit(member(value, segments[at]), at + 1);
    const found = leaf(value);
    if (found !== null) values.add(found);
  };
  visit(document as Json, 0);
  return [...values];
}

/** The scalar to sort by and to put into a cursor. */
export function sortValueAt(document: Document, path: Path): Scalar {
  const value = valueAt(document, path);
  return value === STRUCTURE ? null : value;
}

/** Texts and numbers at the paths: what is searched. */
export function textsAt(document: Document, paths: readonly Path[]): string[] {
  const texts: string[] = [];
  for (const path of paths) {
    for (const value of valuesAt(document, path)) {
      if (typeof value === 'string' || typeof value === 'number') texts.push(String(value));
    }
  }
  return texts;
}

/** Both engines refuse the same documents. @throws InvalidReadModelError */
export function assertFits(plan: ModelPlan, document: Document): void {
  for (const path of plan.single) valueAt(document, path);
}
