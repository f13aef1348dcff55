import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@leadline/event-sourcing';
import { startLeadsApi, type LeadsApi } from '../testing/leads-api.js';

let api: LeadsApi;
beforeAll(async () => {
  api = await startLeadsApi();
});
afterAll(() => api.close());

describe('correcting a lead', () => {
  it('merges field by field, and clears with null', async () => {
    const id = await api.create({
      note: 'x',
      customer: { familyName: 'Müller', address: { city: 'Worms', countryCode: 'AT' } },
    });
    const changed = await api
      .patch(`/${id}`, {
        note: null,
        customer: { givenName: 'Eva', address: { street: 'C 1' }, phones: [{ kind: 'home', number: '01 234 56 78' }] },
      })
      .expect(200);
    expect(changed.body).toEqual({ id, revision: 1 });
    const { body } = await api.get(`/${id}`);
    expect(body).not.toHaveProperty('note');
    expect(body.customer).toEqual({
      givenName: 'Eva',
      familyName: 'Müller',
      address: { city: 'Worms', countryCode: 'AT', street: 'C 1' },
      phones: [{ kind: 'home', number: '+4312345678', typed: '01 234 56 78' }],
    });
    expect((await api.patch(`/${id}`, { customer: { givenName: 'Eva' } }).expect(200)).body.revision).toBe(1);
  });

  it('lets two people correct different fields, and one of two the same at one revision', async () => {
    const id = await api.create();
    await Promise.all([
      api.patch(`/${id}`, { note: 'a' }).expect(200),
      api.patch(`/${id}`, { subject: 'b' }).expect(200),
    ]);
    const { headers, body } = await api.get(`/${id}`);
    expect(body).toMatchObject({ note: 'a', subject: 'b', revision: 2 });
    const tag = headers['etag'] ?? '';
    await api.patch(`/${id}`, { note: 'c' }).set('if-match', tag).expect(200);
    expect((await api.patch(`/${id}`, { note: 'd' }).set('if-match', tag).expect(412)).body.code).toBe(
      'stale-revision',
    );
  });

  it('does not change an e-mail address without being sure who asks', async () => {
    const id = await api.create({ customer: { email: 'a@example.com' } });
    const { body } = await api.patch(`/${id}`, { customer: { email: 'b@example.com' } }).expect(409);
    expect(body.code).toBe('lead.email-needs-confirmation');
    await api.patch(`/${id}`, { customer: { email: 'a@example.com', familyName: 'A' } }).expect(200);
  });

  it.each([{ subject: null }, { subject: '' }, { customer: null }, { status: 'won' }, { sourceId: newId() }])(
    'refuses %j',
    async (fields) => {
      const id = await api.create();
      await api.patch(`/${id}`, fields).expect(400);
    },
  );
});

describe('the journal', () => {
  it('keeps entries, newest first, and lets their author correct them', async () => {
    const id = await api.create();
    const note = await api.post(`/${id}/journal`, { kind: 'note', text: 'First' }).expect(201);
    expect(note.body).toEqual({ entryId: expect.any(String), revision: 1 });
    await api
      .post(`/${id}/journal`, {
        kind: 'call',
        text: 'Second',
        direction: 'out',
        outcome: 'reached',
        durationSeconds: 60,
      })
      .expect(201);
    const path = `/${id}/journal/${note.body.entryId}`;
    await api.patch(path, { text: 'First, corrected' }).expect(200);
    expect((await api.patch(path, { text: 'x' }, 'sue').expect(403)).body.code).toBe('lead.journal-entry-of-another');
    const { body } = await api.get(`/${id}/journal`).expect(200);
    expect(body.items.map(({ text }: { text: string }) => text)).toEqual(['Second', 'First, corrected']);
    expect(body.items[1]).toMatchObject({ author: { name: 'Ada' }, corrected: expect.any(String) });
    expect(body).toMatchObject({ next: null, total: 2 });
  });

  it('writes an entry down once per idempotency key', async () => {
    const id = await api.create();
    const send = () => api.post(`/${id}/journal`, { kind: 'note', text: 'Once' }).set('idempotency-key', 'entry');
    expect((await send().expect(201)).body).toEqual((await send().expect(201)).body);
    expect((await api.get(`/${id}/journal`)).body.items).toHaveLength(1);
  });

  it.each([
    { kind: 'note', text: '' },
    { kind: 'fax', text: 'x' },
    { kind: 'note', text: 'x', direction: 'in' },
    { kind: 'call', text: 'x', durationSeconds: -1 },
  ])('refuses %j', async (entry) => {
    const id = await api.create();
    await api.post(`/${id}/journal`, entry).expect(400);
  });
});
