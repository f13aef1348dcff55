import { Problem } from '../../../api/problem.js';
import type { CorrectLead, Lead } from '../../../api/types.js';
import type { Saved } from '../../../components/editable-field.js';

/** A field of a lead: how it is read, told apart, and sent. */
export interface LeadField<Value> {
  readonly read: (lead: Lead) => Value;
  readonly isSame: (a: Value, b: Value) => boolean;
  /** Only what changed, as a merge patch: null clears. */
  readonly patch: (value: Value, base: Value) => CorrectLead;
}

export interface SaveTools {
  /** The lead as it is known here. */
  readonly known: () => Lead;
  readonly load: () => Promise<Lead>;
  /** @throws Problem; 412 where the lead has another revision by now */
  readonly send: (patch: CorrectLead, revision: number) => Promise<void>;
  /** Who changed the field last, where that can be found out. */
  readonly lastChangeBy: () => Promise<string | undefined>;
}

/** A lead that changes faster than one can look is a matter for later. */
const TRIES = 5;

/**
 * Saves one field by the revision that was seen. Others may have changed other fields meanwhile: then it is sent again.
 * Where they changed this very field, nothing is sent, and both values are answered.
 * @throws Problem
 */
export async function saveField<Value>(
  { read, isSame, patch }: LeadField<Value>,
  value: Value,
  base: Value,
  { known, load, send, lastChangeBy }: SaveTools,
): Promise<Saved<Value>> {
  let lead = known();
  for (let tries = 1; ; tries += 1) {
    const theirs = read(lead);
    if (isSame(theirs, value)) return { kind: 'saved' };
    if (!isSame(theirs, base)) return { kind: 'conflict', theirs, by: await lastChangeBy() };
    try {
      await send(patch(value, base), lead.revision);
      return { kind: 'saved' };
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412 || tries === TRIES) throw error;
    }
    lead = await load();
  }
}
