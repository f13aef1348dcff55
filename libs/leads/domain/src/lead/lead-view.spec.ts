import { describe, expect, it } from '@jest/globals';
import { recorded, testMetadata } from '@leadline/event-sourcing/testing';
import { changesBetween } from './lead-history.js';
import { allPhases, deactivated, inProgress, offered, OFFER, qualified, received, won } from './lead-samples.js';
import { closingReasonsDecider } from '../closing-reasons/closing-reasons.js';
import { DEFAULT_SALES_PROCESS } from '../sales-process.js';
import type { Language } from '../system-names.js';
import { tellLead } from './lead-timeline.js';
import { viewLead, type LeadView } from './lead-view.js';
import { leadEvents, type LeadEvent } from './lead.events.js';
import { leadDecider, type Lead } from './lead.js';

const later = (hour: number): string => `2026-11-02T${hour}:00:00.000Z`;

function view(...events: LeadEvent[]): LeadView | null {
  return events.reduce<LeadView | null>(
    (before, event, revision) => viewLead(before, recorded(event, revision, { at: later(10 + revision) })),
    null,
  );
}

describe('a lead as it is read', () => {
  it('is not there before it was created', () => expect(view(deactivated)).toBeNull());

  it('knows its id, its revision, and when what was done', () =>
    expect(view(inProgress(), qualified)).toMatchObject({
      id: '1',
      revision: 1,
      createdAt: later(10),
      lastActivityAt: later(11),
      process: { phases: [{ state: 'completed' }, { state: 'current' }, { state: 'ahead' }] },
    }));

  it('remembers who closed it and when, whatever comes after', () =>
    expect(view(inProgress(), ...allPhases, won, deactivated)?.closing).toEqual({
      outcome: 'won',
      reason: won.data.reason,
      at: later(14),
      by: testMetadata.actor,
    }));

  it('has no closing once it is reopened', () =>
    expect(
      view(inProgress(), qualified, won, { type: 'LeadReopened', data: { phase: OFFER } })?.closing,
    ).toBeUndefined());

  it('applies corrections field by field', () =>
    expect(
      view(inProgress({ note: 'x' }), {
        type: 'LeadCorrected',
        data: { note: null, customer: { givenName: 'Eva', address: { city: 'Worms' } } },
      }),
    ).toMatchObject({
      subject: 'Heat pump',
      customer: { givenName: 'Eva', familyName: 'Müller', address: { city: 'Worms' } },
    }));

  it('begins another marketplace’s process', () =>
    expect(
      view(inProgress(), {
        type: 'LeadMarketplaceChanged',
        data: { marketplaceId: 'm', process: { id: 'm', version: 3, phases: [OFFER] } },
      }),
    ).toMatchObject({
      marketplaceId: 'm',
      process: { id: 'm', version: 3, phases: [{ ...OFFER, state: 'current' }] },
    }));

  it('is unmoved by a phase that its process does not have', () =>
    expect(
      view(inProgress(), { type: 'LeadSetBack', data: { to: { id: 'x', name: 'x' } } })?.process.phases[0]?.state,
    ).toBe('current'));
});

describe('the history of a lead', () => {
  const state = (...events: LeadEvent[]): Lead | null =>
    events.reduce<Lead | null>((lead, event) => leadDecider.evolve(lead, event), null);

  it('tells each field with what it was and what it is', () => {
    const before = state(inProgress());
    const after = state(inProgress(), {
      type: 'LeadCorrected',
      data: { subject: 'Boiler', customer: { address: { city: 'Worms' } } },
    });
    expect(changesBetween(before, after)).toEqual([
      { field: 'subject', from: 'Heat pump', to: 'Boiler' },
      { field: 'customer.address.city', from: null, to: 'Worms' },
    ]);
  });

  it('tells the phase by its name', () =>
    expect(changesBetween(state(inProgress()), state(inProgress(), qualified))).toEqual([
      { field: 'phase', from: 'Qualify', to: 'Offer' },
    ]));

  it('tells phases and closing reasons that came with Leadline in a language', () => {
    const process = DEFAULT_SALES_PROCESS;
    const [sold] = closingReasonsDecider.initialState();
    if (!sold) throw new Error('no reason');
    const begun = inProgress({ process });
    const changes = changesBetween(
      state(begun),
      state(begun, { type: 'LeadWon', data: { reason: { id: sold.id, name: sold.name } } }),
      'de',
    );
    expect(changes).toContainEqual({ field: 'closing.reason', from: null, to: 'Verkauft' });
    expect(changesBetween(null, state(begun), 'de')).toContainEqual({
      field: 'phase',
      from: null,
      to: 'Qualifizieren',
    });
  });

  it('tells how a journal entry read before', () => {
    const entry = { kind: 'note', text: 'Wrong', at: testMetadata.at } as const;
    const before = [
      inProgress(),
      { type: 'LeadJournalEntryAdded', data: { entryId: 'e', authorId: 'a', entry } },
    ] as const;
    const after = {
      type: 'LeadJournalEntryCorrected',
      data: { entryId: 'e', entry: { ...entry, text: 'Right' } },
    } as const;
    expect(changesBetween(state(...before), state(...before, after))).toEqual([
      { field: 'journal.e.text', from: 'Wrong', to: 'Right' },
    ]);
  });

  it('begins with everything from nothing', () =>
    expect(changesBetween(null, state(received()))).toContainEqual({ field: 'subject', from: null, to: 'Heat pump' }));
});

describe('the timeline of a lead', () => {
  const names = { user: (id: string) => (id === 'ada' ? 'Ada' : undefined), marketplace: () => 'Portal' };
  const entry = { kind: 'call', text: 'Hello', direction: 'out', outcome: 'notReached', at: testMetadata.at } as const;
  const due = { localTime: '2026-03-29T02:30', timeZone: 'Europe/Berlin', at: '2026-03-29T01:30:00.000Z' };
  const samples: readonly LeadEvent[] = [
    received(),
    { type: 'LeadCorrected', data: { subject: 'Boiler', customer: { email: 'a@example.com' } } },
    { type: 'LeadEmailChanged', data: { email: 'b@example.com', confirmationId: 'c' } },
    { type: 'LeadEmailChanged', data: { email: null, confirmationId: 'c' } },
    { type: 'LeadMarketplaceChanged', data: { marketplaceId: 'm', process: { id: 'm', version: 1, phases: [OFFER] } } },
    {
      type: 'LeadMarketplaceChanged',
      data: { marketplaceId: null, process: { id: 'm', version: 1, phases: [OFFER] } },
    },
    { type: 'LeadAssigned', data: { assigneeId: 'gone' } },
    { type: 'LeadReturnedToPool', data: { formerAssigneeId: 'ada' } },
    { type: 'LeadAccepted', data: { assigneeId: 'ada' } },
    { type: 'LeadJournalEntryAdded', data: { entryId: 'e', authorId: 'ada', entry } },
    { type: 'LeadJournalEntryCorrected', data: { entryId: 'e', entry: { ...entry, kind: 'meeting', text: 'Hi' } } },
    { type: 'LeadResubmissionScheduled', data: due },
    { type: 'LeadResubmissionRescheduled', data: { ...due, formerAt: '2026-03-28T01:30:00.000Z' } },
    { type: 'LeadResubmissionRescheduled', data: { ...due, formerAt: '2026-03-30T01:30:00.000Z' } },
    { type: 'LeadResubmissionDone', data: {} },
    { type: 'LeadResubmissionCancelled', data: { because: 'asked' } },
    { type: 'LeadResubmissionCancelled', data: { because: 'closed' } },
    offered,
    { type: 'LeadPhaseAdvanced', data: { completed: OFFER } },
    { type: 'LeadSetBack', data: { to: OFFER } },
    { ...won, data: { ...won.data, note: 'signed' } },
    { type: 'LeadLost', data: won.data },
    { type: 'LeadReopened', data: { phase: OFFER } },
    deactivated,
    { type: 'LeadReactivated', data: {} },
  ];
  const told = (language: Language): string[] => samples.map((event) => tellLead(event, language, names));

  it('has a sentence for every event', () =>
    expect(new Set(samples.map(({ type }) => type))).toEqual(new Set(Object.keys(leadEvents))));

  it('speaks English', () => expect(told('en')).toMatchSnapshot());
  it('speaks German', () => expect(told('de')).toMatchSnapshot());
});
