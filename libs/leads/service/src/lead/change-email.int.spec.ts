import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@leadline/event-sourcing';
import { confirmationAggregate } from '@leadline/leads-domain';
import type { Test } from 'supertest';
import { callers, startLeadsApi, type LeadsApi, type Token } from '../testing/leads-api.js';
import { HandleConfirmation } from './change-email.http.js';
import { CommandBus } from '@nestjs/cqrs';

let api: LeadsApi;
beforeAll(async () => {
  api = await startLeadsApi();
});
afterAll(() => api.close());

const lead = (): Promise<string> => api.create({ customer: { familyName: 'Müller', email: 'old@example.com' } });

function change(id: string, email: string | null, confirmation?: string, token: Token = 'ada'): Test {
  const test = api.post(`/${id}/change-email`, { email }, token);
  return confirmation === undefined ? test : test.set('Leadline-Confirmation', confirmation);
}
async function emailOf(id: string): Promise<unknown> {
  return (await api.get(`/${id}`)).body.customer.email;
}
async function timesSpent(confirmation: string): Promise<number> {
  let count = 0;
  for await (const _event of api.engines.eventStore.readStream(confirmationAggregate.codec.streamOf(confirmation)))
    count += 1;
  return count;
}

describe('changing an e-mail address', () => {
  it('takes a confirmation of the caller’s password, which serves once', async () => {
    const id = await lead();
    const confirmation = api.confirm();
    const { body } = await change(id, 'new@example.com', confirmation).expect(200);
    expect(body).toEqual({ id, revision: 1 });
    expect(await emailOf(id)).toBe('new@example.com');
    const again = await change(id, 'third@example.com', confirmation).expect(403);
    expect(again.body.code).toBe('confirmation-required');
    const other = await lead();
    await change(other, 'new@example.com', confirmation).expect(403);
    expect(await emailOf(id)).toBe('new@example.com');
  });

  it.each<[string, () => string | undefined]>([
    ['none', () => undefined],
    ['one of nobody', () => 'made-up'],
    ['somebody else’s', () => api.confirm('ben')],
    [
      'an expired one',
      () => {
        const confirmation = api.confirm();
        api.expire(confirmation);
        return confirmation;
      },
    ],
  ])('is refused with %s', async (_what, confirmation) => {
    const id = await lead();
    const { body } = await change(id, 'new@example.com', confirmation()).expect(403);
    expect(body.code).toBe('confirmation-required');
    expect(await emailOf(id)).toBe('old@example.com');
  });

  it('by an API key is refused', async () => {
    const { body } = await change(await lead(), 'new@example.com', api.confirm(), 'website').expect(403);
    expect(body.code).toBe('lead.email-of-people-only');
  });

  it('sent again under its key is answered as the first time, also when the confirmation has expired', async () => {
    const id = await lead();
    const confirmation = api.confirm();
    const key = newId();
    const first = await change(id, 'new@example.com', confirmation).set('idempotency-key', key).expect(200);
    api.expire(confirmation);
    const second = await change(id, 'new@example.com', confirmation).set('idempotency-key', key).expect(200);
    expect([second.body, second.headers['etag']]).toEqual([first.body, first.headers['etag']]);
    await change(id, 'other@example.com', confirmation).set('idempotency-key', key).expect(422);
    expect(await timesSpent(confirmation)).toBe(1);
  });

  it('cut short once the confirmation is spent goes on under its key, and under no other', async () => {
    const id = await lead();
    const confirmation = api.confirm();
    const key = newId();
    const bus = api.app.get(CommandBus);
    const execute = bus.execute.bind(bus);
    bus.execute = async (command: object) => {
      const result = await execute(command as never);
      if (command instanceof HandleConfirmation) throw new Error('killed');
      return result as never;
    };
    try {
      await change(id, 'new@example.com', confirmation).set('idempotency-key', key).expect(500);
    } finally {
      bus.execute = execute;
    }
    expect([await emailOf(id), await timesSpent(confirmation)]).toEqual(['old@example.com', 1]);
    await change(id, 'new@example.com', confirmation).set('idempotency-key', newId()).expect(403);
    await change(id, 'new@example.com', confirmation).set('idempotency-key', key).expect(200);
    expect([await emailOf(id), await timesSpent(confirmation)]).toEqual(['new@example.com', 1]);
  });

  it('of twenty at once with one confirmation lets one through', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, lead));
    const confirmation = api.confirm();
    const answers = await Promise.all(ids.map((id) => change(id, 'new@example.com', confirmation)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'confirmation-required')).toHaveLength(19);
    expect((await Promise.all(ids.map(emailOf))).filter((email) => email === 'new@example.com')).toHaveLength(1);
  });

  it('uses no confirmation up where it is refused for another reason, or changes nothing', async () => {
    const id = await lead();
    const confirmation = api.confirm();
    await change(id, 'nonsense', confirmation).expect(400);
    await change(id, 'new@example.com', confirmation).set('if-match', '"7"').expect(412);
    await change(newId(), 'new@example.com', confirmation).expect(404);
    await change(id, 'old@example.com', confirmation).expect(200);
    await api.post(`/${id}/deactivate`).expect(200);
    await change(id, 'new@example.com', confirmation).expect(409);
    expect(await timesSpent(confirmation)).toBe(0);
  });

  it('of a lead out of reach finds none', async () => {
    const id = await api.create({}, 'cleo');
    await change(id, 'new@example.com', api.confirm('ada')).expect(404);
  });

  it('is in the history and found by search, and may leave none', async () => {
    const id = await lead();
    const email = `${newId()}@example.com`;
    await change(id, email, api.confirm()).expect(200);
    const { items } = (await api.get(`/${id}/history`)).body;
    expect(items[0]).toMatchObject({
      event: 'LeadEmailChanged',
      actor: callers.ada.actor,
      changes: [{ field: 'customer.email', from: 'old@example.com', to: email }],
    });
    await api.caughtUp();
    expect((await api.get(`?q=${email}`)).body.items).toHaveLength(1);
    await change(id, null, api.confirm()).expect(200);
    expect(await emailOf(id)).toBeUndefined();
    await api.patch(`/${id}`, { customer: { email: 'straight@example.com' } }).expect(200);
  });
});
