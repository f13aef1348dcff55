import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@leadline/event-sourcing';
import { IDENTITY_SOURCE, IDENTITY_TOPIC, type PublicEvent } from '@leadline/identity-contracts';
import { startLeadsApi, type LeadsApi } from '../testing/leads-api.js';

let api: LeadsApi;
beforeAll(async () => {
  api = await startLeadsApi();
});
afterAll(() => api.close());

const by = { kind: 'system', id: 'spec' } as const;
const profile = { by, name: 'Eva', role: 'agent', language: 'de', timeZone: 'Europe/Berlin' } as const;

function told<Type extends PublicEvent['type']>(
  subject: string,
  type: Type,
  data: Extract<PublicEvent, { type: Type }>['data'],
): string {
  return JSON.stringify({
    specversion: '1.0',
    id: newId(),
    source: IDENTITY_SOURCE,
    subject,
    time: '2026-11-02T09:00:00.000Z',
    datacontenttype: 'application/json',
    sequence: '0',
    correlationid: 'c',
    type,
    data,
  });
}

async function publish(key: string, ...values: string[]): Promise<void> {
  await api.engines.messageBus.publish(
    IDENTITY_TOPIC.name,
    values.map((value) => ({ key, headers: {}, value })),
  );
  await api.caughtUp();
}

describe('what leads know of users', () => {
  it('is what identity tells: a lead can be given to them, under their name', async () => {
    const eva = newId();
    const id = await api.create();
    await api.post(`/${id}/assign`, { assigneeId: eva }, 'sue').expect(400);
    await publish(eva, told(eva, 'leadline.identity.UserRegistered.v1', { ...profile, email: 'eva@example.com' }));
    await api.post(`/${id}/assign`, { assigneeId: eva }, 'sue').expect(200);
    expect((await api.get(`/${id}`, 'root')).body.assignee).toEqual({ id: eva, name: 'Eva' });
  });

  it('follows them: no lead goes to who has left, and all of it may be told twice', async () => {
    const eva = newId();
    const story = [
      told(eva, 'leadline.identity.UserRegistered.v1', { ...profile, email: 'eva@example.com' }),
      told(eva, 'leadline.identity.UserChanged.v1', { ...profile, name: 'Eva Neu' }),
      told(eva, 'leadline.identity.UserDeactivated.v1', { by }),
    ];
    await publish(eva, ...story);
    await publish(eva, ...story, '{"type":"leadline.identity.Unknown.v1"}');
    const id = await api.create();
    await api.post(`/${id}/assign`, { assigneeId: eva }, 'sue').expect(400);
    await publish(eva, told(eva, 'leadline.identity.UserReactivated.v1', { by }));
    await api.post(`/${id}/assign`, { assigneeId: eva }, 'sue').expect(200);
    expect((await api.get(`/${id}`, 'root')).body.assignee.name).toBe('Eva Neu');
  });
});
