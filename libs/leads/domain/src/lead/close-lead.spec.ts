import { describe, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import { DEFAULT_CLOSING_RULES, type LoseLead, type WinLead } from './close-lead.js';
import { allPhases, DECISION, inProgress, lost, OFFER, qualified, SOLD, TOO_EXPENSIVE, won } from './lead-samples.js';
import { leadDecider } from './lead.js';

const win = (data: Partial<WinLead['data']> = {}): WinLead => ({
  type: 'WinLead',
  data: { reason: { ...SOLD, outcome: 'won', hidden: false }, rules: DEFAULT_CLOSING_RULES, ...data },
  metadata: testMetadata,
});
const lose = (data: Partial<LoseLead['data']> = {}): LoseLead => ({
  type: 'LoseLead',
  data: { reason: { ...TOO_EXPENSIVE, outcome: 'lost', hidden: false }, rules: DEFAULT_CLOSING_RULES, ...data },
  metadata: testMetadata,
});
const done = [inProgress(), ...allPhases] as const;

describe('closing a lead', () => {
  it('wins or loses once every phase is completed', () => {
    given(leadDecider, ...done)
      .when(win())
      .then(won);
    given(leadDecider, ...done)
      .when(lose())
      .then(lost);
  });

  it('names the phases that are missing', () => {
    const named = { missing: ['Offer', 'Decision'], missingIds: [OFFER.id, DECISION.id] };
    for (const close of [win(), lose()]) {
      given(leadDecider, inProgress(), qualified).when(close).thenRejects('lead.phases-incomplete', named);
    }
  });

  it('keeps a note', () =>
    given(leadDecider, ...done)
      .when(win({ note: ' Signed ' }))
      .then({ type: 'LeadWon', data: { reason: SOLD, note: 'Signed' } }));

  it('loses early where the marketplace allows that, but does not win', () => {
    const rules = { strictClose: true, earlyLost: true };
    given(leadDecider, inProgress()).when(lose({ rules })).then(lost);
    given(leadDecider, inProgress()).when(win({ rules })).thenRejects('lead.phases-incomplete');
  });

  it('closes at any time where the marketplace is not strict', () => {
    const rules = { strictClose: false, earlyLost: false };
    given(leadDecider, inProgress()).when(win({ rules })).then(won);
    given(leadDecider, inProgress()).when(lose({ rules })).then(lost);
  });

  it('takes a reason of its own outcome that is not hidden', () => {
    given(leadDecider, ...done)
      .when(win({ reason: { ...TOO_EXPENSIVE, outcome: 'lost', hidden: false } }))
      .thenRejects('lead.closing-reason-unfit', { outcome: 'won' });
    given(leadDecider, ...done)
      .when(lose({ reason: { ...TOO_EXPENSIVE, outcome: 'lost', hidden: true } }))
      .thenRejects('lead.closing-reason-hidden');
  });

  it('changes nothing the second time', () =>
    given(leadDecider, ...done, won)
      .when(win())
      .then());

  it('does not change its mind without being reopened', () => {
    given(leadDecider, ...done, won)
      .when(lose())
      .thenRejects('lead.closed', { outcome: 'won' });
    given(leadDecider, ...done, won)
      .when(win({ note: 'Afterthought' }))
      .thenRejects('lead.closed');
  });
});
