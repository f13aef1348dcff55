import { describe, expect, it } from '@jest/globals';
import { ALL_COMPLETED, changesByField, differencesBetween, fieldsOf } from './lead-fields.js';
import { sampleLead } from './testing.js';

describe('the fields of a lead', () => {
  it('have the paths that the history has', () => {
    const lead = sampleLead({
      resubmission: {
        localTime: '2026-12-01T09:00',
        timeZone: 'Europe/Berlin',
        at: '2026-12-01T08:00:00.000Z',
        state: 'scheduled',
        postponed: 1,
      },
      customer: { familyName: 'Gruber', phones: [], address: { city: 'Wien' } },
      assignee: { id: 'u1', name: 'Ada' },
      assigneeId: 'u1',
      closing: {
        outcome: 'won',
        reason: { id: 'r', name: 'Sold' },
        at: '2026-11-02T08:00:00.000Z',
        by: { kind: 'user', id: 'u1', name: 'Ada' },
      },
    });
    expect(Object.fromEntries(fieldsOf(lead))).toEqual({
      subject: { value: 'Heat pump' },
      status: { value: 'open' },
      active: { value: true },
      receivedAt: { value: '2026-11-01T08:00:00.000Z' },
      'customer.familyName': { value: 'Gruber' },
      'customer.address.city': { value: 'Wien' },
      assigneeId: { value: 'u1', name: 'Ada' },
      'resubmission.at': { value: '2026-12-01T08:00:00.000Z' },
      'resubmission.postponed': { value: 1 },
      process: { value: 'p1 v1' },
      phase: { value: 'a', name: 'Qualify' },
      'closing.reason': { value: 'r', name: 'Sold' },
    });
  });
});

describe('the differences of two states', () => {
  it('are what was added, changed and taken away', () => {
    const from = sampleLead({ note: 'Old', customer: { familyName: 'Gruber', email: 'a@b.example' } });
    const to = sampleLead({ note: 'New', customer: { familyName: 'Gruber', organisation: 'Holzbau' } });
    expect(Object.fromEntries(differencesBetween(from, to))).toEqual({
      note: { from: { value: 'Old' }, to: { value: 'New' } },
      'customer.email': { from: { value: 'a@b.example' }, to: { value: null } },
      'customer.organisation': { from: { value: null }, to: { value: 'Holzbau' } },
    });
  });

  it('do not hold what is only written in another order, or called otherwise now', () => {
    const price = { amountMinor: 100, currency: 'EUR' };
    const from = sampleLead({
      assignee: { id: 'u1', name: 'Ada' },
      interests: [{ description: 'Panel', quantity: '2', unitPrice: price }],
    });
    const to = sampleLead({
      process: { id: 'p1', version: 1, phases: [{ id: 'a', name: 'Qualifizieren', state: 'current' }] },
      assignee: { id: 'u1', name: 'Ada Lovelace' },
      interests: [{ unitPrice: { currency: 'EUR', amountMinor: 100 }, quantity: '2', description: 'Panel' }],
    });
    expect(differencesBetween(from, to).size).toBe(0);
    expect(differencesBetween(from, sampleLead()).has('interests')).toBe(true);
  });

  it('say that a lead went elsewhere once, by its marketplace', () => {
    const process = { id: 'p2', version: 1, phases: [{ id: 'x', name: 'Qualify', state: 'current' as const }] };
    const moved = sampleLead({ process, marketplace: { id: 'm', name: 'Solar24' } });
    expect([...differencesBetween(sampleLead(), moved).keys()]).toEqual(['marketplaceId']);
    const changes = ['process', 'marketplaceId'].map((field) => ({ field, from: 'a', to: 'b' }));
    expect([...changesByField(changes).keys()]).toEqual(['marketplaceId']);
    expect([...changesByField(changes.slice(0, 1)).keys()]).toEqual(['process']);
  });

  it('tell no phase at all from all of them completed', () => {
    const completed = changesByField([{ field: 'phase', from: 'Offer', to: null }]);
    expect(completed.get('phase')).toEqual({ from: { value: 'Offer' }, to: { value: ALL_COMPLETED } });
    const created = changesByField([
      { field: 'process', from: null, to: 'p1 v1' },
      { field: 'phase', from: null, to: 'Qualify' },
    ]);
    expect(created.get('phase')?.from.value).toBeNull();
  });

  it('of an event carry the names of what ids stand for', () => {
    const changes = changesByField([{ field: 'assigneeId', from: null, to: 'u1', toName: 'Ada' }]);
    expect(changes.get('assigneeId')).toEqual({ from: { value: null }, to: { value: 'u1', name: 'Ada' } });
  });
});
