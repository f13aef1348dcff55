import type { ReplayStep } from '@leadline/leads-contracts';

/** Which step is the last one at an instant; -1 before the first. Clocks of several machines may disagree by a little. */
export function stepAt(steps: readonly ReplayStep[], instant: string): number {
  const ms = Date.parse(instant);
  return steps.findLastIndex(({ event }) => Date.parse(event.at) <= ms);
}

export interface JournalEntryThen {
  readonly entryId: string;
  /** By field: `kind`, `text`, `outcome`. */
  readonly fields: ReadonlyMap<string, unknown>;
  readonly at: string;
  readonly author: string;
  readonly isCorrected: boolean;
}

/** The journal after a step, newest first: what the steps up to it wrote down. */
export function journalAt(steps: readonly ReplayStep[], index: number): readonly JournalEntryThen[] {
  const entries = new Map<string, JournalEntryThen>();
  for (const { event, changes } of steps.slice(0, index + 1)) {
    for (const { field, to } of changes) {
      const [, entryId, name] = /^journal\.([^.]+)\.(.+)$/.exec(field) ?? [];
      if (entryId === undefined || name === undefined) continue;
      const known = entries.get(entryId);
      const fields = new Map(known?.fields);
      if (to === null) fields.delete(name);
      else fields.set(name, to);
      const isCorrected = known !== undefined && (known.isCorrected || known.at !== event.at);
      entries.set(entryId, {
        entryId,
        at: known?.at ?? event.at,
        author: known?.author ?? event.actor.name,
        isCorrected,
        fields,
      });
    }
  }
  return [...entries.values()].reverse();
}
