import { DomainError } from '@leadline/event-sourcing';
import { z } from 'zod';
import { tidied } from '../merge-patch.js';
import { instant } from './lead-fields.js';

/** What was said or done about a lead, in the words of whoever did it. */
export const journalEntry = z.strictObject({
  kind: z.enum(['note', 'call', 'mail', 'meeting']),
  text: z.string().min(1),
  direction: z.enum(['in', 'out']).optional(),
  outcome: z.enum(['reached', 'notReached', 'leftMessage']).optional(),
  durationSeconds: z.int().nonnegative().optional(),
  /** When it took place, which may be well before it was written down. */
  at: instant,
});

export type JournalEntry = z.output<typeof journalEntry>;
export type JournalEntryKind = JournalEntry['kind'];

const DETAILS = ['direction', 'outcome', 'durationSeconds'] as const;

/** What each kind can have: a note has no direction, a mail no duration, and only a call can miss its man. */
const DETAILS_OF: Readonly<Record<JournalEntryKind, readonly (typeof DETAILS)[number][]>> = {
  note: [],
  call: ['direction', 'outcome', 'durationSeconds'],
  mail: ['direction'],
  meeting: ['durationSeconds'],
};

/**
 * The entry, tidied, if it makes sense.
 * @throws DomainError `lead.journal-text-missing`, `lead.journal-detail-unfit`
 */
export function fitEntry(entry: JournalEntry): JournalEntry {
  if (!entry.text.trim()) throw new DomainError('lead.journal-text-missing');
  const unfit = DETAILS.find((detail) => entry[detail] !== undefined && !DETAILS_OF[entry.kind].includes(detail));
  if (unfit) throw new DomainError('lead.journal-detail-unfit', { kind: entry.kind, detail: unfit });
  return tidied(entry);
}
