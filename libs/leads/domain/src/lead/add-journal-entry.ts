import type { JournalEntry } from './journal-entry.js';
import { fitEntry } from './journal-entry.js';
import type { LeadCommandOf } from './lead-command.js';
import type { Lead } from './lead.js';
import type { LeadEventOf } from './lead.events.js';

export type AddJournalEntry = LeadCommandOf<
  'AddJournalEntry',
  {
    /** Follows from the command's id, so that the same command again is the same entry. */
    readonly entryId: string;
    /** `at` is when it took place; default: now. */
    readonly entry: Omit<JournalEntry, 'at'> & { readonly at?: string | undefined };
  }
>;

/**
 * Something said or done is written down. Possible in every state: what happened, happened.
 * @throws DomainError `lead.journal-text-missing`, `lead.journal-detail-unfit`
 */
export function addJournalEntry(command: AddJournalEntry, lead: Lead): LeadEventOf<'LeadJournalEntryAdded'>[] {
  const { entryId, entry } = command.data;
  if (lead.journal.some((written) => written.entryId === entryId)) return [];
  const { actor, at } = command.metadata;
  const data = { entryId, authorId: actor.id, entry: fitEntry({ ...entry, at: entry.at ?? at }) };
  return [{ type: 'LeadJournalEntryAdded', data }];
}
