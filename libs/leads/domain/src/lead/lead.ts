import type { Aggregate, Decider } from '@leadline/event-sourcing';
import { noRule } from '../exhaustive.js';
import { acceptLead, type AcceptLead } from './accept-lead.js';
import { addJournalEntry, type AddJournalEntry } from './add-journal-entry.js';
import { advancePhase, type AdvancePhase } from './advance-phase.js';
import { assignLead, handOnLead, type AssignLead, type HandOnLead } from './assign-lead.js';
import { changeLeadEmail, type ChangeLeadEmail } from './change-email.js';
import { correctJournalEntry, type CorrectJournalEntry } from './correct-journal-entry.js';
import { correctLead, type CorrectLead } from './correct-lead.js';
import { createLead, type CreateLead } from './create-lead.js';
import { deactivateLead, reactivateLead, type DeactivateLead, type ReactivateLead } from './deactivate-lead.js';
import type { JournalEntry } from './journal-entry.js';
import { reached } from './lead-command.js';
import { evolveFacts, type LeadFacts } from './lead-facts.js';
import { leadCodec, type LeadEvent } from './lead.events.js';
import { loseLead, winLead, type LoseLead, type WinLead } from './close-lead.js';
import { reopenLead, type ReopenLead } from './reopen-lead.js';
import {
  cancelResubmission,
  completeResubmission,
  scheduleResubmission,
  type CancelResubmission,
  type CompleteResubmission,
  type ScheduleResubmission,
} from './resubmission.js';
import { setBackPhase, type SetBackPhase } from './set-back-phase.js';

export type LeadCommand =
  | CreateLead
  | CorrectLead
  | ChangeLeadEmail
  | AssignLead
  | HandOnLead
  | AcceptLead
  | AddJournalEntry
  | CorrectJournalEntry
  | ScheduleResubmission
  | CancelResubmission
  | CompleteResubmission
  | AdvancePhase
  | SetBackPhase
  | WinLead
  | LoseLead
  | ReopenLead
  | DeactivateLead
  | ReactivateLead;

interface WrittenEntry {
  readonly entryId: string;
  readonly authorId: string;
  readonly entry: JournalEntry;
}

/** What a decision on a lead stands on. */
export interface Lead extends LeadFacts {
  /** As written. A list, since each event copies it: of a record that costs a hundred times as much. */
  readonly journal: readonly WrittenEntry[];
}

/**
 * A lead, from arrival to close. Which command means something in which state; what a cell does not allow it rejects with
 * the code in it, and a command that is already fulfilled (accepting one's own lead, losing a lost one for the same
 * reason) changes nothing.
 *
 * | | open | in progress | won, lost | deactivated, whatever else |
 * |---|---|---|---|---|
 * | correct | yes | yes | yes, but not the marketplace (`lead.closed`) | `lead.deactivated` |
 * | change the e-mail address | yes | yes | yes | `lead.deactivated` |
 * | assign | → in progress | yes, to the pool: → open | `lead.closed` | `lead.deactivated` |
 * | accept | → in progress | `lead.already-taken` | `lead.closed` | `lead.deactivated` |
 * | advance, set back | `lead.not-accepted` | yes | `lead.closed` | `lead.deactivated` |
 * | resubmission | yes | yes | `lead.closed`; there is none | `lead.deactivated` |
 * | win, lose | `lead.not-accepted` | → closed | `lead.closed` | `lead.deactivated` |
 * | reopen | – | – | → in progress | `lead.deactivated` |
 * | journal | yes | yes | yes | yes |
 * | deactivate, reactivate | yes | yes | yes | yes |
 *
 * A closed lead can still be corrected, since a wrong name stays wrong after the deal. The journal takes everything at any
 * time: what happened, happened.
 */
export const leadDecider: Decider<Lead | null, LeadCommand, LeadEvent> = {
  initialState: () => null,

  decide(command, lead) {
    switch (command.type) {
      case 'CreateLead':
        return createLead(command, lead);
      case 'CorrectLead':
        return correctLead(command, reached(command, lead));
      case 'ChangeLeadEmail':
        return changeLeadEmail(command, reached(command, lead));
      case 'AssignLead':
        return assignLead(command, reached(command, lead));
      case 'HandOnLead':
        return handOnLead(command, reached(command, lead));
      case 'AcceptLead':
        return acceptLead(command, lead);
      case 'AddJournalEntry':
        return addJournalEntry(command, reached(command, lead));
      case 'CorrectJournalEntry':
        return correctJournalEntry(command, reached(command, lead));
      case 'ScheduleResubmission':
        return scheduleResubmission(command, reached(command, lead));
      case 'CancelResubmission':
        return cancelResubmission(command, reached(command, lead));
      case 'CompleteResubmission':
        return completeResubmission(command, reached(command, lead));
      case 'AdvancePhase':
        return advancePhase(command, reached(command, lead));
      case 'SetBackPhase':
        return setBackPhase(command, reached(command, lead));
      case 'WinLead':
        return winLead(command, reached(command, lead));
      case 'LoseLead':
        return loseLead(command, reached(command, lead));
      case 'ReopenLead':
        return reopenLead(command, reached(command, lead));
      case 'DeactivateLead':
        return deactivateLead(command, reached(command, lead));
      case 'ReactivateLead':
        return reactivateLead(command, reached(command, lead));
      default:
        return noRule(command);
    }
  },

  evolve(lead, event) {
    const facts = evolveFacts(lead, event);
    return facts && { ...facts, journal: evolveJournal(lead?.journal ?? [], event) };
  },
};

export const leadAggregate: Aggregate<Lead | null, LeadCommand, LeadEvent> = {
  decider: leadDecider,
  codec: leadCodec,
  stateVersion: 3,
};

function evolveJournal(journal: Lead['journal'], event: LeadEvent): Lead['journal'] {
  if (event.type === 'LeadJournalEntryAdded') {
    return [...journal, event.data];
  }
  if (event.type === 'LeadJournalEntryCorrected') {
    const { entryId, entry } = event.data;
    return journal.map((written) => (written.entryId === entryId ? { ...written, entry } : written));
  }
  return journal;
}
