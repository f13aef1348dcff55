import { describe, expect, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import { ADA, allPhases, BEN, deactivated, inProgress, received, won } from './lead-samples.js';
import { leadDecider, type LeadCommand } from './lead.js';

const assign = (assigneeId: string | null): LeadCommand => ({
  type: 'AssignLead',
  data: { assigneeId },
  metadata: testMetadata,
});
const accept: LeadCommand = { type: 'AcceptLead', data: {}, metadata: testMetadata };

describe('assigning a lead', () => {
  it('hands it over', () =>
    given(leadDecider, inProgress())
      .when(assign(BEN))
      .then({ type: 'LeadAssigned', data: { assigneeId: BEN, formerAssigneeId: ADA } }));

  it('from the pool puts it into progress', () =>
    given(leadDecider, received())
      .when(assign(BEN))
      .thenState((lead) => expect([lead?.status, lead?.assigneeId]).toEqual(['inProgress', BEN])));

  it('to who has it already changes nothing', () => given(leadDecider, inProgress()).when(assign(ADA)).then());
});

describe('giving a lead back', () => {
  const returned = { type: 'LeadReturnedToPool', data: { formerAssigneeId: ADA } } as const;

  it('lets it wait in the pool', () => {
    given(leadDecider, inProgress()).when(assign(null)).then(returned);
    given(leadDecider, inProgress(), returned)
      .when(accept)
      .then({ type: 'LeadAccepted', data: { assigneeId: ADA } });
  });

  it('changes nothing where nobody has it', () => given(leadDecider, received()).when(assign(null)).then());
});

describe('handing on the lead of somebody who left', () => {
  const handOn = (from: string, to: string | null): LeadCommand => ({
    type: 'HandOnLead',
    data: { from, to },
    metadata: testMetadata,
  });

  it('gives it to somebody else, or back to the pool', () => {
    given(leadDecider, inProgress())
      .when(handOn(ADA, BEN))
      .then({ type: 'LeadAssigned', data: { assigneeId: BEN, formerAssigneeId: ADA } });
    given(leadDecider, inProgress())
      .when(handOn(ADA, null))
      .then({ type: 'LeadReturnedToPool', data: { formerAssigneeId: ADA } });
  });

  it('passes over what is not theirs any more, put away or closed', () => {
    given(leadDecider, inProgress({ assigneeId: BEN }))
      .when(handOn(ADA, null))
      .then();
    given(leadDecider, inProgress(), deactivated).when(handOn(ADA, BEN)).then();
    given(leadDecider, inProgress(), ...allPhases, won)
      .when(handOn(ADA, BEN))
      .then();
  });
});

describe('accepting a lead', () => {
  it('takes it from the pool', () =>
    given(leadDecider, received())
      .when(accept)
      .then({ type: 'LeadAccepted', data: { assigneeId: ADA } }));

  it('again changes nothing', () =>
    given(leadDecider, received(), { type: 'LeadAccepted', data: { assigneeId: ADA } })
      .when(accept)
      .then());

  it('comes too late behind somebody else', () =>
    given(leadDecider, received(), { type: 'LeadAccepted', data: { assigneeId: BEN } })
      .when(accept)
      .thenRejects('lead.already-taken'));
});
