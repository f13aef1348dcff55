/* eslint-disable */
// Made from the services' OpenAPI by `npm run generate`. Do not edit.

export interface paths {
  '/api/leads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Leads within the caller’s reach: filtered, searched, sorted, page by page. */
    get: operations['LeadListRoutes_list'];
    put?: never;
    /** A new lead. One with a known external reference answers 200 with the first one’s id. */
    post: operations['CreateLead_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/closing-reasons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Why leads are won or lost: the system’s reasons, in the caller’s language, then those added. */
    get: operations['ClosingReasonRoutes_list'];
    put?: never;
    /** Adds a reason. */
    post: operations['ClosingReasonRoutes_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/closing-reasons/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Renames, hides or shows a reason; leads closed for it keep it. */
    patch: operations['ClosingReasonRoutes_change'];
    trace?: never;
  };
  '/api/leads/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The list as CSV, filtered, searched and sorted as it is on the screen. */
    get: operations['ExportLeads_export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many leads per value of each filter, under the filters given. */
    get: operations['LeadListRoutes_facets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Imports a CSV file: every line becomes a lead, a duplicate, or is rejected with reasons. */
    post: operations['LeadImportRoutes_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/imports/{importId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far an import is, and what became of each line. */
    get: operations['LeadImportRoutes_progress'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/marketplaces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Marketplaces by name. */
    get: operations['MarketplaceRoutes_list'];
    put?: never;
    /** Sets a marketplace up with its sales process. */
    post: operations['MarketplaceRoutes_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/marketplaces/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['MarketplaceRoutes_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes a marketplace. Leads that run stay in their version of the process. */
    patch: operations['MarketplaceRoutes_change'];
    trace?: never;
  };
  '/api/leads/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where leads come from. */
    get: operations['SourceRoutes_list'];
    put?: never;
    /** Adds a source. */
    post: operations['SourceRoutes_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/sources/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Renames a source; its leads keep it. */
    patch: operations['SourceRoutes_rename'];
    trace?: never;
  };
  '/api/leads/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The users to whom the caller may give leads, by name; the caller too. */
    get: operations['AssignableUsers_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A lead as it is now; the ETag is its revision. */
    get: operations['LeadRoutes_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Corrects fields: any subset, null clears, the customer is merged field by field. */
    patch: operations['CorrectLead_correct'];
    trace?: never;
  };
  '/api/leads/{id}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes a lead from the pool; the first has it. */
    post: operations['AcceptLead_accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/as-of': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A lead as it was at an instant, or at a revision. */
    get: operations['LeadRoutes_asOf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/assign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hands a lead over, or back to the pool. */
    post: operations['AssignLead_assign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/change-email': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes the customer’s e-mail address. Takes a confirmation of the caller’s password. */
    post: operations['ChangeEmail_change'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/deactivate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts a lead away: out of the lists, found by search. */
    post: operations['DeactivateLead_deactivate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The exact changes, newest first: who, when, from what, to what. */
    get: operations['LeadStoryRoutes_history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/journal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Notes, calls, mails and meetings, newest first. */
    get: operations['JournalRoutes_list'];
    put?: never;
    /** Writes an entry down. */
    post: operations['JournalRoutes_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/journal/{entryId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Its author corrects an entry; the original stays in the history. */
    patch: operations['JournalRoutes_correct'];
    trace?: never;
  };
  '/api/leads/{id}/lose': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The customer does not buy. Once every phase is completed, or earlier where the marketplace allows it. */
    post: operations['CloseLead_lose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/phases/advance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Completes the current phase and begins the next. */
    post: operations['AdvancePhase_advance'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/phases/set-back': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets a lead back to an earlier phase. */
    post: operations['SetBackPhase_setBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/reactivate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Brings a lead back as it was. */
    post: operations['DeactivateLead_reactivate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A closed lead is worked again, in its last phase. */
    post: operations['ReopenLead_reopen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Step by step: each event, the lead after it, what it changed. One JSON document a line. */
    get: operations['LeadStoryRoutes_replay'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/resubmission': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Brings a lead back at a time, or at another one.
     * @description A local time that a clock change leaves out or makes come twice is read as in RFC 5545, section 3.3.5. A time that has passed makes the lead due at once.
     */
    put: operations['ResubmissionRoutes_schedule'];
    post?: never;
    /** Nobody wants the lead brought back any more. */
    delete: operations['ResubmissionRoutes_cancel'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/resubmission/done': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What the lead was to be brought back for is done. */
    post: operations['ResubmissionRoutes_complete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happened, readable, newest first, in the caller’s language. */
    get: operations['LeadStoryRoutes_timeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leads/{id}/win': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The customer buys. Once every phase is completed. */
    post: operations['CloseLead_win'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    ActorAnswer: {
      /** Format: uuid */
      id: string;
      /** @description As it is now; empty where that is not known. */
      name: string;
      /** @enum {string} */
      kind: 'user' | 'apiKey' | 'system';
    };
    AddClosingReasonBody: {
      /** @enum {string} */
      outcome: 'won' | 'lost';
      name: string;
    };
    AddJournalEntryBody: {
      /**
       * @description Of a call or a mail.
       * @enum {string|null}
       */
      direction?: 'in' | 'out' | null;
      /**
       * @description Of a call.
       * @enum {string|null}
       */
      outcome?: 'reached' | 'notReached' | 'leftMessage' | null;
      /** @description Of a call or a meeting. */
      durationSeconds?: number | null;
      /**
       * Format: date-time
       * @description When it took place. Default: now.
       */
      at?: string;
      /** @enum {string} */
      kind: 'note' | 'call' | 'mail' | 'meeting';
      text: string;
    };
    AddressAnswer: {
      street?: string;
      postalCode?: string;
      city?: string;
      region?: string;
      countryCode?: string;
    };
    AddressBody: {
      street?: string | null;
      postalCode?: string | null;
      city?: string | null;
      region?: string | null;
      /**
       * @description ISO 3166-1 alpha-2
       * @example DE
       */
      countryCode?: string | null;
    };
    AdvancePhaseBody: {
      /**
       * Format: uuid
       * @description The phase meant to be completed, so that a second click does no harm.
       */
      phaseId?: string;
    };
    AsOfAnswer: {
      revision: number;
      /** Format: date-time */
      at: string;
    };
    AssignLeadBody: {
      /**
       * Format: uuid
       * @description Null: nobody, back to the pool.
       */
      assigneeId: string | null;
    };
    ChangeClosingReasonBody: {
      name?: string;
      /** @description Hidden ones are offered no more; closed leads keep them. */
      hidden?: boolean;
    };
    ChangeEmailBody: {
      /**
       * Format: email
       * @description Null: the customer has none.
       */
      email: string | null;
    };
    ChangeMarketplaceBody: {
      /**
       * @description Won or lost only once every phase is completed.
       * @default true
       */
      strictClose: boolean;
      /**
       * @description Lost at any time, even where closing is strict.
       * @default false
       */
      earlyLost: boolean;
      /** @description The users its leads are offered to. */
      acceptorIds?: string[];
      offerExpiresAfterMinutes?: number | null;
      complaintDays?: number | null;
      name?: string;
      /** @description Another list publishes a new version of the process. */
      phases?: components['schemas']['PhaseBody'][];
    };
    CloseLeadBody: {
      /**
       * Format: uuid
       * @description A closing reason of this outcome.
       */
      reasonId: string;
      note?: string | null;
    };
    ClosingAnswer: {
      /** @enum {string} */
      outcome: 'won' | 'lost';
      reason: components['schemas']['NamedAnswer'];
      note?: string;
      /** Format: date-time */
      at: string;
      by: components['schemas']['ActorAnswer'];
    };
    ClosingReasonAnswer: {
      /** Format: uuid */
      id: string;
      /** @description As it is now; empty where that is not known. */
      name: string;
      /** @enum {string} */
      outcome: 'won' | 'lost';
      /** @description Came with Leadline. */
      system: boolean;
      /** @description No longer offered. */
      hidden: boolean;
    };
    ClosingReasonList: {
      /** @description Cursor of the next page. */
      next: string | null;
      total: number;
      items: components['schemas']['ClosingReasonAnswer'][];
    };
    ColleagueAnswer: {
      /** Format: uuid */
      id: string;
      /** @description As it is now; empty where that is not known. */
      name: string;
      role: components['schemas']['Role'];
    };
    ColleaguePage: {
      /** @description Cursor of the next page. */
      next: string | null;
      total: number;
      items: components['schemas']['ColleagueAnswer'][];
    };
    CommandAnswered: {
      /** Format: uuid */
      id: string;
      /** @description The revision after the command, also in the ETag. */
      revision: number;
    };
    CorrectJournalEntryBody: {
      /**
       * @description Of a call or a mail.
       * @enum {string|null}
       */
      direction?: 'in' | 'out' | null;
      /**
       * @description Of a call.
       * @enum {string|null}
       */
      outcome?: 'reached' | 'notReached' | 'leftMessage' | null;
      /** @description Of a call or a meeting. */
      durationSeconds?: number | null;
      /**
       * Format: date-time
       * @description When it took place. Default: now.
       */
      at?: string;
      text?: string;
    };
    CorrectLeadBody: {
      note?: string | null;
      /**
       * Format: uuid
       * @description Where it came from.
       */
      sourceId?: string | null;
      /**
       * Format: uuid
       * @description Who supplied it; decides on the sales process.
       */
      marketplaceId?: string | null;
      interests?: components['schemas']['InterestBody'][];
      /** @description Unique per sender; cannot be corrected. */
      externalReference?: components['schemas']['ExternalReferenceBody'];
      /**
       * Format: date-time
       * @description Default: now.
       */
      receivedAt?: string;
      subject?: string;
      /** @description Merged field by field. */
      customer?: components['schemas']['CustomerBody'];
      /**
       * Format: uuid
       * @description Hands the lead over; null: back to the pool.
       */
      assigneeId?: string | null;
    };
    CreateLeadBody: {
      note?: string | null;
      /**
       * Format: uuid
       * @description Where it came from.
       */
      sourceId?: string | null;
      /**
       * Format: uuid
       * @description Who supplied it; decides on the sales process.
       */
      marketplaceId?: string | null;
      interests?: components['schemas']['InterestBody'][];
      /** @description Unique per sender; cannot be corrected. */
      externalReference?: components['schemas']['ExternalReferenceBody'];
      /**
       * Format: date-time
       * @description Default: now.
       */
      receivedAt?: string;
      subject: string;
      /** @description At least a name, an organisation, an e-mail address or a phone. */
      customer: components['schemas']['CustomerBody'];
      /**
       * Format: uuid
       * @description Left out by a person: themselves; by software: nobody, the lead waits in the pool.
       */
      assigneeId?: string | null;
      /** @description When it is to be brought back. */
      resubmission?: components['schemas']['ResubmissionBody'] | null;
    };
    CreateMarketplaceBody: {
      /**
       * @description Won or lost only once every phase is completed.
       * @default true
       */
      strictClose: boolean;
      /**
       * @description Lost at any time, even where closing is strict.
       * @default false
       */
      earlyLost: boolean;
      /** @description The users its leads are offered to. */
      acceptorIds?: string[];
      offerExpiresAfterMinutes?: number | null;
      complaintDays?: number | null;
      name: string;
      phases: components['schemas']['PhaseBody'][];
    };
    CustomerAnswer: {
      salutation?: string;
      givenName?: string;
      familyName?: string;
      organisation?: string;
      email?: string;
      phones?: components['schemas']['PhoneAnswer'][];
      address?: components['schemas']['AddressAnswer'];
      /** Format: uuid */
      contactId?: string;
      /** Format: uuid */
      companyId?: string;
    };
    CustomerBody: {
      salutation?: string | null;
      givenName?: string | null;
      familyName?: string | null;
      organisation?: string | null;
      /** Format: email */
      email?: string | null;
      phones?: components['schemas']['PhoneBody'][] | null;
      address?: components['schemas']['AddressBody'] | null;
      /**
       * Format: uuid
       * @description An existing contact.
       */
      contactId?: string | null;
      /**
       * Format: uuid
       * @description An existing company.
       */
      companyId?: string | null;
    };
    ExternalReferenceBody: {
      /** @description Whose id it is. */
      sender: string;
      id: string;
    };
    FacetAnswer: {
      value: string | null;
      name: string | null;
      count: number;
    };
    FieldChangeAnswer: {
      /** @example customer.address.city */
      field: string;
      /** @description null: nothing was there. */
      from: (string | null) | number | boolean | unknown[];
      /** @description null: nothing is there. */
      to: (string | null) | number | boolean | unknown[];
      /** @description Where `from` is an id: what it is called now. */
      fromName?: string;
      /** @description Where `to` is an id: what it is called now. */
      toName?: string;
    };
    HistoryItemAnswer: {
      revision: number;
      /** Format: date-time */
      at: string;
      actor: components['schemas']['ActorAnswer'];
      event: components['schemas']['LeadEventType'];
      /** @description What led to it, where no person did. */
      cause?: string;
      changes: components['schemas']['FieldChangeAnswer'][];
    };
    HistoryPage: {
      /** @description Cursor of the next page. */
      next: string | null;
      total: number;
      items: components['schemas']['HistoryItemAnswer'][];
    };
    ImportCandidateAnswer: {
      /** Format: uuid */
      leadId?: string;
      /** @description Where it is a lead of this file: its line. */
      line?: number;
      reasons: ('externalReference' | 'identical' | 'email' | 'phone' | 'name')[];
    };
    ImportErrorAnswer: {
      /** @example lead-import.quote-open */
      code: string;
      message: string;
    };
    ImportLineAnswer: {
      /** @description On which line of the file the record begins; 1 is the header. */
      line: number;
      /** @enum {string} */
      outcome: 'created' | 'duplicate' | 'rejected';
      /**
       * Format: uuid
       * @description The lead that was made, or of which it is a duplicate.
       */
      leadId?: string;
      reasons?: components['schemas']['ImportReasonAnswer'][];
      /** @description Leads that may be the same. */
      candidates?: components['schemas']['ImportCandidateAnswer'][];
    };
    ImportProgressAnswer: {
      /** @enum {string} */
      state: 'running' | 'done' | 'failed';
      dryRun: boolean;
      /** @description Records of the file; 0 until it was read through. */
      total: number;
      done: number;
      created: number;
      duplicates: number;
      rejected: number;
      /** @description Columns of no known meaning; what stands in them is in the notes. */
      ignoredColumns: string[];
      lines: components['schemas']['ImportLineAnswer'][];
      /** @description Why it failed. */
      error?: components['schemas']['ImportErrorAnswer'];
    };
    ImportReasonAnswer: {
      /**
       * @description Of the import’s fields; left out where it is the whole line.
       * @example email
       */
      field?: string;
      /** @example lead-import.email-invalid */
      code: string;
      /** @description A sentence for people, in the caller's language. */
      message: string;
    };
    ImportRequestedAnswer: {
      /** Format: uuid */
      importId: string;
    };
    InterestAnswer: {
      description: string;
      /** Format: uuid */
      productId?: string;
      /**
       * @description A decimal.
       * @example 1.5
       */
      quantity: string;
      unit?: string;
      unitPrice?: components['schemas']['MoneyAnswer'];
    };
    InterestBody: {
      description: string;
      /**
       * Format: uuid
       * @description A product of the catalogue.
       */
      productId?: string | null;
      /**
       * @description A decimal as text, so that none of it is lost.
       * @example 1.5
       */
      quantity: string;
      unit?: string | null;
      unitPrice?: components['schemas']['MoneyBody'] | null;
    };
    JournalAnswered: {
      /** Format: uuid */
      entryId: string;
      /** @description Of the lead. */
      revision: number;
    };
    JournalEntryAnswer: {
      /** Format: uuid */
      entryId: string;
      /** @enum {string} */
      kind: 'note' | 'call' | 'mail' | 'meeting';
      text: string;
      /** @enum {string} */
      direction?: 'in' | 'out';
      /** @enum {string} */
      outcome?: 'reached' | 'notReached' | 'leftMessage';
      durationSeconds?: number;
      /** Format: date-time */
      at: string;
      author: components['schemas']['ActorAnswer'];
      /**
       * Format: date-time
       * @description When its author last corrected it.
       */
      corrected?: string;
    };
    JournalPage: {
      /** @description Cursor of the next page. */
      next: string | null;
      total: number;
      items: components['schemas']['JournalEntryAnswer'][];
    };
    LeadAnswer: {
      /** Format: uuid */
      id: string;
      revision: number;
      status: components['schemas']['LeadStatus'];
      /** @description False: put away. */
      active: boolean;
      subject: string;
      customer: components['schemas']['CustomerAnswer'];
      /** Format: uuid */
      sourceId?: string;
      source?: components['schemas']['NamedAnswer'];
      /** Format: uuid */
      marketplaceId?: string;
      marketplace?: components['schemas']['NamedAnswer'];
      /** Format: uuid */
      assigneeId?: string;
      assignee?: components['schemas']['NamedAnswer'];
      externalReference?: components['schemas']['ReferenceAnswer'];
      /** Format: date-time */
      receivedAt: string;
      resubmission?: components['schemas']['ResubmissionAnswer'];
      /** @description yellow: due within a day; red: overdue. */
      light: components['schemas']['TrafficLight'];
      /**
       * Format: date-time
       * @description Absent where nobody waits for it.
       */
      due?: string;
      closing?: components['schemas']['ClosingAnswer'];
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      lastActivityAt: string;
      note?: string;
      interests: components['schemas']['InterestAnswer'][];
      process: components['schemas']['ProcessAnswer'];
    };
    LeadAsOfAnswer: {
      /** Format: uuid */
      id: string;
      revision: number;
      status: components['schemas']['LeadStatus'];
      /** @description False: put away. */
      active: boolean;
      subject: string;
      customer: components['schemas']['CustomerAnswer'];
      /** Format: uuid */
      sourceId?: string;
      source?: components['schemas']['NamedAnswer'];
      /** Format: uuid */
      marketplaceId?: string;
      marketplace?: components['schemas']['NamedAnswer'];
      /** Format: uuid */
      assigneeId?: string;
      assignee?: components['schemas']['NamedAnswer'];
      externalReference?: components['schemas']['ReferenceAnswer'];
      /** Format: date-time */
      receivedAt: string;
      resubmission?: components['schemas']['ResubmissionAnswer'];
      /** @description yellow: due within a day; red: overdue. */
      light: components['schemas']['TrafficLight'];
      /**
       * Format: date-time
       * @description Absent where nobody waits for it.
       */
      due?: string;
      closing?: components['schemas']['ClosingAnswer'];
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      lastActivityAt: string;
      note?: string;
      interests: components['schemas']['InterestAnswer'][];
      process: components['schemas']['ProcessAnswer'];
      asOf: components['schemas']['AsOfAnswer'];
    };
    /** @enum {string} */
    LeadEventType:
      | 'LeadCreated'
      | 'LeadCorrected'
      | 'LeadEmailChanged'
      | 'LeadMarketplaceChanged'
      | 'LeadAssigned'
      | 'LeadReturnedToPool'
      | 'LeadAccepted'
      | 'LeadJournalEntryAdded'
      | 'LeadJournalEntryCorrected'
      | 'LeadResubmissionScheduled'
      | 'LeadResubmissionRescheduled'
      | 'LeadResubmissionDone'
      | 'LeadResubmissionCancelled'
      | 'LeadPhaseAdvanced'
      | 'LeadSetBack'
      | 'LeadWon'
      | 'LeadLost'
      | 'LeadReopened'
      | 'LeadDeactivated'
      | 'LeadReactivated';
    LeadFacetsAnswer: {
      status: components['schemas']['FacetAnswer'][];
      phase: components['schemas']['FacetAnswer'][];
      sourceId: components['schemas']['FacetAnswer'][];
      marketplaceId: components['schemas']['FacetAnswer'][];
      assigneeId: components['schemas']['FacetAnswer'][];
    };
    LeadListItemAnswer: {
      /** Format: uuid */
      id: string;
      revision: number;
      status: components['schemas']['LeadStatus'];
      /** @description False: put away. */
      active: boolean;
      subject: string;
      customer: components['schemas']['CustomerAnswer'];
      /** Format: uuid */
      sourceId?: string;
      source?: components['schemas']['NamedAnswer'];
      /** Format: uuid */
      marketplaceId?: string;
      marketplace?: components['schemas']['NamedAnswer'];
      /** Format: uuid */
      assigneeId?: string;
      assignee?: components['schemas']['NamedAnswer'];
      externalReference?: components['schemas']['ReferenceAnswer'];
      /** Format: date-time */
      receivedAt: string;
      resubmission?: components['schemas']['ResubmissionAnswer'];
      /** @description yellow: due within a day; red: overdue. */
      light: components['schemas']['TrafficLight'];
      /**
       * Format: date-time
       * @description Absent where nobody waits for it.
       */
      due?: string;
      closing?: components['schemas']['ClosingAnswer'];
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      lastActivityAt: string;
      /** @description Absent where all are completed. */
      phase?: components['schemas']['NamedAnswer'];
    };
    LeadPage: {
      /** @description Cursor of the next page. */
      next: string | null;
      total: number;
      items: components['schemas']['LeadListItemAnswer'][];
    };
    /** @enum {string} */
    LeadStatus: 'open' | 'offered' | 'inProgress' | 'won' | 'lost';
    LinkAnswer: {
      /** Format: uuid */
      id: string;
      /** @description As it is now; empty where that is not known. */
      name: string;
      /** @example user */
      kind: string;
    };
    MarketplaceAnswer: {
      /** Format: uuid */
      id: string;
      /** @description As it is now; empty where that is not known. */
      name: string;
      revision: number;
      processVersion: number;
      phases: components['schemas']['NamedAnswer'][];
      strictClose: boolean;
      earlyLost: boolean;
      acceptorIds: string[];
      offerExpiresAfterMinutes?: number;
      complaintDays?: number;
    };
    MarketplaceList: {
      /** @description Cursor of the next page. */
      next: string | null;
      total: number;
      items: components['schemas']['MarketplaceAnswer'][];
    };
    MoneyAnswer: {
      amountMinor: number;
      currency: string;
    };
    MoneyBody: {
      /** @description In the currency’s smallest unit: cents, pence, yen. */
      amountMinor: number;
      /**
       * @description ISO 4217
       * @example EUR
       */
      currency: string;
    };
    NamedAnswer: {
      /** Format: uuid */
      id: string;
      /** @description As it is now; empty where that is not known. */
      name: string;
    };
    PhaseAnswer: {
      /** Format: uuid */
      id: string;
      /** @description As it is now; empty where that is not known. */
      name: string;
      /** @enum {string} */
      state: 'completed' | 'current' | 'ahead';
    };
    PhaseBody: {
      /**
       * Format: uuid
       * @description Of a phase there is or was; left out: a new one.
       */
      id?: string;
      name: string;
    };
    PhoneAnswer: {
      /** @enum {string} */
      kind: 'work' | 'mobile' | 'home' | 'fax';
      /** @description E.164 */
      number: string;
      /** @description As somebody wrote it. */
      typed: string;
    };
    PhoneBody: {
      /** @enum {string} */
      kind: 'work' | 'mobile' | 'home' | 'fax';
      /** @description In any spelling; without a country code, of the country in the address. */
      number: string;
      /** @description As somebody once wrote it, where what is read is sent back. */
      typed?: string | null;
    };
    ProblemDocument: {
      /** @example urn:leadline:problem:lead.phases-incomplete */
      type: string;
      /** @example Conflict */
      title: string;
      /** @example 409 */
      status: number;
      /** @example lead.phases-incomplete */
      code: string;
      /** @description A sentence for people, in the caller's language. */
      detail: string;
      errors?: components['schemas']['ProblemFieldError'][];
    };
    ProblemFieldError: {
      /** @example customer.email */
      field: string;
      message: string;
      /** @example isEmail */
      code?: string;
    };
    ProcessAnswer: {
      /** Format: uuid */
      id: string;
      version: number;
      phases: components['schemas']['PhaseAnswer'][];
    };
    ReferenceAnswer: {
      sender: string;
      id: string;
    };
    ReopenLeadBody: {
      /** @description When it is to be brought back. */
      resubmission?: components['schemas']['ResubmissionBody'] | null;
    };
    ReplayStepAnswer: {
      event: components['schemas']['ReplayedEventAnswer'];
      /** @description The lead after the event. */
      state: components['schemas']['LeadAnswer'];
      changes: components['schemas']['FieldChangeAnswer'][];
    };
    ReplayedEventAnswer: {
      /** Format: uuid */
      id: string;
      type: components['schemas']['LeadEventType'];
      revision: number;
      /** Format: date-time */
      at: string;
      actor: components['schemas']['ActorAnswer'];
      /** @description A sentence in the caller’s language, as in the timeline. */
      text: string;
      /** @description As stored: see the catalogue of events. */
      data: {
        [key: string]: unknown;
      };
    };
    ResubmissionAnswer: {
      /** @example 2026-03-29T02:30 */
      localTime: string;
      /**
       * @description IANA name.
       * @example Europe/Berlin
       */
      timeZone: string;
      /** Format: date-time */
      at: string;
      /** @description `due`: it has passed. `paused`: the lead is put away. */
      state: components['schemas']['ResubmissionState'];
      /** @description How often it was put off. */
      postponed: number;
    };
    ResubmissionBody: {
      /**
       * @description As clocks show it there, to the minute.
       * @example 2026-03-29T02:30
       */
      localTime: string;
      /**
       * @description IANA name.
       * @example Europe/Berlin
       */
      timeZone: string;
    };
    /**
     * @description `due`: it has passed. `paused`: the lead is put away.
     * @enum {string}
     */
    ResubmissionState: 'scheduled' | 'due' | 'paused';
    /** @enum {string} */
    Role: 'agent' | 'supervisor' | 'administrator';
    SetBackPhaseBody: {
      /**
       * Format: uuid
       * @description An earlier phase of the lead’s process.
       */
      phaseId: string;
    };
    SourceBody: {
      name: string;
    };
    SourceList: {
      /** @description Cursor of the next page. */
      next: string | null;
      total: number;
      items: components['schemas']['NamedAnswer'][];
    };
    TimelineItemAnswer: {
      /** Format: uuid */
      id: string;
      /** @description The lead’s after it. */
      revision: number;
      /** Format: date-time */
      at: string;
      actor: components['schemas']['ActorAnswer'];
      kind: components['schemas']['LeadEventType'];
      text: string;
      links: components['schemas']['LinkAnswer'][];
    };
    TimelinePage: {
      /** @description Cursor of the next page. */
      next: string | null;
      total: number;
      items: components['schemas']['TimelineItemAnswer'][];
    };
    /** @enum {string} */
    TrafficLight: 'green' | 'yellow' | 'red';
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  LeadListRoutes_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description Cursor: `next` of the page before. */
        after?: string;
        /** @description Fields to sort by, `-` for descending: customer, subject, phase, due, light, receivedAt, createdAt, age, lastActivityAt. Also assignee, source, marketplace by their names, and only in the first place. Default: -lastActivityAt. */
        sort?: string;
        /** @description Every word must begin a word of what is searched. */
        q?: string;
        /** @description Any of them; also with commas between. */
        status?: components['schemas']['LeadStatus'][];
        /** @description Id of the phase the lead is in; `none`: all are completed; any of several, also with commas between. `none` as well. */
        phase?: string[];
        /** @description Id of the marketplace; any of several, also with commas between. `none` as well. */
        marketplaceId?: string[];
        /** @description Id of the source; any of several, also with commas between. `none` as well. */
        sourceId?: string[];
        /** @description Id of the assignee; `none`: in the pool; any of several, also with commas between. `me`, `none` as well. */
        assigneeId?: string[];
        /** @description `today` from midnight to midnight in the caller’s time zone. */
        due?: 'today' | 'overdue';
        /** @description Any of them; also with commas between. */
        light?: components['schemas']['TrafficLight'][];
        /** @description true: only leads that were put away. Left out: only those that were not, but with `q` both. */
        deactivated?: boolean;
      };
      header?: {
        /** @description The answer includes everything up to this position. */
        'Leadline-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadPage'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  CreateLead_create: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateLeadBody'];
      };
    };
    responses: {
      /** @description It was there already. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      201: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  ClosingReasonRoutes_list: {
    parameters: {
      query?: {
        /** @description Those of this outcome alone. */
        outcome?: 'won' | 'lost';
        /** @description Also those no longer offered. */
        hidden?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClosingReasonList'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  ClosingReasonRoutes_add: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddClosingReasonBody'];
      };
    };
    responses: {
      201: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  ClosingReasonRoutes_change: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeClosingReasonBody'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  ExportLeads_export: {
    parameters: {
      query?: {
        /** @description Fields to sort by, `-` for descending: customer, subject, phase, due, light, receivedAt, createdAt, age, lastActivityAt. Also assignee, source, marketplace by their names, and only in the first place. Default: -lastActivityAt. */
        sort?: string;
        /** @description Every word must begin a word of what is searched. */
        q?: string;
        /** @description Any of them; also with commas between. */
        status?: components['schemas']['LeadStatus'][];
        /** @description Id of the phase the lead is in; `none`: all are completed; any of several, also with commas between. `none` as well. */
        phase?: string[];
        /** @description Id of the marketplace; any of several, also with commas between. `none` as well. */
        marketplaceId?: string[];
        /** @description Id of the source; any of several, also with commas between. `none` as well. */
        sourceId?: string[];
        /** @description Id of the assignee; `none`: in the pool; any of several, also with commas between. `me`, `none` as well. */
        assigneeId?: string[];
        /** @description `today` from midnight to midnight in the caller’s time zone. */
        due?: 'today' | 'overdue';
        /** @description Any of them; also with commas between. */
        light?: components['schemas']['TrafficLight'][];
        /** @description true: only leads that were put away. Left out: only those that were not, but with `q` both. */
        deactivated?: boolean;
        /** @description Between cells. Default: `;` for people who read German, as their spreadsheets expect it, else `,`. */
        delimiter?: ',' | ';' | 'tab';
      };
      header?: {
        /** @description The answer includes everything up to this position. */
        'Leadline-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  LeadListRoutes_facets: {
    parameters: {
      query?: {
        /** @description Every word must begin a word of what is searched. */
        q?: string;
        /** @description Any of them; also with commas between. */
        status?: components['schemas']['LeadStatus'][];
        /** @description Id of the phase the lead is in; `none`: all are completed; any of several, also with commas between. `none` as well. */
        phase?: string[];
        /** @description Id of the marketplace; any of several, also with commas between. `none` as well. */
        marketplaceId?: string[];
        /** @description Id of the source; any of several, also with commas between. `none` as well. */
        sourceId?: string[];
        /** @description Id of the assignee; `none`: in the pool; any of several, also with commas between. `me`, `none` as well. */
        assigneeId?: string[];
        /** @description `today` from midnight to midnight in the caller’s time zone. */
        due?: 'today' | 'overdue';
        /** @description Any of them; also with commas between. */
        light?: components['schemas']['TrafficLight'][];
        /** @description true: only leads that were put away. Left out: only those that were not, but with `q` both. */
        deactivated?: boolean;
      };
      header?: {
        /** @description The answer includes everything up to this position. */
        'Leadline-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadFacetsAnswer'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  LeadImportRoutes_import: {
    parameters: {
      query?: {
        /** @description Tell what would happen, create nothing. */
        dryRun?: 'true' | 'false';
        /** @description What becomes of a line that looks like a lead that is there. The same lead once more is never created. */
        duplicates?: 'create' | 'skip';
        /** @description Columns that are called otherwise, with their fields: JSON, or `Thema:subject,Firma:organisation`. */
        mapping?: string;
      };
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    /** @description UTF-8 or Windows-1252; `,`, `;` or tab. */
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      202: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportRequestedAnswer'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  LeadImportRoutes_progress: {
    parameters: {
      query?: {
        /** @description Only these lines. */
        outcome?: 'created' | 'duplicate' | 'rejected';
      };
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportProgressAnswer'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  MarketplaceRoutes_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description Cursor: `next` of the page before. */
        after?: string;
      };
      header?: {
        /** @description The answer includes everything up to this position. */
        'Leadline-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MarketplaceList'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  MarketplaceRoutes_create: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateMarketplaceBody'];
      };
    };
    responses: {
      201: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  MarketplaceRoutes_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MarketplaceAnswer'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  MarketplaceRoutes_change: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeMarketplaceBody'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  SourceRoutes_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SourceList'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  SourceRoutes_add: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SourceBody'];
      };
    };
    responses: {
      201: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  SourceRoutes_rename: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SourceBody'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  AssignableUsers_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description Cursor: `next` of the page before. */
        after?: string;
        /** @description Every word must begin a word of what is searched. */
        q?: string;
      };
      header?: {
        /** @description The answer includes everything up to this position. */
        'Leadline-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ColleaguePage'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  LeadRoutes_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadAnswer'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  CorrectLead_correct: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectLeadBody'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  AcceptLead_accept: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  LeadRoutes_asOf: {
    parameters: {
      query?: {
        at?: string;
        revision?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeadAsOfAnswer'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  AssignLead_assign: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssignLeadBody'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  ChangeEmail_change: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
        /** @description What `POST /api/identity/confirm-password` answered; serves once. */
        'Leadline-Confirmation'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeEmailBody'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  DeactivateLead_deactivate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  LeadStoryRoutes_history: {
    parameters: {
      query?: {
        limit?: number;
        /** @description Cursor: `next` of the page before. */
        after?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryPage'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  JournalRoutes_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description Cursor: `next` of the page before. */
        after?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalPage'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  JournalRoutes_add: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddJournalEntryBody'];
      };
    };
    responses: {
      201: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  JournalRoutes_correct: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
        entryId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectJournalEntryBody'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JournalAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  CloseLead_lose: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseLeadBody'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  AdvancePhase_advance: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AdvancePhaseBody'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  SetBackPhase_setBack: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetBackPhaseBody'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  DeactivateLead_reactivate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  ReopenLead_reopen: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['ReopenLeadBody'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  LeadStoryRoutes_replay: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A line per event. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/x-ndjson': components['schemas']['ReplayStepAnswer'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  ResubmissionRoutes_schedule: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResubmissionBody'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  ResubmissionRoutes_cancel: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  ResubmissionRoutes_complete: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  LeadStoryRoutes_timeline: {
    parameters: {
      query?: {
        limit?: number;
        /** @description Cursor: `next` of the page before. */
        after?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TimelinePage'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  CloseLead_win: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseLeadBody'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
}
