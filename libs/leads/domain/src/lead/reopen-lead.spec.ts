import { describe, expect, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import {
  allPhases,
  deactivated,
  DECISION,
  inProgress,
  lost,
  OFFER,
  qualified,
  reactivated,
  won,
} from './lead-samples.js';
import { leadDecider, type LeadCommand } from './lead.js';

const reopen: LeadCommand = { type: 'ReopenLead', data: {}, metadata: testMetadata };
const deactivate: LeadCommand = { type: 'DeactivateLead', data: {}, metadata: testMetadata };
const reactivate: LeadCommand = { type: 'ReactivateLead', data: {}, metadata: testMetadata };

describe('reopening a lead', () => {
  it('returns it to its last phase', () =>
    given(leadDecider, inProgress(), ...allPhases, won)
      .when(reopen)
      .then({ type: 'LeadReopened', data: { phase: DECISION } }));

  it('returns one that was lost early to the phase it was in', () =>
    given(leadDecider, inProgress(), qualified, lost)
      .when(reopen)
      .then({ type: 'LeadReopened', data: { phase: OFFER } }));

  it('puts it into progress, without a closing', () =>
    given(leadDecider, inProgress(), ...allPhases, won)
      .when(reopen)
      .thenState((lead) => expect([lead?.status, lead?.closing]).toEqual(['inProgress', undefined])));

  it('leaves one alone that is not closed', () => given(leadDecider, inProgress()).when(reopen).then());

  it('leaves one alone that is put away', () =>
    given(leadDecider, inProgress(), ...allPhases, won, deactivated)
      .when(reopen)
      .thenRejects('lead.deactivated'));
});

describe('putting a lead away', () => {
  it('and bringing it back', () => {
    given(leadDecider, inProgress()).when(deactivate).then(deactivated);
    given(leadDecider, inProgress(), deactivated).when(reactivate).then(reactivated);
  });

  it('twice changes nothing', () => {
    given(leadDecider, inProgress(), deactivated).when(deactivate).then();
    given(leadDecider, inProgress()).when(reactivate).then();
  });
});
