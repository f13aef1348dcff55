import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startIdentityApi, type IdentityApi } from '../testing/identity-api.js';
import { createAuthenticator } from '../tokens/authenticator.js';

const MINUTE_MS = 60_000;

let api: IdentityApi;
let root: string;
beforeAll(async () => {
  api = await startIdentityApi();
  root = (await api.signIn()).token;
});
afterAll(() => api.close());

const create = async (body: object): Promise<{ id: string; key: string }> =>
  (await api.post('/api-keys', root, body).expect(201)).body;

describe('an API key', () => {
  it('is shown once and reaches as far as its scopes', async () => {
    const { id, key } = await create({ name: 'Website', scopes: ['leads:write', 'identity:read', 'leads:read'] });
    expect(key).toMatch(new RegExp(`^llk_${id}_[\\w-]{43}$`));
    await api.caughtUp();
    const listed = await api.get('/api-keys', root).expect(200);
    expect(listed.body).toEqual({
      items: [
        {
          id,
          revision: 0,
          name: 'Website',
          scopes: ['identity:read', 'leads:read', 'leads:write'],
          createdAt: api.clock.now(),
          expiresAt: null,
          revoked: false,
        },
      ],
      next: null,
      total: 1,
    });
    const secret = key.slice(-43);
    expect(listed.text).not.toContain(secret);
    await api.get('/teams', key).expect(200);
    await api.post('/teams', key, { name: 'North' }).expect(403);
    await api.get('/api-keys', key).expect(403);
    const caller = await createAuthenticator({ eventStore: api.engines.eventStore, clock: api.clock }).authenticate(
      key,
    );
    expect(caller).toMatchObject({
      actor: { kind: 'apiKey', id, name: 'Website' },
      scopes: ['identity:read', 'leads:read', 'leads:write'],
    });
    const { events } = await api.engines.eventStore.readAll({ categories: ['apiKey'] });
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  it('opens nothing unless it is whole', async () => {
    const { id, key } = await create({ name: 'Whole', scopes: ['identity:read'] });
    const { id: other } = await create({ name: 'Other', scopes: ['identity:admin'] });
    const secret = key.slice(-43);
    const broken = [
      key.slice(0, -1),
      `${key}a`,
      key.replace(id, other),
      `llk_${id}_${'a'.repeat(43)}`,
      `llk_01990000-0000-7000-8000-000000000001_${secret}`,
      secret,
      'llk_',
    ];
    for (const text of broken) await api.get('/teams', text).expect(401);
    await api.get('/teams', key).expect(200);
  });

  it('stops working within a minute in every process once it is revoked', async () => {
    const replica = await api.replica();
    const { id, key } = await create({ name: 'Revoked', scopes: ['identity:read'] });
    for (const one of [api, replica]) await one.get('/teams', key).expect(200);
    await api.post(`/api-keys/${id}/revoke`, root).expect(200);
    api.clock.pass(MINUTE_MS + 1);
    for (const one of [api, replica]) await one.get('/teams', key).expect(401);
    await api.caughtUp();
    expect((await api.get(`/api-keys/${id}`, root).expect(200)).body).toMatchObject({ revoked: true });
    expect((await api.get('/api-keys?revoked=true', root).expect(200)).body.total).toBe(1);
    await api.post('/api-keys/01990000-0000-7000-8000-000000000001/revoke', root).expect(404);
  });

  it('may end by itself', async () => {
    const expiresAt = new Date(api.clock.nowMs() + MINUTE_MS).toISOString();
    const { key } = await create({ name: 'Short', scopes: ['identity:read'], expiresAt });
    await api.get('/teams', key).expect(200);
    api.clock.pass(MINUTE_MS);
    await api.get('/teams', key).expect(401);
    const past = { name: 'Past', scopes: ['identity:read'], expiresAt: api.clock.now() };
    expect((await api.post('/api-keys', root, past).expect(409)).body.code).toBe('api-key.expires-in-past');
  });

  it('comes of a repeated request once, and is not shown again', async () => {
    const send = () =>
      api.post('/api-keys', root, { name: 'Once', scopes: ['leads:read'] }).set('idempotency-key', 'once');
    const first = await send().expect(201);
    const again = await send().expect(201);
    expect(again.body).toEqual({ id: first.body.id, revision: 0 });
    await api.caughtUp();
    expect((await api.get('/api-keys?q=once', root).expect(200)).body.total).toBe(1);
  });

  it('is made by people, or it could reach further than itself', async () => {
    const { key } = await create({ name: 'Admin', scopes: ['identity:admin'] });
    await api.get('/api-keys', key).expect(200);
    await api.post('/api-keys', key, { name: 'More', scopes: ['leads:admin'] }).expect(403);
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: undefined }],
    ['scopes', { scopes: [] }],
    ['scopes', { scopes: ['leads:all'] }],
    ['scopes', { scopes: 'leads:read' }],
    ['expiresAt', { expiresAt: 'tomorrow' }],
    ['secret', { secret: 'mine' }],
  ])('is refused with a wrong %s: %p', async (field, wrong) => {
    const answer = await api.post('/api-keys', root, { name: 'X', scopes: ['leads:read'], ...wrong }).expect(400);
    expect(answer.body.errors).toMatchObject([{ field }]);
  });
});
