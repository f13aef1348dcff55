import type { FieldChange, Lead } from '@leadline/leads-contracts';

/** What stands in a field; where that is an id, with what it is called. */
export interface FieldValue {
  readonly value: unknown;
  readonly name?: string | undefined;
}

/** What a field held, and what it holds. */
export interface Difference {
  readonly from: FieldValue;
  readonly to: FieldValue;
}

export type Differences = ReadonlyMap<string, Difference>;

const NOTHING: FieldValue = { value: null };

/** What the field `phase` holds where no phase is the current one. */
export const ALL_COMPLETED = '';

/** Known by their names, not by their ids. */
const NAMED = { assigneeId: 'assignee', sourceId: 'source', marketplaceId: 'marketplace' } as const;

/** The fields of a lead by their paths, `customer.address.city`, as the history calls them. What is empty is not there. */
export function fieldsOf(lead: Lead): ReadonlyMap<string, FieldValue> {
  const { subject, note, status, active, receivedAt, customer, interests, externalReference, closing, resubmission } =
    lead;
  const fields = new Map<string, FieldValue>();
  put(fields, '', { subject, note, status, active, receivedAt, customer, externalReference });
  for (const [field, named] of Object.entries(NAMED)) {
    const there = lead[named];
    if (there) fields.set(field, { value: there.id, name: there.name });
  }
  if (resubmission) {
    // Its state depends on the time at which one looks.
    const { at, postponed } = resubmission;
    put(fields, 'resubmission.', { at, ...(postponed > 0 ? { postponed } : {}) });
  }
  if (interests.length > 0) fields.set('interests', { value: interests });
  fields.set('process', { value: `${lead.process.id} v${lead.process.version}` });
  const phase = lead.process.phases.find(({ state }) => state === 'current');
  fields.set('phase', phase ? { value: phase.id, name: phase.name } : { value: ALL_COMPLETED });
  if (closing) {
    fields.set('closing.reason', { value: closing.reason.id, name: closing.reason.name });
    put(fields, 'closing.', { note: closing.note });
  }
  return fields;
}

/** Where two states of a lead are not the same. A thing that is called otherwise now is still the same thing. */
export function differencesBetween(from: Lead, to: Lead): Differences {
  const was = fieldsOf(from);
  const is = fieldsOf(to);
  const paths = new Set([...was.keys(), ...is.keys()]);
  const differences = new Map<string, Difference>();
  if (!isSame(was.get('marketplaceId')?.value, is.get('marketplaceId')?.value)) {
    // Whose process it is the marketplace tells; a phase that is called the same reads as the same.
    paths.delete('process');
    if (was.get('phase')?.name === is.get('phase')?.name) paths.delete('phase');
  }
  for (const path of paths) {
    const difference = { from: was.get(path) ?? NOTHING, to: is.get(path) ?? NOTHING };
    if (!isSame(difference.from.value, difference.to.value)) differences.set(path, difference);
  }
  return differences;
}

/** The changes of one event, by field. */
export function changesByField(changes: readonly FieldChange[]): Differences {
  const isBeginning = changes.some(({ field, from }) => field === 'process' && from === null);
  const isElsewhere = changes.some(({ field }) => field === 'marketplaceId');
  const told = changes.filter(({ field }) => field !== 'process' || isBeginning || !isElsewhere);
  const differences = new Map<string, Difference>();
  for (const { field, from, to, fromName, toName } of told) {
    const isPhase = field === 'phase';
    // No phase is the current one: all are completed, unless there was no lead before.
    const was = isPhase && !isBeginning ? (from ?? ALL_COMPLETED) : from;
    const is = isPhase ? (to ?? ALL_COMPLETED) : to;
    differences.set(field, { from: { value: was, name: fromName }, to: { value: is, name: toName } });
  }
  return differences;
}

/** Objects field by field, lists as a whole. */
function put(fields: Map<string, FieldValue>, prefix: string, value: object): void {
  const entries: [string, unknown][] = Object.entries(value);
  for (const [key, inner] of entries) {
    if (inner === undefined || inner === null) continue;
    if (Array.isArray(inner)) {
      if (inner.length > 0) fields.set(`${prefix}${key}`, { value: inner });
    } else if (typeof inner === 'object') put(fields, `${prefix}${key}.`, inner);
    else fields.set(`${prefix}${key}`, { value: inner });
  }
}

/** JSON that says the same, in whatever order its fields stand. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keysOfA = Object.keys(a);
  const fieldsOfB = new Map<string, unknown>(Object.entries(b));
  if (Array.isArray(a) !== Array.isArray(b) || keysOfA.length !== fieldsOfB.size) return false;
  return Object.entries(a).every(([key, value]) => fieldsOfB.has(key) && isSame(value, fieldsOfB.get(key)));
}
