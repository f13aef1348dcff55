import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@leadline/event-sourcing';
import { callers, startLeadsApi, type LeadsApi } from '../testing/leads-api.js';

let api: LeadsApi;
beforeAll(async () => {
  api = await startLeadsApi();
});
afterAll(() => api.close());

async function reasonId(outcome: 'won' | 'lost'): Promise<string> {
  const { body } = await api.get('/closing-reasons').expect(200);
  return body.items.find((reason: { outcome: string }) => reason.outcome === outcome).id;
}

async function throughAllPhases(id: string): Promise<void> {
  const { body } = await api.get(`/${id}`).expect(200);
  for (const _ of body.process.phases) await api.post(`/${id}/phases/advance`).expect(200);
}

describe('creating a lead', () => {
  it('answers 201 with its id and revision, and the lead can be read at once', async () => {
    const created = await api
      .post('', {
        subject: ' Heat pump ',
        note: 'Saw us at the fair',
        customer: {
          familyName: 'Müller',
          email: 'mueller@example.com',
          phones: [{ kind: 'mobile', number: '0171 / 123 45 67' }],
          address: { city: 'Mannheim', countryCode: 'de' },
        },
        interests: [{ description: 'Pump', quantity: '1.5', unitPrice: { amountMinor: 1999, currency: 'EUR' } }],
        receivedAt: '2026-11-02T10:00:00+01:00',
      })
      .expect(201);
    expect(created.body).toEqual({ id: expect.any(String), revision: 0 });
    expect(created.headers).toMatchObject({ etag: '"0"', 'leadline-position': expect.any(String) });

    const read = await api.get(`/${created.body.id}`).expect(200);
    expect(read.headers['etag']).toBe('"0"');
    expect(read.body).toEqual({
      id: created.body.id,
      revision: 0,
      status: 'inProgress',
      active: true,
      subject: 'Heat pump',
      note: 'Saw us at the fair',
      customer: {
        familyName: 'Müller',
        email: 'mueller@example.com',
        phones: [{ kind: 'mobile', number: '+491711234567', typed: '0171 / 123 45 67' }],
        address: { city: 'Mannheim', countryCode: 'DE' },
      },
      interests: [{ description: 'Pump', quantity: '1.5', unitPrice: { amountMinor: 1999, currency: 'EUR' } }],
      assigneeId: callers.ada.actor.id,
      assignee: { id: callers.ada.actor.id, name: 'Ada' },
      receivedAt: '2026-11-02T09:00:00.000Z',
      process: { id: expect.any(String), version: 1, phases: expect.any(Array) },
      light: 'green',
      createdAt: expect.any(String),
      lastActivityAt: expect.any(String),
    });
    expect(read.body.process.phases.map(({ state }: { state: string }) => state)).toEqual([
      'current',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ]);
  });

  it('reads phones by the country of the address', async () => {
    const customer = { phones: [{ kind: 'work', number: '01 234 56 78' }], address: { countryCode: 'AT' } };
    const id = await api.create({ customer });
    const { body } = await api.get(`/${id}`);
    expect(body.customer.phones[0]).toEqual({ kind: 'work', number: '+4312345678', typed: '01 234 56 78' });
  });

  it('by software puts it into the pool', async () => {
    const id = await api.create({}, 'website');
    const { body } = await api.get(`/${id}`);
    expect(body.status).toBe('open');
    expect(body).not.toHaveProperty('assignee');
  });

  it('with the same idempotency key makes one lead', async () => {
    const send = () =>
      api.post('', { subject: 'Once', customer: { organisation: 'Acme' } }).set('idempotency-key', 'one lead');
    const [first, second] = [await send().expect(201), await send().expect(201)];
    expect(second.body).toEqual(first.body);
    expect(second.headers['etag']).toBe(first.headers['etag']);
  });

  it('with a known external reference answers 200 with the first one’s id', async () => {
    const lead = {
      subject: 'Portal',
      customer: { familyName: 'A' },
      externalReference: { sender: 'portal', id: newId() },
    };
    const first = await api.post('', lead, 'website').expect(201);
    const second = await api.post('', { ...lead, subject: 'Again' }, 'ada').expect(200);
    expect(second.body).toEqual(first.body);
    const others = { ...lead, externalReference: { ...lead.externalReference, sender: 'another portal' } };
    expect((await api.post('', others).expect(201)).body.id).not.toBe(first.body.id);
    expect((await api.get(`/${first.body.id}`)).body.subject).toBe('Portal');
  });

  it.each<[string, object, string]>([
    ['no subject', { subject: ' ' }, 'subject'],
    ['nobody to speak to', { customer: { salutation: 'Ms' } }, 'customer'],
    ['no e-mail address', { customer: { email: 'nonsense' } }, 'customer.email'],
    ['no phone number', { customer: { phones: [{ kind: 'work', number: '12' }] } }, 'customer.phones.0.number'],
    ['an unknown field', { customer: { familyName: 'A', shoeSize: 44 } }, 'customer.shoeSize'],
    ['an unknown source', { sourceId: newId() }, 'sourceId'],
    ['an unknown marketplace', { marketplaceId: newId() }, 'marketplaceId'],
    ['an unknown assignee', { assigneeId: newId() }, 'assigneeId'],
    ['an instant without its offset', { receivedAt: '2026-11-02T10:00:00' }, 'receivedAt'],
    ['a day that is none', { receivedAt: '2026-02-30T10:00:00Z' }, 'receivedAt'],
    ['a quantity that is none', { interests: [{ description: 'x', quantity: '1,5' }] }, 'interests.0.quantity'],
    [
      'a price that is none',
      { interests: [{ description: 'x', quantity: '1', unitPrice: {} }] },
      'interests.0.unitPrice.amountMinor',
    ],
  ])('refuses %s, and says so at the field', async (_what, fields, field) => {
    const { body } = await api.post('', { subject: 'x', customer: { familyName: 'A' }, ...fields }).expect(400);
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it('takes null for what is left out', async () => {
    const id = await api.create({ note: null, sourceId: null, assigneeId: null, interests: null });
    expect((await api.get(`/${id}`)).body).toMatchObject({ status: 'inProgress', interests: [] });
  });
});

describe('a lead’s life', () => {
  it('is nobody’s but a person’s: software takes none from the pool', async () => {
    const id = await api.create({}, 'website');
    expect((await api.post(`/${id}/accept`, {}, 'website').expect(403)).body.code).toBe('lead.accept-of-people-only');
    await api.post(`/${id}/accept`).expect(200);
  });

  it('goes from the pool through its phases, back once, and ends won', async () => {
    const id = await api.create({}, 'website');
    await api.post(`/${id}/phases/advance`).expect(409);
    await api.post(`/${id}/accept`).expect(200);
    expect((await api.post(`/${id}/accept`, {}, 'ben').expect(409)).body.code).toBe('lead.already-taken');

    const early = await api.post(`/${id}/win`, { reasonId: await reasonId('won') }).expect(409);
    expect(early.body).toMatchObject({ code: 'lead.phases-incomplete', detail: expect.stringContaining('Qualify') });

    await throughAllPhases(id);
    const { phases } = (await api.get(`/${id}`)).body.process;
    await api.post(`/${id}/phases/set-back`, { phaseId: phases[1].id }).expect(200);
    for (let n = 1; n < phases.length; n += 1) await api.post(`/${id}/phases/advance`).expect(200);
    await api.post(`/${id}/win`, { reasonId: await reasonId('won'), note: 'Signed' }).expect(200);

    expect((await api.get(`/${id}`)).body).toMatchObject({
      status: 'won',
      closing: { outcome: 'won', note: 'Signed', reason: { name: 'Sold' }, by: { name: 'Ada' } },
    });
    expect((await api.post(`/${id}/phases/advance`).expect(409)).body.code).toBe('lead.closed');
    await api.post(`/${id}/reopen`).expect(200);
    const reopened = (await api.get(`/${id}`)).body;
    expect([reopened.status, reopened.process.phases.at(-1).state]).toEqual(['inProgress', 'current']);
    expect(reopened).not.toHaveProperty('closing');
  });

  it('takes a second click on the same phase for one', async () => {
    const id = await api.create();
    const [phase] = (await api.get(`/${id}`)).body.process.phases;
    const first = await api.post(`/${id}/phases/advance`, { phaseId: phase.id }).expect(200);
    const second = await api.post(`/${id}/phases/advance`, { phaseId: phase.id }).expect(200);
    expect(second.body).toEqual(first.body);
  });

  it('closes with a reason of its own outcome', async () => {
    const id = await api.create();
    await throughAllPhases(id);
    const wrong = await api.post(`/${id}/win`, { reasonId: await reasonId('lost') }).expect(409);
    expect(wrong.body.code).toBe('lead.closing-reason-unfit');
    const unknown = await api.post(`/${id}/win`, { reasonId: newId() }).expect(400);
    expect(unknown.body.errors[0].field).toBe('reasonId');
    await api.post(`/${id}/lose`, { reasonId: await reasonId('lost') }).expect(200);
  });

  it('is handed over, put away and brought back', async () => {
    const id = await api.create();
    await api.post(`/${id}/assign`, { assigneeId: newId() }).expect(400);
    await api.post(`/${id}/assign`, { assigneeId: callers.ben.actor.id }).expect(200);
    await api.get(`/${id}`).expect(404);
    await api.post(`/${id}/deactivate`, {}, 'ben').expect(200);
    expect((await api.post(`/${id}/phases/advance`, {}, 'ben').expect(409)).body.code).toBe('lead.deactivated');
    await api.post(`/${id}/reactivate`, {}, 'ben').expect(200);
    await api.post(`/${id}/phases/advance`, {}, 'ben').expect(200);
  });

  it('of a hundred who advance at one revision lets one win', async () => {
    const id = await api.create();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => api.post(`/${id}/phases/advance`).set('if-match', '"0"')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(99);
  });

  it('refuses what it would have to pass over in silence', async () => {
    const id = await api.create();
    for (const action of ['accept', 'reopen', 'deactivate', 'reactivate', 'phases/advance']) {
      const { body } = await api.post(`/${id}/${action}`, { nobodyKnowsThisField: 1 }).expect(400);
      expect(body.errors[0].field).toBe('nobodyKnowsThisField');
    }
  });
});

describe('what others may see', () => {
  it('an agent their own leads and the pool, a supervisor those of their people, an administrator all', async () => {
    const [own, pool] = [await api.create({}, 'ada'), await api.create({}, 'website')];
    await api.get(`/${own}`, 'ben').expect(404);
    await api.get(`/${own}`, 'sue').expect(200);
    await api.get(`/${pool}`, 'ben').expect(200);
    const { body } = await api.post(`/${own}/phases/advance`, {}, 'ben').expect(404);
    expect(body.code).toBe('lead.not-found');
    for (const part of ['timeline', 'history', 'journal', 'replay', 'as-of?revision=0']) {
      await api.get(`/${own}/${part}`, 'ben').expect(404);
    }
    await api.get(`/${newId()}`, 'sue').expect(404);
  });
});
