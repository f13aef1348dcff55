import { idOf, type Recorded, type StoredEvent } from '@leadline/event-sourcing';
import { LEADS_SOURCE, LEADS_TOPIC, type PublicEvent } from '@leadline/leads-contracts';
import { leadCodec, type LeadEvent } from '@leadline/leads-domain';
import type { NewMessage, Publication } from '@leadline/subscriptions';

/** What other services may learn of leads. */
export const publishLeads: Publication = {
  name: 'publishLeads',
  topic: LEADS_TOPIC,
  categories: [leadCodec.category],
  translate: messageOf,
};

/** The public message of a stored event; null for what is nobody's business. */
function messageOf(stored: StoredEvent): NewMessage | null {
  const event = publicEventOf(leadCodec.decode(stored));
  if (!event) return null;
  return {
    key: event.subject,
    // Structured mode: the value is the whole CloudEvent. The type is repeated for consumers that filter.
    headers: { 'content-type': 'application/cloudevents+json', type: event.type },
    value: JSON.stringify(event),
  };
}

/** Pure translation. Stored events may change with the domain; what is published is a promise. */
export function publicEventOf(event: Recorded<LeadEvent>): PublicEvent | null {
  const { actor, at, correlationId, traceparent } = event.metadata;
  const by = { kind: actor.kind, id: actor.id };
  const attributes = {
    specversion: '1.0',
    id: event.id,
    source: LEADS_SOURCE,
    subject: idOf(event.stream),
    time: at,
    datacontenttype: 'application/json',
    sequence: String(event.revision),
    correlationid: correlationId,
    ...(traceparent !== undefined && { traceparent }),
  } as const;
  switch (event.type) {
    case 'LeadCreated':
      return { ...attributes, type: 'leadline.leads.LeadCreated.v1', data: { by, ...event.data } };
    case 'LeadCorrected':
      return { ...attributes, type: 'leadline.leads.LeadCorrected.v1', data: { by, ...event.data } };
    case 'LeadEmailChanged': {
      const { confirmationId: _, ...data } = event.data;
      return { ...attributes, type: 'leadline.leads.LeadEmailChanged.v1', data: { by, ...data } };
    }
    case 'LeadMarketplaceChanged':
      return { ...attributes, type: 'leadline.leads.LeadMarketplaceChanged.v1', data: { by, ...event.data } };
    case 'LeadAssigned':
      return { ...attributes, type: 'leadline.leads.LeadAssigned.v1', data: { by, ...event.data } };
    case 'LeadReturnedToPool':
      return { ...attributes, type: 'leadline.leads.LeadReturnedToPool.v1', data: { by, ...event.data } };
    case 'LeadAccepted':
      return { ...attributes, type: 'leadline.leads.LeadAccepted.v1', data: { by, ...event.data } };
    case 'LeadResubmissionScheduled':
      return { ...attributes, type: 'leadline.leads.LeadResubmissionScheduled.v1', data: { by, ...event.data } };
    case 'LeadResubmissionRescheduled':
      return { ...attributes, type: 'leadline.leads.LeadResubmissionRescheduled.v1', data: { by, ...event.data } };
    case 'LeadResubmissionDone':
      return { ...attributes, type: 'leadline.leads.LeadResubmissionDone.v1', data: { by } };
    case 'LeadResubmissionCancelled':
      return { ...attributes, type: 'leadline.leads.LeadResubmissionCancelled.v1', data: { by, ...event.data } };
    case 'LeadPhaseAdvanced':
      return { ...attributes, type: 'leadline.leads.LeadPhaseAdvanced.v1', data: { by, ...event.data } };
    case 'LeadSetBack':
      return { ...attributes, type: 'leadline.leads.LeadSetBack.v1', data: { by, ...event.data } };
    case 'LeadWon':
      return { ...attributes, type: 'leadline.leads.LeadWon.v1', data: { by, ...event.data } };
    case 'LeadLost':
      return { ...attributes, type: 'leadline.leads.LeadLost.v1', data: { by, ...event.data } };
    case 'LeadReopened':
      return { ...attributes, type: 'leadline.leads.LeadReopened.v1', data: { by, ...event.data } };
    case 'LeadDeactivated':
      return { ...attributes, type: 'leadline.leads.LeadDeactivated.v1', data: { by } };
    case 'LeadReactivated':
      return { ...attributes, type: 'leadline.leads.LeadReactivated.v1', data: { by } };
    case 'LeadJournalEntryAdded':
    case 'LeadJournalEntryCorrected':
      return null;
    default:
      return event satisfies never;
  }
}
