import type { Actor, Recorded } from '@leadline/event-sourcing';
import type { JournalEntry } from './journal-entry.js';
import type { LeadEvent } from './lead.events.js';

/** A journal entry as it is read: as corrected last, with who wrote it. */
export interface JournalLine extends JournalEntry {
  readonly entryId: string;
  readonly author: Actor;
  /** When its author last corrected it; the original is in the history. */
  readonly corrected?: string;
}

/** The journal of a lead from its events, newest first by when things took place. */
export function readJournal(events: Iterable<Recorded<LeadEvent>>): JournalLine[] {
  const lines = new Map<string, JournalLine>();
  for (const event of events) {
    if (event.type === 'LeadJournalEntryAdded') {
      const { entryId, entry } = event.data;
      lines.set(entryId, { entryId, ...entry, author: event.metadata.actor });
    } else if (event.type === 'LeadJournalEntryCorrected') {
      const { entryId, entry } = event.data;
      const before = lines.get(entryId);
      if (before) lines.set(entryId, { entryId, ...entry, author: before.author, corrected: event.metadata.at });
    }
  }
  return [...lines.values()].reverse().sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
