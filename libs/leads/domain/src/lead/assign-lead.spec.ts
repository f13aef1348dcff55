import { describe, expect, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import { ADA, BEN, inProgress, received } from './lead-samples.js';
import { leadDecider, type LeadCommand } from './lead.js';

const assign = (assigneeId: string): LeadCommand => ({
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
