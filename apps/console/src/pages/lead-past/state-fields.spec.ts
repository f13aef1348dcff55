import { describe, expect, it } from '@jest/globals';
import type { Differences } from './lead-fields.js';
import { stateFields } from './state-fields.js';
import { sampleLead } from './testing.js';

const none: Differences = new Map();
const lead = sampleLead({ customer: { email: 'a@b.example', organisation: 'Holzbau' }, note: 'Hello' });
const marks: Differences = new Map([
  ['customer.address.city', { from: { value: 'Wien' }, to: { value: null } }],
  ['phase', { from: { value: 'Qualify' }, to: { value: 'Offer' } }],
  ['weight', { from: { value: null }, to: { value: 3 } }],
]);

const shown = (...given: Parameters<typeof stateFields>): unknown =>
  [...stateFields(...given)].map(([group, fields]) => [group, fields.map(({ field }) => field)]);

describe('the fields of a state', () => {
  it('stand in their groups, in the order they are read; what is empty is left out', () => {
    expect(shown(lead, none)).toEqual([
      ['lead', ['subject', 'status', 'receivedAt', 'note']],
      ['customer', ['customer.organisation', 'customer.email']],
    ]);
  });

  it('hold what is marked, also where it is empty now, or unknown here', () => {
    expect(shown(lead, marks)).toEqual([
      ['lead', ['subject', 'status', 'receivedAt', 'note', 'weight']],
      ['customer', ['customer.organisation', 'customer.email', 'customer.address.city']],
    ]);
    expect(stateFields(lead, marks).get('customer')?.at(-1)).toEqual({
      field: 'customer.address.city',
      value: { value: null },
      mark: marks.get('customer.address.city'),
    });
  });

  it('are only those that are marked where nothing else is wanted', () => {
    expect(shown(lead, marks, true)).toEqual([
      ['lead', ['weight']],
      ['customer', ['customer.address.city']],
    ]);
  });

  it('say that a lead is put away, but not that it is not', () => {
    expect(shown(sampleLead({ active: false }), none)).toEqual([
      ['lead', ['subject', 'status', 'active', 'receivedAt']],
      ['customer', ['customer.familyName']],
    ]);
  });
});
