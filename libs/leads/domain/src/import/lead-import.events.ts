import { event, eventCodec, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';
import { id } from '../lead/lead-fields.js';

const text = z.string().min(1);
const count = z.int().nonnegative();

/** What there is to say, as a code with its parameters: the sentence is made when somebody reads it, in their language. */
const reason = z.strictObject({
  code: text,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** A lead that may be the same: one of Leadline's, or one on an earlier line of this file. */
const candidate = z.strictObject({
  /** Left out in a dry run for what stands in the file itself: nothing was created. */
  leadId: id.optional(),
  line: z.int().positive().optional(),
  reasons: z.array(z.enum(['externalReference', 'identical', 'email', 'phone', 'name'])).min(1),
});

const line = z.strictObject({
  /** The physical line the record begins on, as a text editor counts: 1 is the header. */
  line: z.int().positive(),
  outcome: z.enum(['created', 'duplicate', 'rejected']),
  leadId: id.optional(),
  /** Why it was rejected, or what else its owner should know. */
  reasons: z.array(reason.extend({ field: text.optional() })).optional(),
  candidates: z.array(candidate).optional(),
});

export const leadImportEvents = {
  LeadImportRequested: event(
    'Somebody handed in a file of leads.',
    z.strictObject({
      requesterId: id,
      /** The file, as it came. */
      blobId: text,
      /** Bytes. */
      size: count,
      /** True: tell what would happen, and create nothing. */
      dryRun: z.boolean(),
      /** What becomes of a line that looks like a lead there is: made all the same, or left out. */
      duplicates: z.enum(['create', 'skip']),
      /** The file's column names with the fields they mean, where the requester said so. */
      mapping: z.record(z.string(), text).optional(),
      /** IANA name: what local times in the file mean. */
      timeZone: text,
    }),
  ),
  LeadImportStarted: event(
    'The file was read through, and can be read to its end.',
    z.strictObject({
      /** Records, without the header and blank ones. */
      total: count,
      encoding: text,
      delimiter: text,
      /** Columns that mean no field; what stands in them goes into the note. */
      ignoredColumns: z.array(z.string()),
    }),
  ),
  LeadImportLinesProcessed: event(
    'The next records of the file were dealt with, in its order.',
    z.strictObject({
      /** Which record the first one is; 1 is the first after the header. */
      first: z.int().positive(),
      lines: z.array(line).min(1),
    }),
  ),
  LeadImportCompleted: event('Every record of the file was dealt with.', z.strictObject({})),
  LeadImportFailed: event('The file cannot be read, or not to its end.', z.strictObject({ reason })),
};

export type LeadImportEvent = EventsOf<typeof leadImportEvents>;

/** One kind of import event. */
export type LeadImportEventOf<Type extends LeadImportEvent['type']> = Extract<LeadImportEvent, { type: Type }>;

export type ImportedLine = z.output<typeof line>;
export type ImportReason = NonNullable<ImportedLine['reasons']>[number];
export type ImportCandidate = NonNullable<ImportedLine['candidates']>[number];
export type ImportFailure = z.output<typeof reason>;

export const leadImportCodec = eventCodec('leadImport', leadImportEvents);
