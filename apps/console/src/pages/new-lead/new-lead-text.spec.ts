import { describe, expect, it } from '@jest/globals';
import { bodyOf, emptyLead, messageFor, missingIn } from './new-lead-text.js';

describe('a new lead', () => {
  it('needs a subject, and somebody to reach', () => {
    expect(missingIn(emptyLead(null))).toEqual(['subject', 'customer']);
    expect(missingIn({ ...emptyLead(null), subject: 'A roof', phones: [{ kind: 'work', number: '1' }] })).toEqual([]);
    expect(missingIn({ ...emptyLead(null), subject: 'A roof', phones: [{ kind: 'work', number: ' ' }] })).toEqual([
      'customer',
    ]);
  });

  it('is sent without what was left empty', () => {
    expect(bodyOf({ ...emptyLead('me'), subject: ' A roof ', organisation: 'Engines Ltd' }, 'Europe/Berlin')).toEqual({
      subject: 'A roof',
      assigneeId: 'me',
      customer: { organisation: 'Engines Ltd' },
    });
  });

  it('is sent whole', () => {
    const typed = emptyLead(null);
    const body = bodyOf(
      {
        ...typed,
        subject: 'A roof',
        givenName: 'Ada',
        phones: [{ kind: 'mobile', number: '0171 1' }],
        address: { ...typed.address, city: 'Ulm', countryCode: 'DE' },
        note: 'Call first',
        sourceId: 's',
        marketplaceId: 'm',
        resubmitAt: '2026-11-23T09:00',
      },
      'Europe/Berlin',
    );
    expect(body).toEqual({
      subject: 'A roof',
      assigneeId: null,
      customer: {
        givenName: 'Ada',
        phones: [{ kind: 'mobile', number: '0171 1' }],
        address: { city: 'Ulm', countryCode: 'DE' },
      },
      note: 'Call first',
      sourceId: 's',
      marketplaceId: 'm',
      resubmission: { localTime: '2026-11-23T09:00', timeZone: 'Europe/Berlin' },
    });
  });

  it('shows what the server says of a part at the field it is a part of', () => {
    const messages = { 'customer.phones.0.number': 'is no number' };
    expect(messageFor('customer.phones', messages)).toBe('is no number');
    expect(messageFor('customer.email', messages)).toBeNull();
  });
});
