/** The shapes of the HTTP API, for the console and other clients in TypeScript. JSON throughout. */

export type LeadStatus = 'open' | 'offered' | 'inProgress' | 'won' | 'lost';
export type TrafficLight = 'green' | 'yellow' | 'red';
export type PhoneKind = 'work' | 'mobile' | 'home' | 'fax';

/** A thing elsewhere with the name it has now; empty where that is not known. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Actor extends Named {
  readonly kind: 'user' | 'apiKey' | 'system';
}

export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

export interface Address {
  readonly street?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly countryCode?: string | undefined;
}

export interface Phone {
  readonly kind: PhoneKind;
  /** E.164. */
  readonly number: string;
  /** As somebody wrote it. */
  readonly typed: string;
}

export interface Customer {
  readonly salutation?: string | undefined;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly organisation?: string | undefined;
  readonly email?: string | undefined;
  readonly phones?: readonly Phone[] | undefined;
  readonly address?: Address | undefined;
  readonly contactId?: string | undefined;
  readonly companyId?: string | undefined;
}

export interface Interest {
  readonly description: string;
  readonly productId?: string | undefined;
  readonly quantity: string;
  readonly unit?: string | undefined;
  readonly unitPrice?: Money | undefined;
}

export interface Phase extends Named {
  readonly state: 'completed' | 'current' | 'ahead';
}

export interface Closing {
  readonly outcome: 'won' | 'lost';
  readonly reason: Named;
  readonly note?: string | undefined;
  readonly at: string;
  readonly by: Actor;
}

/** "Bring this back to me at". */
export interface Resubmission {
  /** As clocks show it there: `2026-03-29T02:30`. */
  readonly localTime: string;
  /** IANA name. */
  readonly timeZone: string;
  /** The instant that it is. */
  readonly at: string;
  /** `due`: it has passed. `paused`: the lead is put away. */
  readonly state: 'scheduled' | 'due' | 'paused';
  /** How often it was put off. */
  readonly postponed: number;
}

/** What a lead's page and its line in the list have in common. */
interface LeadSummary {
  readonly id: string;
  readonly revision: number;
  readonly status: LeadStatus;
  readonly active: boolean;
  readonly subject: string;
  readonly customer: Customer;
  readonly source?: Named | undefined;
  readonly sourceId?: string | undefined;
  readonly marketplace?: Named | undefined;
  readonly marketplaceId?: string | undefined;
  readonly assignee?: Named | undefined;
  readonly assigneeId?: string | undefined;
  readonly externalReference?: { readonly sender: string; readonly id: string } | undefined;
  readonly receivedAt: string;
  readonly resubmission?: Resubmission | undefined;
  /** `yellow`: due within a day. `red`: overdue. */
  readonly light: TrafficLight;
  /** When it is due; absent where nobody waits for it. */
  readonly due?: string | undefined;
  readonly closing?: Closing | undefined;
  readonly createdAt: string;
  readonly lastActivityAt: string;
}

/** A lead as read. */
export interface Lead extends LeadSummary {
  readonly note?: string | undefined;
  readonly interests: readonly Interest[];
  readonly process: { readonly id: string; readonly version: number; readonly phases: readonly Phase[] };
}

/** A lead as it was, with what it was read up to. */
export interface LeadAsOf extends Lead {
  readonly asOf: { readonly revision: number; readonly at: string };
}

/** A line of the list. */
export interface LeadListItem extends LeadSummary {
  /** The current one; absent where all are completed. */
  readonly phase?: Named | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Cursor of the next page, null on the last. */
  readonly next: string | null;
  readonly total: number;
}

/** How many leads per value of each filter, under the other filters given. */
export type LeadFacets = Readonly<
  Record<
    'status' | 'phase' | 'sourceId' | 'marketplaceId' | 'assigneeId',
    readonly { readonly value: string | null; readonly name: string | null; readonly count: number }[]
  >
>;

export interface JournalEntry {
  readonly entryId: string;
  readonly kind: 'note' | 'call' | 'mail' | 'meeting';
  readonly text: string;
  readonly direction?: 'in' | 'out' | undefined;
  readonly outcome?: 'reached' | 'notReached' | 'leftMessage' | undefined;
  readonly durationSeconds?: number | undefined;
  readonly at: string;
  readonly author: Actor;
  /** When its author last corrected it. */
  readonly corrected?: string | undefined;
}

export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
  /** Where `from` is an id: what it is called now; empty where that is not known. */
  readonly fromName?: string | undefined;
  /** Where `to` is an id: what it is called now; empty where that is not known. */
  readonly toName?: string | undefined;
}

/** One event in the history: the exact changes. */
export interface HistoryItem {
  readonly revision: number;
  readonly at: string;
  readonly actor: Actor;
  /** `LeadPhaseAdvanced`. */
  readonly event: string;
  /** The event or message that led to it, where no person did. */
  readonly cause?: string | undefined;
  readonly changes: readonly FieldChange[];
}

/** One event in the timeline: a sentence in the caller's language. */
export interface TimelineItem {
  readonly id: string;
  /** The lead's after it: how it was then is `as-of?revision=`. */
  readonly revision: number;
  readonly at: string;
  readonly actor: Actor;
  readonly kind: string;
  readonly text: string;
  readonly links: readonly { readonly kind: string; readonly id: string; readonly name: string }[];
}

/** A line of a replay: what happened, the lead after it, the difference. */
export interface ReplayStep {
  readonly event: {
    readonly id: string;
    readonly type: string;
    readonly revision: number;
    readonly at: string;
    readonly actor: Actor;
    /** A sentence in the caller's language, as in the timeline. */
    readonly text: string;
    readonly data: object;
  };
  readonly state: Lead;
  readonly changes: readonly FieldChange[];
}

/** A user whom the caller may give leads. */
export interface Colleague extends Named {
  readonly role: 'agent' | 'supervisor' | 'administrator';
}

export interface ClosingReason extends Named {
  readonly outcome: 'won' | 'lost';
  readonly system: boolean;
  readonly hidden: boolean;
}

export interface Marketplace extends Named {
  readonly revision: number;
  readonly processVersion: number;
  readonly phases: readonly Named[];
  readonly strictClose: boolean;
  readonly earlyLost: boolean;
  readonly acceptorIds: readonly string[];
  readonly offerExpiresAfterMinutes?: number | undefined;
  readonly complaintDays?: number | undefined;
}
