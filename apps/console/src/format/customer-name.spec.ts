import { describe, expect, it } from '@jest/globals';
import { customerName, customerOrganisation } from './customer-name.js';

describe('a customer', () => {
  it('is called by the person, the organisation, or how to reach them', () => {
    expect(customerName({ givenName: 'Ada', familyName: 'Byron', organisation: 'Engines Ltd' })).toBe('Ada Byron');
    expect(customerName({ organisation: 'Engines Ltd', email: 'a@b.example' })).toBe('Engines Ltd');
    expect(customerName({ phones: [{ kind: 'work', number: '+491234', typed: '01234' }] })).toBe('+491234');
    expect(customerName({})).toBe('');
  });

  it('speaks for an organisation only where that is not the name already', () => {
    expect(customerOrganisation({ familyName: 'Byron', organisation: 'Engines Ltd' })).toBe('Engines Ltd');
    expect(customerOrganisation({ organisation: 'Engines Ltd' })).toBe('');
  });
});
