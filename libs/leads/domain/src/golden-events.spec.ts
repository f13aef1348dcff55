import { describe, it } from '@jest/globals';
import { checkGoldenEvents } from '@leadline/event-sourcing/testing';
import { resolve } from 'node:path';
import { closingReasonsAggregate } from './closing-reasons/closing-reasons.js';
import { colleagueAggregate } from './colleague/colleague.js';
import { confirmationAggregate } from './confirmation/confirmation.js';
import { ADA, BEN, DECISION, OFFER, QUALIFY, SOLD, threePhases, TOO_EXPENSIVE } from './lead/lead-samples.js';
import { leadAggregate } from './lead/lead.js';
import { marketplaceAggregate } from './marketplace/marketplace.js';
import { sourcesAggregate } from './sources/sources.js';

const golden = (category: string): string => resolve(import.meta.dirname, '../golden', category);
const at = '2026-11-02T09:00:00.000Z';
const customer = {
  salutation: 'Ms',
  givenName: 'Eva',
  familyName: 'Müller',
  organisation: 'Müller Bau GmbH',
  email: 'eva.mueller@example.com',
  phones: [{ kind: 'mobile', number: '+491711234567', typed: '0171 1234567' } as const],
  address: { street: 'C 1, 2', postalCode: '68159', city: 'Mannheim', region: 'BW', countryCode: 'DE' },
  contactId: '01990000-0000-7000-8000-000000000401',
  companyId: '01990000-0000-7000-8000-000000000402',
};
const entry = {
  kind: 'call',
  text: 'Asked for a quote',
  direction: 'out',
  outcome: 'reached',
  durationSeconds: 90,
  at,
} as const;
const due = { localTime: '2026-03-29T02:30', timeZone: 'Europe/Berlin', at: '2026-03-29T01:30:00.000Z' };
const reasonId = TOO_EXPENSIVE.id;
const phases = [QUALIFY, OFFER];

describe('events once stored', () => {
  it('still fold into a lead', () =>
    checkGoldenEvents({
      folder: golden('lead'),
      codec: leadAggregate.codec,
      ...leadAggregate.decider,
      examples: {
        LeadCreated: {
          subject: 'Heat pump',
          note: 'Saw us at the fair',
          customer,
          interests: [
            {
              description: 'Heat pump 12 kW',
              productId: '01990000-0000-7000-8000-000000000501',
              quantity: '1.5',
              unit: 'piece',
              unitPrice: { amountMinor: 1_249_900, currency: 'EUR' },
            },
          ],
          sourceId: '01990000-0000-7000-8000-000000000601',
          marketplaceId: '01990000-0000-7000-8000-000000000701',
          assigneeId: ADA,
          externalReference: { sender: 'portal', id: '4711' },
          receivedAt: at,
          process: threePhases,
          origin: 'software',
        },
        LeadCorrected: {
          subject: 'Boiler',
          note: null,
          sourceId: '01990000-0000-7000-8000-000000000602',
          interests: [{ description: 'Boiler', quantity: '1' }],
          receivedAt: at,
          customer: { givenName: 'Ewa', salutation: null, address: { city: 'Worms', region: null } },
        },
        LeadEmailChanged: {
          email: 'ewa@example.com',
          formerEmail: customer.email,
          confirmationId: '01990000-0000-7000-8000-000000000901',
        },
        LeadMarketplaceChanged: { marketplaceId: null, process: threePhases },
        LeadAssigned: { assigneeId: BEN, formerAssigneeId: ADA },
        LeadReturnedToPool: { formerAssigneeId: ADA },
        LeadAccepted: { assigneeId: ADA },
        LeadJournalEntryAdded: { entryId: '01990000-0000-7000-8000-000000000801', authorId: ADA, entry },
        LeadJournalEntryCorrected: { entryId: '01990000-0000-7000-8000-000000000801', entry },
        LeadResubmissionScheduled: due,
        LeadResubmissionRescheduled: { ...due, formerAt: '2026-03-28T01:30:00.000Z' },
        LeadResubmissionDone: {},
        LeadResubmissionCancelled: { because: 'closed' },
        LeadPhaseAdvanced: { completed: QUALIFY, next: OFFER },
        LeadSetBack: { from: DECISION, to: QUALIFY },
        LeadWon: { reason: SOLD, note: 'Signed' },
        LeadLost: { reason: TOO_EXPENSIVE, note: 'By half' },
        LeadReopened: { phase: DECISION },
        LeadDeactivated: {},
        LeadReactivated: {},
      },
    }));

  it('still fold into the closing reasons', () =>
    checkGoldenEvents({
      folder: golden('closing-reasons'),
      codec: closingReasonsAggregate.codec,
      ...closingReasonsAggregate.decider,
      examples: {
        ClosingReasonAdded: { reasonId, outcome: 'lost', name: 'Too expensive' },
        ClosingReasonRenamed: { reasonId, name: 'Price' },
        ClosingReasonHidden: { reasonId },
        ClosingReasonShown: { reasonId },
      },
    }));

  it('still fold into the sources', () =>
    checkGoldenEvents({
      folder: golden('sources'),
      codec: sourcesAggregate.codec,
      ...sourcesAggregate.decider,
      examples: {
        SourceAdded: { sourceId: '01990000-0000-7000-8000-000000000601', name: 'Fair' },
        SourceRenamed: { sourceId: '01990000-0000-7000-8000-000000000601', name: 'Fairs' },
      },
    }));

  it('still fold into a marketplace', () =>
    checkGoldenEvents({
      folder: golden('marketplace'),
      codec: marketplaceAggregate.codec,
      ...marketplaceAggregate.decider,
      examples: {
        MarketplaceCreated: {
          name: 'House portal',
          phases,
          strictClose: true,
          earlyLost: false,
          acceptorIds: [ADA],
          offerExpiresAfterMinutes: 60,
          complaintDays: 14,
        },
        MarketplaceRenamed: { name: 'Home portal' },
        MarketplaceProcessPublished: { version: 2, phases },
        MarketplaceClosingRulesChanged: { strictClose: true, earlyLost: true },
        MarketplaceAcceptorsChanged: { acceptorIds: [ADA, BEN] },
        MarketplaceOfferTermsChanged: { offerExpiresAfterMinutes: 30, complaintDays: 0 },
      },
    }));

  it('still fold into a confirmation', () =>
    checkGoldenEvents({
      folder: golden('confirmation'),
      codec: confirmationAggregate.codec,
      ...confirmationAggregate.decider,
      examples: { ConfirmationSpent: { userId: ADA, commandId: '01990000-0000-7000-8000-000000000902' } },
    }));

  it('still fold into a colleague', () =>
    checkGoldenEvents({
      folder: golden('colleague'),
      codec: colleagueAggregate.codec,
      ...colleagueAggregate.decider,
      examples: {
        ColleagueRecorded: {
          name: 'Ada Agent',
          email: 'ada@example.com',
          role: 'agent',
          active: true,
          supervisorId: BEN,
          teamIds: [threePhases.id],
        },
      },
    }));
});
