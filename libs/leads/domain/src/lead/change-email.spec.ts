import { describe, expect, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import { deactivated, inProgress } from './lead-samples.js';
import { leadDecider, type LeadCommand } from './lead.js';

const change = (email: string | null, confirmationId?: string): LeadCommand => ({
  type: 'ChangeLeadEmail',
  data: { email, confirmationId },
  metadata: testMetadata,
});
const former = 'mueller@example.com';
const changed = {
  type: 'LeadEmailChanged',
  data: { email: 'eva@example.com', formerEmail: former, confirmationId: 'c' },
} as const;

describe('changing the e-mail address of a lead', () => {
  it('takes a confirmation', () => {
    given(leadDecider, inProgress()).when(change('eva@example.com')).thenRejects('confirmation-required');
    given(leadDecider, inProgress()).when(change(' eva@example.com ', 'c')).then(changed);
  });

  it('puts the new one in the place of the former', () =>
    given(leadDecider, inProgress())
      .when(change('eva@example.com', 'c'))
      .thenState((lead) => expect(lead?.customer).toEqual({ familyName: 'Müller', email: 'eva@example.com' })));

  it('may leave none, where there is another way to the customer', () => {
    given(leadDecider, inProgress())
      .when(change(null, 'c'))
      .thenState((lead) => expect(lead?.customer).toEqual({ familyName: 'Müller' }));
    given(leadDecider, inProgress({ customer: { email: former } }))
      .when(change(null, 'c'))
      .thenRejects('lead.customer-missing');
  });

  it('to what it is changes nothing, and takes no confirmation', () =>
    given(leadDecider, inProgress()).when(change(former)).then());

  it('is refused before a confirmation is asked for', () =>
    given(leadDecider, inProgress(), deactivated).when(change('eva@example.com')).thenRejects('lead.deactivated'));
});
