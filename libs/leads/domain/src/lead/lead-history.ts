import { sameJson } from '../merge-patch.js';
import { nameFor, type Language } from '../system-names.js';
import { currentPhase } from './lead-facts.js';
import type { Lead } from './lead.js';

/** One field that an event changed, in JSON. null: nothing was, or is, there. */
export interface FieldChange {
  /** A path, `customer.address.city`; `phase` stands for the phases, `journal.<id>.text` for what an entry says. */
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/**
 * What changed between two states of a lead, field by field: the history's lines. Derived from the states, so a new event
 * is in the history without a line of code. Phases and closing reasons go by the names they had then.
 */
export function changesBetween(before: Lead | null, after: Lead | null, language: Language = 'en'): FieldChange[] {
  const was = before ? fieldsOf(before, language) : new Map<string, unknown>();
  const is = after ? fieldsOf(after, language) : new Map<string, unknown>();
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, from: was.get(field) ?? null, to: is.get(field) ?? null }))
    .filter(({ from, to }) => !sameJson(from, to));
}

function fieldsOf(lead: Lead, language: Language): Map<string, unknown> {
  const { process, closing, journal, ...facts } = lead;
  const fields = new Map<string, unknown>();
  put(fields, '', facts);
  fields.set('process', `${process.id} v${process.version}`);
  const phase = currentPhase(lead);
  fields.set('phase', phase ? nameFor(phase, language) : null);
  if (closing) put(fields, 'closing.', { reason: nameFor(closing.reason, language), note: closing.note });
  for (const { entryId, entry } of journal) put(fields, `journal.${entryId}.`, entry);
  return fields;
}

/** Objects field by field, lists as a whole. */
function put(fields: Map<string, unknown>, prefix: string, value: object): void {
  const entries: [string, unknown][] = Object.entries(value);
  for (const [key, inner] of entries) {
    if (inner === undefined) continue;
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) put(fields, `${prefix}${key}.`, inner);
    else fields.set(`${prefix}${key}`, inner);
  }
}
