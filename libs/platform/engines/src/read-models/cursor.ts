import { createHash } from 'node:crypto';
import { sortValueAt } from './document-values.js';
import type { Order } from './filter.js';
import type { ModelPlan } from './model-plan.js';
import { type Document, type Find, InvalidCursorError, type Scalar } from './port.js';

/** The place in the order behind which a page begins: a document's sort values and id, wherever it is by now. */
export interface Place {
  readonly values: readonly Scalar[];
  readonly id: string;
}

export function cursorBehind(plan: ModelPlan, find: Find, order: Order, id: string, document: Document): string {
  const values = order.keys.map(({ path }) => sortValueAt(document, path));
  return Buffer.from(JSON.stringify([fingerprint(plan, find), id, ...values])).toString('base64url');
}

/** @throws InvalidCursorError */
export function placeOf(plan: ModelPlan, find: Find, order: Order): Place | null {
  if (find.after === undefined) return null;
  const [made, id, ...values] = decode(find.after);
  const fits = values.length === order.keys.length && values.every(isScalar);
  if (made !== fingerprint(plan, find) || typeof id !== 'string' || !fits) {
    throw new InvalidCursorError('The cursor belongs to another list');
  }
  return { id, values };
}

function decode(cursor: string): readonly unknown[] {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(decoded)) return decoded;
  } catch (cause) {
    throw new InvalidCursorError('The cursor cannot be read', { cause });
  }
  throw new InvalidCursorError('The cursor cannot be read');
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Tells lists apart; the same question asked with its keys in another order is the same list. */
function fingerprint({ name }: ModelPlan, { where, search, sort }: Find): string {
  const question = JSON.stringify([name, where ?? {}, search ?? '', sort ?? []], (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(question).digest('base64url').slice(0, 16);
}
