import { describe, expect, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import type { AdvancePhase } from './advance-phase.js';
import { currentPhase } from './lead-facts.js';
import { allPhases, decided, DECISION, inProgress, OFFER, offered, qualified, QUALIFY } from './lead-samples.js';
import { leadDecider } from './lead.js';

const advance = (phaseId?: string): AdvancePhase => ({
  type: 'AdvancePhase',
  data: { phaseId },
  metadata: testMetadata,
});

describe('advancing a phase', () => {
  it('completes the current one and begins the next', () =>
    given(leadDecider, inProgress()).when(advance()).then(qualified));

  it('goes through the process in order', () => {
    given(leadDecider, inProgress(), qualified).when(advance()).then(offered);
    given(leadDecider, inProgress(), qualified, offered).when(advance()).then(decided);
  });

  it('completes them all with the last', () =>
    given(leadDecider, inProgress(), qualified, offered)
      .when(advance())
      .thenState((lead) => {
        expect(lead && currentPhase(lead)).toBeUndefined();
        expect(lead?.process.phases.map(({ state }) => state)).toEqual(['completed', 'completed', 'completed']);
      }));

  it('ends behind the last', () =>
    given(leadDecider, inProgress(), ...allPhases)
      .when(advance())
      .thenRejects('lead.phases-all-completed'));

  it('takes a second click for the same phase as done', () => {
    given(leadDecider, inProgress()).when(advance(QUALIFY.id)).then(qualified);
    given(leadDecider, inProgress(), qualified).when(advance(QUALIFY.id)).then();
    given(leadDecider, inProgress(), ...allPhases)
      .when(advance(DECISION.id))
      .then();
  });

  it('leaves none out', () =>
    given(leadDecider, inProgress())
      .when(advance(OFFER.id))
      .thenRejects('lead.phase-ahead', { phase: 'Offer', phaseId: OFFER.id }));

  it('knows the phases of its process only', () =>
    given(leadDecider, inProgress()).when(advance('another')).thenRejects('lead.phase-unknown'));
});
