import type { CreateLead, CustomerBody } from '../../api/types.js';
import { interestsOf, type InterestText } from '../lead/edit/interests.js';
import { NO_ADDRESS, phonesOf, type AddressText, type PhoneText } from '../lead/edit/lead-fields.js';
import { isLocalTime } from '../lead/resubmission/local-time.js';

/** A lead as it is typed, before there is one. */
export interface NewLeadText {
  readonly salutation: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisation: string;
  readonly email: string;
  readonly phones: readonly PhoneText[];
  readonly address: AddressText;
  readonly subject: string;
  readonly note: string;
  readonly sourceId: string | null;
  readonly marketplaceId: string | null;
  /** Null: nobody, it waits in the pool. */
  readonly assigneeId: string | null;
  readonly interests: readonly InterestText[];
  /** Local time; empty for none. */
  readonly resubmitAt: string;
}

export function emptyLead(assigneeId: string | null): NewLeadText {
  return {
    salutation: '',
    givenName: '',
    familyName: '',
    organisation: '',
    email: '',
    phones: [],
    address: NO_ADDRESS,
    subject: '',
    note: '',
    sourceId: null,
    marketplaceId: null,
    assigneeId,
    interests: [],
    resubmitAt: '',
  };
}

/** What is missing before anything can be sent. */
export function missingIn(text: NewLeadText): ('subject' | 'customer')[] {
  const { givenName, familyName, organisation, email, phones, subject } = text;
  const isReachable =
    [givenName, familyName, organisation, email].some((each) => each.trim() !== '') || phonesOf(phones) !== null;
  return [...(subject.trim() === '' ? (['subject'] as const) : []), ...(isReachable ? [] : (['customer'] as const))];
}

/** What is sent: nothing of what was left empty. */
export function bodyOf(text: NewLeadText, timeZone: string): CreateLead {
  const { subject, note, sourceId, marketplaceId, assigneeId, interests, resubmitAt } = text;
  const lines = interestsOf(interests);
  return {
    subject: subject.trim(),
    customer: customerOf(text),
    assigneeId,
    ...(note.trim() && { note: note.trim() }),
    ...(sourceId !== null && { sourceId }),
    ...(marketplaceId !== null && { marketplaceId }),
    ...(lines.length > 0 && { interests: lines }),
    ...(isLocalTime(resubmitAt) && { resubmission: { localTime: resubmitAt, timeZone } }),
  };
}

function customerOf(text: NewLeadText): CustomerBody {
  const { salutation, givenName, familyName, organisation, email, address } = text;
  const phones = phonesOf(text.phones);
  const parts = written(address);
  return {
    ...written({ salutation, givenName, familyName, organisation, email }),
    ...(phones && { phones }),
    ...(Object.keys(parts).length > 0 && { address: parts }),
  };
}

function written(texts: Readonly<Record<string, string>> | AddressText): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts)
      .map(([name, value]: [string, string]): [string, string] => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  );
}

/** The message for a field among those of the server: of itself, or of a part of it. */
export function messageFor(field: string, messages: Readonly<Record<string, string>>): string | null {
  const name = Object.keys(messages).find((each) => each === field || each.startsWith(`${field}.`));
  return name === undefined ? null : (messages[name] ?? null);
}
