import { describe, expect, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import { allPhases, DECISION, inProgress, OFFER, offered, qualified, QUALIFY } from './lead-samples.js';
import { leadDecider } from './lead.js';
import type { SetBackPhase } from './set-back-phase.js';

const setBack = (phaseId: string): SetBackPhase => ({
  type: 'SetBackPhase',
  data: { phaseId },
  metadata: testMetadata,
});

describe('setting a lead back', () => {
  it('makes an earlier phase the current one', () =>
    given(leadDecider, inProgress(), qualified, offered)
      .when(setBack(QUALIFY.id))
      .then({ type: 'LeadSetBack', data: { from: DECISION, to: QUALIFY } }));

  it('leaves what comes after it ahead', () =>
    given(leadDecider, inProgress(), qualified, offered)
      .when(setBack(OFFER.id))
      .thenState((lead) =>
        expect(lead?.process.phases.map(({ state }) => state)).toEqual(['completed', 'current', 'ahead']),
      ));

  it('works from behind the last phase', () =>
    given(leadDecider, inProgress(), ...allPhases)
      .when(setBack(DECISION.id))
      .then({ type: 'LeadSetBack', data: { to: DECISION } }));

  it('to the current phase changes nothing', () =>
    given(leadDecider, inProgress(), qualified).when(setBack(OFFER.id)).then());

  it('does not go forwards', () =>
    given(leadDecider, inProgress())
      .when(setBack(OFFER.id))
      .thenRejects('lead.phase-ahead', { phase: 'Offer', phaseId: OFFER.id }));

  it('knows the phases of its process only', () =>
    given(leadDecider, inProgress()).when(setBack('another')).thenRejects('lead.phase-unknown'));
});
