import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parsePublicEvent } from '@leadline/identity-contracts';
import { publicEvent } from '../publish.js';
import { ADMIN, startIdentityApi, type IdentityApi } from '../testing/identity-api.js';

const MINUTE_MS = 60_000;
const NOBODY = '01990000-0000-7000-8000-000000000001';
const eva = { email: 'Eva@Example.com', name: 'Eva Müller', role: 'agent', language: 'de', timeZone: 'Europe/Berlin' };
const password = 'the password of Eva';

let api: IdentityApi;
let root: string;
let rootId: string;
beforeAll(async () => {
  api = await startIdentityApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  api.clock.pass(60 * MINUTE_MS);
  const { body } = await api.attempt(ADMIN.email, ADMIN.password).expect(200);
  root = body.accessToken;
  rootId = body.user.id;
});

const register = async (more: object): Promise<string> =>
  (await api.post('/users', root, { ...eva, password, ...more }).expect(201)).body.id;

describe('users', () => {
  it('are registered by administrators and may enter at once', async () => {
    const { body } = await api.post('/users', root, { ...eva, password }).expect(201);
    expect(body).toEqual({ id: expect.any(String), revision: 1 });
    const { token } = await api.signIn('eva@example.com', password);
    const me = await api.get('/me', token).expect(200);
    expect(me.body).toEqual({ ...eva, id: body.id, email: 'eva@example.com', teamIds: [] });
  });

  it('have an address of their own', async () => {
    await api.post('/users', root, { ...eva, email: ' eva@example.com' }).expect(400);
    const taken = await api.post('/users', root, { ...eva, email: 'EVA@EXAMPLE.COM' }).expect(409);
    expect(taken.body.code).toBe('user.email-taken');
    const racing = await Promise.all(
      [1, 2, 3, 4].map(() => api.post('/users', root, { ...eva, email: 'race@example.com' })),
    );
    expect(racing.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('are registered once by a repeated request, whose password leaves no fingerprint', async () => {
    const send = (more: object) =>
      api
        .post('/users', root, { ...eva, email: 'repeat@example.com', password, ...more })
        .set('idempotency-key', 'repeat');
    const first = await send({}).expect(201);
    expect((await send({}).expect(201)).body).toEqual(first.body);
    expect((await send({ password: 'quite another one' }).expect(201)).body).toEqual(first.body);
    await send({ name: 'Other' }).expect(422);
  });

  it.each([
    ['email', { email: 'nonsense' }],
    ['email', { email: undefined }],
    ['role', { role: 'boss' }],
    ['language', { language: 'xx' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['name', { name: ' ' }],
    ['name', { name: null }],
    ['password', { password: 'too short' }],
    ['password', { password: 'password123' }],
    ['password', { password: 'NEW@example.com' }],
    ['password', { password: null }],
    ['supervisorId', { supervisorId: 'x' }],
    ['supervisorId', { supervisorId: NOBODY }],
    ['teamIds', { teamIds: [NOBODY] }],
    ['teamIds', { teamIds: ['x'] }],
    ['teamIds', { teamIds: 'x' }],
    ['admin', { admin: true }],
  ])('are refused with a wrong %s: %p', async (field, wrong) => {
    const answer = await api.post('/users', root, { ...eva, email: 'new@example.com', ...wrong }).expect(400);
    expect(answer.body.errors).toMatchObject([{ field }]);
  });

  it('are managed by administrators only', async () => {
    const id = await register({ email: 'boss@example.com', role: 'supervisor' });
    const { token } = await api.signIn('boss@example.com', password);
    await api.post('/users', token, eva).expect(403);
    await api.patch(`/users/${id}`, token, { role: 'administrator' }).expect(403);
    for (const action of ['deactivate', 'reactivate', 'invite']) {
      await api.post(`/users/${id}/${action}`, token).expect(403);
    }
  });

  it('are changed at a revision', async () => {
    const id = await register({ email: 'changed@example.com' });
    const change = (body: object) => api.patch(`/users/${id}`, root, body);
    await change({ name: 'Eva Maier' }).set('if-match', '"1"').expect(200, { id, revision: 2 });
    await change({ name: 'Eva Schmidt' }).set('if-match', '"1"').expect(412);
    await change({ language: null }).expect(400);
    expect((await change({ supervisorId: id }).expect(409)).body.code).toBe('user.supervisor-of-oneself');
    await change({ supervisorId: rootId }).expect(200);
    await change({ supervisorId: null }).expect(200);
    await api.patch(`/users/${NOBODY}`, root, { name: 'X' }).expect(404);
  });

  it('leave within a minute with a new password, and when deactivated', async () => {
    const id = await register({ email: 'leaving@example.com' });
    const before = await api.signIn('leaving@example.com', password);
    await api.patch(`/users/${id}`, root, { password: 'another password' }).expect(200);
    const { token, cookie } = await api.signIn('leaving@example.com', 'another password');
    await api.get('/me', token).expect(200);
    await api.refresh(before.cookie).expect(401);
    api.clock.pass(MINUTE_MS + 1);
    await api.get('/me', before.token).expect(401);
    await api.attempt('leaving@example.com', password).expect(401);

    const replica = await api.replica();
    await replica.get('/me', token).expect(200);
    await api.post(`/users/${id}/deactivate`, root).expect(200);
    api.clock.pass(MINUTE_MS + 1);
    for (const one of [api, replica]) await one.get('/me', token).expect(401);
    await api.refresh(cookie).expect(401);
    await api.attempt('leaving@example.com', 'another password').expect(401);

    await api.post(`/users/${id}/reactivate`, root).expect(200);
    for (const one of [api, replica]) await one.get('/me', token).expect(401);
    const again = await api.signIn('leaving@example.com', 'another password');
    for (const one of [api, replica]) await one.get('/me', again.token).expect(200);
  });

  it('are administered by somebody, whatever happens', async () => {
    for (const answer of [
      await api.post(`/users/${rootId}/deactivate`, root).expect(409),
      await api.patch(`/users/${rootId}`, root, { role: 'agent' }).expect(409),
    ]) {
      expect(answer.body.code).toBe('user.not-oneself');
    }
    const { body } = await api.post('/api-keys', root, { name: 'Script', scopes: ['identity:admin'] }).expect(201);
    await api.caughtUp();
    for (const answer of [
      await api.post(`/users/${rootId}/deactivate`, body.key).expect(409),
      await api.patch(`/users/${rootId}`, body.key, { role: 'agent' }).expect(409),
    ]) {
      expect(answer.body.code).toBe('user.last-administrator');
    }
    const second = await register({ email: 'second@example.com', role: 'administrator' });
    await api.caughtUp();
    await api.post(`/users/${second}/deactivate`, body.key).expect(200);
  });
});

describe('who no longer administers', () => {
  const gone = [
    ['made an agent', (id: string) => api.patch(`/users/${id}`, root, { role: 'agent' })],
    ['deactivated', (id: string) => api.post(`/users/${id}/deactivate`, root)],
  ] as const;

  it.each(gone)(
    '%s, changes no users and makes no keys any more, though a process remembers them',
    async (how, end) => {
      const email = `${how.replaceAll(' ', '-')}@example.com`;
      const id = await register({ email, role: 'administrator' });
      const { token } = await api.signIn(email, password);
      await api.get('/me', token).expect(200);
      await end(id).expect(200);
      const answers = [
        await api.post(`/users/${rootId}/deactivate`, token).expect(403),
        await api.patch(`/users/${rootId}`, token, { role: 'agent' }).expect(403),
        await api.post('/users', token, { ...eva, email: 'way-back@example.com', role: 'administrator', password }),
        await api.post(`/users/${id}/invite`, token).expect(403),
        await api.post('/api-keys', token, { name: 'Way back', scopes: ['identity:admin'] }),
      ];
      expect(answers.map(({ body }) => body.code)).toEqual(answers.map(() => 'forbidden'));
    },
  );
});

describe('the list of users', () => {
  let agent: string;
  let boss: string;
  beforeAll(async () => {
    const { token } = await api.signIn();
    const supervisorId = (
      await api.post('/users', token, { ...eva, email: 'lead@example.com', role: 'supervisor', name: 'Sue', password })
    ).body.id;
    await api.post('/users', token, { ...eva, email: 'ada@example.com', name: 'Ada List', supervisorId, password });
    await api.caughtUp();
    boss = (await api.signIn('lead@example.com', password)).token;
    agent = (await api.signIn('ada@example.com', password)).token;
  });
  beforeEach(async () => {
    boss = (await api.signIn('lead@example.com', password)).token;
    agent = (await api.signIn('ada@example.com', password)).token;
  });

  it('tells agents who is there, and no more', async () => {
    const { body } = await api.get('/users?q=ada%20li&active=true', agent).expect(200);
    expect(body).toEqual({ items: [{ id: expect.any(String), name: 'Ada List', active: true }], next: null, total: 1 });
    for (const query of ['role=administrator', `supervisorId=${NOBODY}`, `teamId=${NOBODY}`]) {
      await api.get(`/users?${query}`, agent).expect(403);
    }
    await api.get('/users?sort=email', agent).expect(400);
  });

  it('tells supervisors and administrators all, filtered and sorted', async () => {
    for (const token of [boss, root]) {
      const { body } = await api.get('/users?role=supervisor&sort=-email', token).expect(200);
      expect(body.items[0]).toMatchObject({
        email: 'lead@example.com',
        role: 'supervisor',
        teamIds: [],
        invited: false,
      });
    }
    const { body: sue } = await api.get('/users?q=sue', root).expect(200);
    const { body } = await api.get(`/users?supervisorId=${sue.items[0].id}`, root).expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Ada List']);
    await api.get('/users?active=perhaps', root).expect(400);
    const sought = await api.get('/users?q=ADA@ex', root).expect(200);
    expect(sought.body.items).toMatchObject([{ name: 'Ada List' }]);
    expect((await api.get('/users?q=ada@ex', agent).expect(200)).body.total).toBe(0);
  });
});

describe('what others learn', () => {
  it('is every change but those of secrets, valid by the public schemas', async () => {
    const { events } = await api.engines.eventStore.readAll({ categories: ['user'], limit: 1_000 });
    const published = events.map(publicEvent).filter((event) => event !== null);
    for (const event of published) expect(parsePublicEvent(JSON.stringify(event))).toEqual(event);
    expect(new Set(published.map(({ type }) => type)).size).toBe(4);
    expect(JSON.stringify(published)).not.toMatch(/argon2id|tokenHash/);
    expect(published[0]?.data).toMatchObject({ teamIds: [] });
  });

  it('is nothing about passwords, keys, tokens or people in the log', async () => {
    const { events: keys } = await api.engines.eventStore.readAll({ categories: ['signingKey'] });
    const { events: sessions } = await api.engines.eventStore.readAll({ categories: ['session'] });
    const { token, cookie } = await api.signIn();
    await api.refresh(cookie).expect(200);
    const text = api.lines.join('').toLowerCase();
    expect(api.lines.length).toBeGreaterThan(100);
    const secrets = [
      ...keys.map(({ data }) => String(data['d'])),
      ...sessions.slice(0, 50).map(({ data }) => String(data['secretHash'])),
      ADMIN.password,
      token,
      cookie.split('=')[1] ?? '',
      password,
      'Eva',
      'example.com',
      'argon2id',
      'Bearer',
      'llk_',
    ];
    for (const secret of secrets) expect(text).not.toContain(secret.toLowerCase());
  });
});
