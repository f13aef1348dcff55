import { describe, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import type { CreateLead } from './create-lead.js';
import { ADA, BEN, inProgress, received, threePhases } from './lead-samples.js';
import { leadDecider } from './lead.js';

const software = { ...testMetadata, actor: { kind: 'apiKey', id: 'key', name: 'Website' } } as const;

const create = (
  data: Partial<CreateLead['data']> = {},
  metadata: CreateLead['metadata'] = testMetadata,
): CreateLead => ({
  type: 'CreateLead',
  data: {
    subject: 'Heat pump',
    customer: { familyName: 'Müller', email: 'mueller@example.com' },
    receivedAt: '2026-11-02T08:00:00.000Z',
    process: threePhases,
    ...data,
  },
  metadata,
});

describe('creating a lead', () => {
  it('by hand makes it the maker’s, in progress', () =>
    given(leadDecider)
      .when(create())
      .then(inProgress({ assigneeId: ADA })));

  it('by hand for somebody else makes it theirs', () =>
    given(leadDecider)
      .when(create({ assigneeId: BEN }))
      .then(inProgress({ assigneeId: BEN })));

  it('by software puts it into the pool', () => given(leadDecider).when(create({}, software)).then(received()));

  it('by software for somebody puts it into progress', () =>
    given(leadDecider)
      .when(create({ assigneeId: BEN }, software))
      .then(received({ assigneeId: BEN })));

  it('from a file puts it into the pool, whoever uploads it', () =>
    given(leadDecider)
      .when(create({ imported: true }))
      .then(received({ origin: 'import' })));

  it('takes the present time where none is given', () =>
    given(leadDecider)
      .when(create({ receivedAt: undefined }))
      .then(inProgress({ receivedAt: testMetadata.at })));

  it('trims texts and leaves out what is blank', () =>
    given(leadDecider)
      .when(
        create({
          subject: '  Heat pump ',
          note: ' ',
          customer: { familyName: ' Müller', email: 'mueller@example.com', salutation: '', address: { city: ' ' } },
          interests: [{ description: ' Pump', quantity: '1', unit: '' }],
        }),
      )
      .then(inProgress({ interests: [{ description: 'Pump', quantity: '1' }] })));

  it('needs a subject', () =>
    given(leadDecider)
      .when(create({ subject: ' ' }))
      .thenRejects('lead.subject-missing'));

  it('needs somebody to speak to', () =>
    given(leadDecider)
      .when(create({ customer: { salutation: 'Ms', address: { city: 'Mannheim' } } }))
      .thenRejects('lead.customer-missing'));

  it('is content with a phone', () =>
    given(leadDecider)
      .when(create({ customer: { phones: [{ kind: 'work', number: '+496211234', typed: '0621 1234' }] } }))
      .then(inProgress({ customer: { phones: [{ kind: 'work', number: '+496211234', typed: '0621 1234' }] } })));

  it('that is there already changes nothing', () =>
    given(leadDecider, received())
      .when(create({ subject: 'Another text' }))
      .then());
});
