import { describe, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import type { CorrectLead } from './correct-lead.js';
import { BEN, inProgress, qualified, received, threePhases } from './lead-samples.js';
import { leadDecider } from './lead.js';

const correct = (data: Partial<CorrectLead['data']>): CorrectLead => ({
  type: 'CorrectLead',
  data: { fields: {}, ...data },
  metadata: testMetadata,
});
const fields = (patch: CorrectLead['data']['fields']): CorrectLead => correct({ fields: patch });
const shop = { id: '01990000-0000-7000-8000-000000000301', process: { ...threePhases, version: 7 } };

describe('correcting a lead', () => {
  it('records only what changes', () =>
    given(leadDecider, inProgress({ note: 'Call back' }))
      .when(
        fields({ subject: 'Heat pump', note: 'Call tomorrow', customer: { familyName: 'Müller', givenName: 'Eva' } }),
      )
      .then({ type: 'LeadCorrected', data: { note: 'Call tomorrow', customer: { givenName: 'Eva' } } }));

  it('records nothing where nothing changes', () =>
    given(leadDecider, inProgress())
      .when(fields({ subject: ' Heat pump', note: null, customer: { address: { city: null } } }))
      .then());

  it('clears with null, and with a blank text', () =>
    given(leadDecider, inProgress({ note: 'Call back', customer: { familyName: 'Müller', organisation: 'Acme' } }))
      .when(fields({ note: ' ', customer: { organisation: null } }))
      .then({ type: 'LeadCorrected', data: { note: null, customer: { organisation: null } } }));

  it('merges the address field by field', () =>
    given(leadDecider, inProgress({ customer: { familyName: 'Müller', address: { city: 'Mannheim', street: 'C 1' } } }))
      .when(fields({ customer: { address: { city: 'Worms', street: 'C 1' } } }))
      .then({ type: 'LeadCorrected', data: { customer: { address: { city: 'Worms' } } } }));

  it('leaves somebody to speak to', () =>
    given(leadDecider, inProgress({ customer: { familyName: 'Müller' } }))
      .when(fields({ customer: { familyName: null } }))
      .thenRejects('lead.customer-missing'));

  it('leaves a subject', () =>
    given(leadDecider, inProgress())
      .when(fields({ subject: ' ' }))
      .thenRejects('lead.subject-missing'));

  it.each(['another@example.com', null, ''])('does not change an e-mail address that is there, to %j', (email) =>
    given(leadDecider, inProgress())
      .when(fields({ customer: { email } }))
      .thenRejects('lead.email-needs-confirmation'),
  );

  it('takes the same e-mail address for no change, and a first one', () => {
    given(leadDecider, inProgress())
      .when(fields({ customer: { email: 'mueller@example.com' } }))
      .then();
    given(leadDecider, inProgress({ customer: { familyName: 'Müller' } }))
      .when(fields({ customer: { email: 'mueller@example.com' } }))
      .then({ type: 'LeadCorrected', data: { customer: { email: 'mueller@example.com' } } });
  });

  it('does not change the external reference', () => {
    const reference = { sender: 'portal', id: '1' };
    given(leadDecider, received({ externalReference: reference }))
      .when(correct({ externalReference: reference }))
      .then();
    given(leadDecider, received())
      .when(correct({ externalReference: reference }))
      .thenRejects('lead.reference-fixed');
  });

  it('hands over as well', () =>
    given(leadDecider, received())
      .when(correct({ fields: { note: 'Yours' }, assigneeId: BEN }))
      .then({ type: 'LeadCorrected', data: { note: 'Yours' } }, { type: 'LeadAssigned', data: { assigneeId: BEN } }));

  it('moves to another marketplace before the first phase is completed', () =>
    given(leadDecider, inProgress())
      .when(correct({ marketplace: shop }))
      .then({ type: 'LeadMarketplaceChanged', data: { marketplaceId: shop.id, process: shop.process } }));

  it('stays in the marketplace afterwards', () => {
    given(leadDecider, inProgress(), qualified)
      .when(correct({ marketplace: shop }))
      .thenRejects('lead.phases-begun');
    given(leadDecider, inProgress({ marketplaceId: shop.id }), qualified)
      .when(correct({ marketplace: shop }))
      .then();
  });
});
