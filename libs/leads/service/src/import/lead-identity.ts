import { createHash } from 'node:crypto';
import { sortText } from '@leadline/engines/read-models';
import { idOf, type StoredEvent } from '@leadline/event-sourcing';
import { leadCodec, merged, type Customer } from '@leadline/leads-domain';
import { defineReadModel } from '@leadline/subscriptions';
import { restore, store, type Stored } from '../read/stored-view.js';
import { foldedName } from './folded-name.js';

/** Who asks for what: the part of a lead by which it is recognised. */
export interface IdentifiedLead {
  readonly subject: string;
  readonly customer: Customer;
}

/** By what two leads are the same, or may be. */
export interface LeadKeys {
  readonly email: string | null;
  /** E.164. */
  readonly phones: readonly string[];
  /** The person and the organisation, as {@link foldedName}; null where neither is known. */
  readonly nameKey: string | null;
  /** Everything about the customer, and the subject: the same lead once more. */
  readonly subjectKey: string;
}

// A type, not an interface: only a type is assignable to a document with any field.
export type LeadIdentityDocument = Stored<IdentifiedLead> & {
  readonly id: string;
  readonly email: string | null;
  readonly phones: readonly string[];
  readonly nameKey: string | null;
  readonly subjectKey: string;
  /** The event that led to the lead, such as an import's request; '' where a person or a program sent it. */
  readonly cause: string;
};

export function keysOf({ subject, customer }: IdentifiedLead): LeadKeys {
  const { givenName = '', familyName = '', organisation = '', email, phones = [] } = customer;
  const [person, firm] = [foldedName(`${givenName} ${familyName}`), foldedName(organisation)];
  return {
    email: email?.trim().toLowerCase() || null,
    phones: [...new Set(phones.map(({ number }) => number))],
    nameKey: person || firm ? `${person} ${firm}` : null,
    subjectKey: subjectKeyOf(subject, customer),
  };
}

/** What leads are recognised by when others come in. */
export const leadIdentity = defineReadModel<LeadIdentityDocument>({
  name: 'leadIdentity',
  version: 1,
  categories: [leadCodec.category],
  ofOneStream: true,
  indexes: [
    { on: ['email', 'cause'] },
    { on: ['phones', 'cause'], multi: true },
    { on: ['nameKey', 'cause'] },
    { on: ['subjectKey', 'cause'] },
  ],
  search: [],
  facets: [],
  documentIds: ({ stream }) => [idOf(stream)],
  project(stored: StoredEvent, document, id) {
    const event = leadCodec.decode(stored);
    if (event.type === 'LeadCreated') {
      const { subject, customer } = event.data;
      return document ?? documentOf(id, { subject, customer }, event.metadata.causationId ?? '');
    }
    if (!document) return null;
    if (event.type === 'LeadEmailChanged') {
      const { subject, customer } = restore<IdentifiedLead>(document);
      const { email } = event.data;
      return documentOf(id, { subject, customer: merged(customer, { email }) }, document.cause);
    }
    if (event.type !== 'LeadCorrected') return document;
    const { subject, customer } = event.data;
    const lead = restore<IdentifiedLead>(document);
    const corrected = {
      subject: subject ?? lead.subject,
      customer: customer ? merged(lead.customer, customer) : lead.customer,
    };
    return documentOf(id, corrected, document.cause);
  },
});

function documentOf(id: string, lead: IdentifiedLead, cause: string): LeadIdentityDocument {
  return { ...store(lead), ...keysOf(lead), id, cause };
}

function subjectKeyOf(subject: string, customer: Customer): string {
  const { salutation, givenName, familyName, organisation, email, phones = [], address = {} } = customer;
  const { street, postalCode, city, region, countryCode } = address;
  const texts = [subject, salutation, givenName, familyName, organisation, email];
  const place = [street, postalCode, city, region, countryCode];
  const numbers = phones.map(({ kind, number }) => `${kind} ${number}`).sort();
  const all = [...[...texts, ...place].map((text) => sortText(text ?? '')), ...numbers];
  return createHash('sha256').update(JSON.stringify(all)).digest('base64url');
}
