import { DomainError } from '@leadline/event-sourcing';
import { merged, sameJson, type Patch } from '../merge-patch.js';
import { fitEntry, type JournalEntry } from './journal-entry.js';
import type { LeadCommandOf } from './lead-command.js';
import type { Lead } from './lead.js';
import type { LeadEventOf } from './lead.events.js';

export type CorrectJournalEntry = LeadCommandOf<
  'CorrectJournalEntry',
  {
    readonly entryId: string;
    /** Any subset; null clears. What kind of entry it is stays. */
    readonly fields: Patch<Omit<JournalEntry, 'kind'>>;
  }
>;

/**
 * An author corrects what they wrote; the original stays in the history.
 * @throws DomainError `lead.journal-entry-not-found`, `lead.journal-entry-of-another`, `lead.journal-text-missing`,
 * `lead.journal-detail-unfit`
 */
export function correctJournalEntry(
  command: CorrectJournalEntry,
  lead: Lead,
): LeadEventOf<'LeadJournalEntryCorrected'>[] {
  const { entryId, fields } = command.data;
  const before = lead.journal.find((written) => written.entryId === entryId);
  if (!before) throw new DomainError('lead.journal-entry-not-found');
  if (before.authorId !== command.metadata.actor.id) throw new DomainError('lead.journal-entry-of-another');
  if (fields.text === null) throw new DomainError('lead.journal-text-missing');
  const { at, ...rest } = fields;
  const entry = fitEntry(merged(before.entry, at === null ? rest : fields));
  if (sameJson(entry, before.entry)) return [];
  return [{ type: 'LeadJournalEntryCorrected', data: { entryId, entry } }];
}
