import { event, eventCodec, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';
import { journalEntry } from './journal-entry.js';
import {
  correctedFields,
  customer,
  dueTime,
  externalReference,
  id,
  instant,
  interest,
  named,
  pinnedProcess,
} from './lead-fields.js';

const reason = z.strictObject({
  /** With the name it had then; renaming a reason later changes labels, not history. */
  reason: named,
  note: z.string().min(1).optional(),
});

/** Everything that can happen to a lead. Adding to it is free; changing one is a new version with an upcaster. */
export const leadEvents = {
  LeadCreated: event(
    'Somebody became interested, and Leadline knows of it.',
    z.strictObject({
      subject: z.string().min(1),
      note: z.string().min(1).optional(),
      customer,
      interests: z.array(interest),
      sourceId: id.optional(),
      marketplaceId: id.optional(),
      /** Left out: nobody yet, the lead waits in the pool. */
      assigneeId: id.optional(),
      externalReference: externalReference.optional(),
      receivedAt: instant,
      process: pinnedProcess,
      /** A person made it in Leadline; other software sent it; it came out of a file. */
      origin: z.enum(['person', 'software', 'import']),
    }),
  ),
  LeadCorrected: event('Fields were corrected: those that changed, with what they hold now.', correctedFields),
  LeadEmailChanged: event(
    'The customer’s e-mail address was changed by somebody who had confirmed their password; null: there is none.',
    z.strictObject({
      email: z.string().min(1).nullable(),
      formerEmail: z.string().min(1).optional(),
      confirmationId: id,
    }),
  ),
  LeadMarketplaceChanged: event(
    'The lead was moved to another marketplace, or to none, and begins that one’s sales process.',
    z.strictObject({ marketplaceId: id.nullable(), process: pinnedProcess }),
  ),
  LeadAssigned: event(
    'Responsibility was handed over.',
    z.strictObject({ assigneeId: id, formerAssigneeId: id.optional() }),
  ),
  LeadReturnedToPool: event(
    'Nobody is responsible any more: the lead waits for whoever takes it.',
    z.strictObject({ formerAssigneeId: id.optional() }),
  ),
  LeadAccepted: event('Somebody took the lead from the pool.', z.strictObject({ assigneeId: id })),
  LeadJournalEntryAdded: event(
    'A note, call, mail or meeting was written down.',
    z.strictObject({ entryId: id, authorId: id, entry: journalEntry }),
  ),
  LeadJournalEntryCorrected: event(
    'Its author corrected a journal entry; this is how it reads now.',
    z.strictObject({ entryId: id, entry: journalEntry }),
  ),
  LeadResubmissionScheduled: event('Somebody wants the lead brought back at a time.', dueTime),
  LeadResubmissionRescheduled: event(
    'The lead is to be brought back at another time; a later one puts it off.',
    dueTime.extend({ formerAt: instant }),
  ),
  LeadResubmissionDone: event('What the lead was to be brought back for is done.', z.strictObject({})),
  LeadResubmissionCancelled: event(
    'The lead is not to be brought back any more: somebody asked for it, or it was closed.',
    z.strictObject({ because: z.enum(['asked', 'closed']) }),
  ),
  LeadPhaseAdvanced: event(
    'A phase of the sales process was completed; the next one, if there is one, began.',
    z.strictObject({ completed: named, next: named.optional() }),
  ),
  LeadSetBack: event(
    'The lead was set back to an earlier phase.',
    z.strictObject({ from: named.optional(), to: named }),
  ),
  LeadWon: event('The lead was closed as won.', reason),
  LeadLost: event('The lead was closed as lost.', reason),
  LeadReopened: event(
    'A closed lead is worked again, from the phase it was in last.',
    z.strictObject({ phase: named }),
  ),
  LeadDeactivated: event('The lead was put away, out of the lists.', z.strictObject({})),
  LeadReactivated: event('The lead was brought back into the lists.', z.strictObject({})),
};

export type LeadEvent = EventsOf<typeof leadEvents>;

/** One kind of lead event. */
export type LeadEventOf<Type extends LeadEvent['type']> = Extract<LeadEvent, { type: Type }>;

export const leadCodec = eventCodec('lead', leadEvents);
