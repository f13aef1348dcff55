import { z } from 'zod';
import { cloudEvent } from './cloud-event.js';

/** The topic that these events are published on, keyed by the lead's id. */
export const LEADS_TOPIC = { name: 'leadline.leads.v1', partitions: 12, retentionDays: Infinity } as const;

export const LEADS_SOURCE = '/leadline/leads';

const named = z.object({ id: z.string(), name: z.string() });

/** Who did it. Names are for identity to tell. */
const by = z.object({ kind: z.enum(['user', 'apiKey', 'system']), id: z.string() });

const address = z.object({
  street: z.string().optional(),
  postalCode: z.string().optional(),
  city: z.string().optional(),
  region: z.string().optional(),
  countryCode: z.string().optional(),
});

const phone = z.object({
  kind: z.enum(['work', 'mobile', 'home', 'fax']),
  /** E.164. */
  number: z.string(),
  typed: z.string(),
});

export const publicCustomer = z.object({
  salutation: z.string().optional(),
  givenName: z.string().optional(),
  familyName: z.string().optional(),
  organisation: z.string().optional(),
  email: z.string().optional(),
  phones: z.array(phone).optional(),
  address: address.optional(),
  contactId: z.string().optional(),
  companyId: z.string().optional(),
});

const money = z.object({ amountMinor: z.int(), currency: z.string() });

const interest = z.object({
  description: z.string(),
  productId: z.string().optional(),
  /** A decimal, "1.5". */
  quantity: z.string(),
  unit: z.string().optional(),
  unitPrice: money.optional(),
});

const process = z.object({ id: z.string(), version: z.int(), phases: z.array(named) });

const closed = z.object({ by, reason: named, note: z.string().optional() });

/** A time on the clocks of a place, and the instant that it is. */
const dueTime = { localTime: z.string(), timeZone: z.string(), at: z.iso.datetime() };

/** Null: the field was cleared. */
const cleared = z.string().nullish();

/**
 * The public events of leads, by type. Other services know leads by these alone, so a schema only ever grows by optional
 * fields; anything else is a new version beside the old one.
 */
export const publicEvents = {
  'leadline.leads.LeadCreated.v1': cloudEvent(
    'leadline.leads.LeadCreated.v1',
    z.object({
      by,
      subject: z.string(),
      note: z.string().optional(),
      customer: publicCustomer,
      interests: z.array(interest),
      sourceId: z.string().optional(),
      marketplaceId: z.string().optional(),
      assigneeId: z.string().optional(),
      externalReference: z.object({ sender: z.string(), id: z.string() }).optional(),
      receivedAt: z.iso.datetime(),
      process,
      origin: z.enum(['person', 'software', 'import']),
    }),
  ),
  'leadline.leads.LeadCorrected.v1': cloudEvent(
    'leadline.leads.LeadCorrected.v1',
    z.object({
      by,
      /** Only what changed. */
      subject: z.string().optional(),
      note: cleared,
      sourceId: cleared,
      interests: z.array(interest).optional(),
      receivedAt: z.iso.datetime().optional(),
      customer: z
        .object({
          salutation: cleared,
          givenName: cleared,
          familyName: cleared,
          organisation: cleared,
          email: cleared,
          phones: z.array(phone).nullish(),
          address: z
            .object({ street: cleared, postalCode: cleared, city: cleared, region: cleared, countryCode: cleared })
            .nullish(),
          contactId: cleared,
          companyId: cleared,
        })
        .optional(),
    }),
  ),
  'leadline.leads.LeadEmailChanged.v1': cloudEvent(
    'leadline.leads.LeadEmailChanged.v1',
    z.object({ by, email: z.string().nullable(), formerEmail: z.string().optional() }),
  ),
  'leadline.leads.LeadMarketplaceChanged.v1': cloudEvent(
    'leadline.leads.LeadMarketplaceChanged.v1',
    z.object({ by, marketplaceId: z.string().nullable(), process }),
  ),
  'leadline.leads.LeadAssigned.v1': cloudEvent(
    'leadline.leads.LeadAssigned.v1',
    z.object({ by, assigneeId: z.string(), formerAssigneeId: z.string().optional() }),
  ),
  'leadline.leads.LeadReturnedToPool.v1': cloudEvent(
    'leadline.leads.LeadReturnedToPool.v1',
    z.object({ by, formerAssigneeId: z.string().optional() }),
  ),
  'leadline.leads.LeadAccepted.v1': cloudEvent(
    'leadline.leads.LeadAccepted.v1',
    z.object({ by, assigneeId: z.string() }),
  ),
  'leadline.leads.LeadResubmissionScheduled.v1': cloudEvent(
    'leadline.leads.LeadResubmissionScheduled.v1',
    z.object({ by, ...dueTime }),
  ),
  'leadline.leads.LeadResubmissionRescheduled.v1': cloudEvent(
    'leadline.leads.LeadResubmissionRescheduled.v1',
    z.object({ by, ...dueTime, formerAt: z.iso.datetime() }),
  ),
  'leadline.leads.LeadResubmissionDone.v1': cloudEvent('leadline.leads.LeadResubmissionDone.v1', z.object({ by })),
  'leadline.leads.LeadResubmissionCancelled.v1': cloudEvent(
    'leadline.leads.LeadResubmissionCancelled.v1',
    z.object({ by, because: z.enum(['asked', 'closed']) }),
  ),
  'leadline.leads.LeadPhaseAdvanced.v1': cloudEvent(
    'leadline.leads.LeadPhaseAdvanced.v1',
    z.object({ by, completed: named, next: named.optional() }),
  ),
  'leadline.leads.LeadSetBack.v1': cloudEvent(
    'leadline.leads.LeadSetBack.v1',
    z.object({ by, from: named.optional(), to: named }),
  ),
  'leadline.leads.LeadWon.v1': cloudEvent('leadline.leads.LeadWon.v1', closed),
  'leadline.leads.LeadLost.v1': cloudEvent('leadline.leads.LeadLost.v1', closed),
  'leadline.leads.LeadReopened.v1': cloudEvent('leadline.leads.LeadReopened.v1', z.object({ by, phase: named })),
  'leadline.leads.LeadDeactivated.v1': cloudEvent('leadline.leads.LeadDeactivated.v1', z.object({ by })),
  'leadline.leads.LeadReactivated.v1': cloudEvent('leadline.leads.LeadReactivated.v1', z.object({ by })),
};

export type PublicEventType = keyof typeof publicEvents;

/** Any public event of leads. */
export type PublicEvent = { [Type in PublicEventType]: z.output<(typeof publicEvents)[Type]> }[PublicEventType];

/**
 * A message's value as a public event; null where it is of a type that this version does not know: pass it over.
 * @throws SyntaxError where it is no JSON, ZodError where it breaks its schema
 */
export function parsePublicEvent(value: string): PublicEvent | null {
  const json: unknown = JSON.parse(value);
  const { type } = z.object({ type: z.string() }).parse(json);
  return isPublicEventType(type) ? publicEvents[type].parse(json) : null;
}

/** JSON Schema (draft 2020-12) of every public event, by type: what AsyncAPI and consumers in other languages use. */
export function publicEventSchemas(): Record<PublicEventType, object>;
export function publicEventSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(publicEvents).map(([type, schema]) => [
      type,
      // What is written, so that fields a later version adds do not make it invalid.
      { $id: `urn:leadline:${type}`, title: type, ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) },
    ]),
  );
}

function isPublicEventType(type: string): type is PublicEventType {
  return Object.hasOwn(publicEvents, type);
}
