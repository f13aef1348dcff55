import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Confirmations } from '@leadline/service-kit';
import request from 'supertest';
import { createConfirmations } from '../index.js';
import { ADMIN, clientFrom, startIdentityApi, type IdentityApi } from '../testing/identity-api.js';

const MINUTE_MS = 60_000;
const EVA = { email: 'eva@example.com', name: 'Eva Müller', role: 'agent', password: 'the first of Eva' };

let api: IdentityApi;
let id: string;
beforeAll(async () => {
  api = await startIdentityApi();
  const { token } = await api.signIn();
  id = (await api.post('/users', token, EVA).expect(201)).body.id;
});
afterAll(() => api.close());
beforeEach(() => api.clock.pass(60 * MINUTE_MS - (api.clock.nowMs() % 1_000))); // tokens count whole seconds

const signIn = (password = EVA.password) => api.signIn(EVA.email, password);

describe('one’s own password', () => {
  it('is changed by who knows it, which ends all other sessions', async () => {
    const [here, elsewhere] = [await signIn(), await signIn()];
    const change = { currentPassword: EVA.password, newPassword: 'the second of Eva' };
    const answer = await api.post('/me/password', here.token, change).expect(200);
    const now = clientFrom(answer);
    await api.get('/me', now.token).expect(200);
    await api.refresh(elsewhere.cookie).expect(401);
    await api.refresh(here.cookie).expect(401);
    api.clock.pass(MINUTE_MS + 1);
    await api.get('/me', elsewhere.token).expect(401);
    await api.get('/me', here.token).expect(401);
    await api.get('/me', now.token).expect(200);
    await api.refresh(now.cookie).expect(200);
    await api.attempt(EVA.email, EVA.password).expect(401);
    const back = { currentPassword: change.newPassword, newPassword: EVA.password };
    await api.post('/me/password', (await signIn(change.newPassword)).token, back).expect(200);
  });

  it.each([
    ['newPassword', { newPassword: 'too short' }],
    ['newPassword', { newPassword: 'Password123' }],
    ['newPassword', { newPassword: 'EVA@example.com' }],
    ['newPassword', { newPassword: 'aaaaaaaaaaaaa' }],
    ['newPassword', {}],
    ['currentPassword', { newPassword: 'the second of Eva', currentPassword: '' }],
  ])('is refused with a wrong %s: %p', async (field, wrong) => {
    const { token } = await signIn();
    const body = { currentPassword: EVA.password, ...wrong };
    const answer = await api.post('/me/password', token, body).expect(400);
    expect(answer.body.errors).toMatchObject([{ field }]);
  });

  it('is not changed by who only holds a token, and guessing it counts like guessing at sign-in', async () => {
    const { token } = await signIn();
    const change = { currentPassword: 'wrong', newPassword: 'the second of Eva' };
    for (let count = 0; count < 3; count += 1) {
      const refused = await api.post('/me/password', token, change).expect(409);
      expect(refused.body.code).toBe('identity.wrong-password');
    }
    await api.post('/confirm-password', token, { password: 'wrong' }).expect(409);
    await api.attempt(EVA.email, 'wrong').expect(401);
    await api.post('/me/password', token, change).expect(429);
    await api.post('/confirm-password', token, { password: EVA.password }).expect(429);
    await api.attempt(EVA.email, EVA.password).expect(429);
  });
});

describe('a confirmation', () => {
  let confirmations: Confirmations;
  beforeAll(() => {
    confirmations = createConfirmations({ eventStore: api.engines.eventStore, clock: api.clock });
  });

  it('says who confirmed, under another name each time, for five minutes', async () => {
    const { token } = await signIn();
    const confirm = async (): Promise<string> =>
      (await api.post('/confirm-password', token, { password: EVA.password }).expect(200)).body.confirmation;
    const [one, other] = [await confirm(), await confirm()];
    const verified = await confirmations.verify(one);
    expect(verified).toEqual({
      userId: id,
      jti: expect.any(String),
      expiresAt: new Date(api.clock.nowMs() + 5 * MINUTE_MS).toISOString(),
    });
    expect((await confirmations.verify(other))?.jti).not.toBe(verified?.jti);
    api.clock.pass(5 * MINUTE_MS);
    expect(await confirmations.verify(one)).toBeNull();
  });

  it('is nothing else: no access token, no text', async () => {
    expect(await confirmations.verify((await signIn()).token)).toBeNull();
    expect(await confirmations.verify('nonsense')).toBeNull();
  });
});

describe('what one may change of oneself', () => {
  it('is name, language and time zone', async () => {
    const { token } = await signIn();
    await api.patch('/me', token, { name: 'Eva Maier', language: 'de', timeZone: 'Europe/Berlin' }).expect(200);
    expect((await api.get('/me', token).expect(200)).body).toEqual({
      id,
      email: EVA.email,
      name: 'Eva Maier',
      role: 'agent',
      language: 'de',
      timeZone: 'Europe/Berlin',
      teamIds: [],
    });
    for (const wrong of [{ role: 'administrator' }, { teamIds: [] }, { supervisorId: id }, { timeZone: 'Mars' }]) {
      await api.patch('/me', token, wrong).expect(400);
    }
  });

  it('is not told by null', async () => {
    const { token } = await signIn();
    const patch = request(api.app.getHttpServer()).patch('/api/identity/me').set('authorization', `Bearer ${token}`);
    await patch.set('content-type', 'application/json').send('null').expect(400);
  });

  it('is nothing where one is no user', async () => {
    const { token } = await api.signIn(ADMIN.email, ADMIN.password);
    const key = { name: 'All', scopes: ['identity:admin'] };
    const { body } = await api.post('/api-keys', token, key).expect(201);
    await api.get('/me', body.key).expect(403);
    await api.patch('/me', body.key, { name: 'X' }).expect(403);
    await api.post('/confirm-password', body.key, { password: 'x' }).expect(403);
    await api.post('/me/password', body.key, { currentPassword: 'x', newPassword: 'xxxxxxxxxy' }).expect(403);
  });
});
