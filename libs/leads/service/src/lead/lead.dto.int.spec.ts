import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startLeadsApi, callers, type LeadsApi } from '../testing/leads-api.js';

let api: LeadsApi;
beforeAll(async () => {
  api = await startLeadsApi();
});
afterAll(() => api.close());

const interest = { description: 'Heat pump', quantity: '1' };
const price = { amountMinor: 1_999, currency: 'EUR' };

describe('what is sent', () => {
  it.each([
    [{ customer: [{ familyName: 'A' }] }, 'customer'],
    [{ customer: [] }, 'customer'],
    [{ customer: { familyName: 'A', address: [{ city: 'Worms' }] } }, 'customer.address'],
    [{ customer: { familyName: 'A', address: [] } }, 'customer.address'],
    [{ customer: { familyName: 'A', phones: [[{ kind: 'work', number: '0151 1234567' }]] } }, 'customer.phones.0'],
    [{ interests: [[interest]] }, 'interests.0'],
    [{ interests: [{ ...interest, unitPrice: [price] }] }, 'interests.0.unitPrice'],
    [{ interests: [{ ...interest, unitPrice: [] }] }, 'interests.0.unitPrice'],
    [{ externalReference: [{ sender: 'a', id: '1' }] }, 'externalReference'],
    [{ externalReference: [] }, 'externalReference'],
  ])('has no list where an object belongs: %j', async (fields, field) => {
    const lead = { subject: 'S', customer: { familyName: 'A' }, ...fields };
    const { body } = await api.post('', lead).expect(400);
    expect(body.errors).toContainEqual(expect.objectContaining({ field }));
    const id = await api.create();
    await api.patch(`/${id}`, fields).expect(400);
  });

  it.each([{ receivedAt: null }, { externalReference: null }])('keeps what cannot be cleared: %j', async (fields) => {
    const id = await api.create();
    await api.patch(`/${id}`, fields).expect(400);
  });

  it('may have a currency in small letters', async () => {
    const id = await api.create({ interests: [{ ...interest, unitPrice: { ...price, currency: 'eur' } }] });
    const { body } = await api.get(`/${id}`);
    expect(body.interests[0].unitPrice).toEqual(price);
  });

  it('may have an id in capitals', async () => {
    const id = await api.create();
    await api.post(`/${id}/assign`, { assigneeId: callers.ben.actor.id.toUpperCase() }).expect(200);
    const { body: lead } = await api.get(`/${id}`, 'ben');
    expect(lead.assigneeId).toBe(callers.ben.actor.id);
    const phaseId = lead.process.phases[0].id.toUpperCase();
    await api.post(`/${id}/phases/advance`, { phaseId }, 'ben').expect(200);
    await api.post(`/${id}/phases/set-back`, { phaseId }, 'ben').expect(200);
    await api.caughtUp();
    const found = await api.get(`?assigneeId=${callers.ben.actor.id.toUpperCase()}`, 'ben').expect(200);
    expect(found.body.items).toContainEqual(expect.objectContaining({ id }));
  });

  it.each([
    [undefined, 'required'],
    [null, 'isNotEmpty'],
    [7, 'isString'],
    [['S'], 'isString'],
    ['  ', 'isNotEmpty'],
    ['S'.repeat(501), 'maxLength'],
  ])('is told what is wrong with it: the subject %j', async (subject, code) => {
    const { body } = await api.post('', { subject, customer: { familyName: 'A' } }).expect(400);
    expect(body.errors).toMatchObject([{ field: 'subject', code }]);
  });
});
