import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ADMIN,
  clientFrom,
  cookieOf,
  setCookieOf,
  startIdentityApi,
  type IdentityApi,
} from '../testing/identity-api.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let api: IdentityApi;
beforeAll(async () => {
  api = await startIdentityApi();
});
afterAll(() => api.close());
beforeEach(() => api.clock.pass(DAY_MS));

describe('a session', () => {
  it('begins with a short token and a cookie that only the identity service gets to see', async () => {
    const answer = await api.attempt(ADMIN.email, ADMIN.password).expect(200);
    expect(Date.parse(answer.body.expiresAt) - api.clock.nowMs()).toBe(15 * MINUTE_MS);
    expect(setCookieOf(answer)).toMatchObject({
      httpOnly: true,
      sameSite: 'strict',
      path: '/api/identity',
      maxAge: 14 * 86_400,
    });
    expect(setCookieOf(answer).secure).toBeFalsy();
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('goes on by its cookie, which is another one each time, after its token has ended', async () => {
    const first = await api.signIn();
    api.clock.pass(15 * MINUTE_MS);
    await api.get('/me', first.token).expect(401);
    const answer = await api.refresh(first.cookie).expect(200);
    const second = clientFrom(answer);
    expect(answer.body.user.email).toBe(ADMIN.email);
    expect(second.cookie).not.toBe(first.cookie);
    await api.get('/me', second.token).expect(200);
    clientFrom(await api.refresh(second.cookie).expect(200));
  });

  it('ends for thief and owner alike when a stolen refresh token is used twice', async () => {
    const owner = await api.signIn();
    const bystander = await api.signIn();
    const thief = clientFrom(await api.refresh(owner.cookie).expect(200));
    await api.get('/me', thief.token).expect(200);

    const refused = await api.refresh(owner.cookie).expect(401);
    expect(refused.body.code).toBe('identity.session-ended');
    expect(setCookieOf(refused)).toMatchObject({ value: '', maxAge: 0 });

    await api.refresh(thief.cookie).expect(401);
    api.clock.pass(MINUTE_MS + 1);
    await api.get('/me', thief.token).expect(401);
    await api.get('/me', owner.token).expect(401);
    await api.get('/me', bystander.token).expect(200);
    await api.refresh(bystander.cookie).expect(200);
  });

  it('survives none of two refreshes at once by one token: one wins, the other is a second use', async () => {
    const { cookie } = await api.signIn();
    const replica = await api.replica();
    const answers = await Promise.all([api.refresh(cookie), replica.refresh(cookie)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const winner = answers.find(({ status }) => status === 200);
    if (winner) await api.refresh(cookieOf(winner)).expect(401);
  });

  it('ends by signing out, in every process within a minute', async () => {
    const client = await api.signIn();
    const replica = await api.replica();
    await replica.get('/me', client.token).expect(200);
    const answer = await api.post('/sign-out').set('cookie', client.cookie).expect(204);
    expect(setCookieOf(answer)).toMatchObject({ value: '', maxAge: 0 });
    await api.refresh(client.cookie).expect(401);
    api.clock.pass(MINUTE_MS + 1);
    await api.get('/me', client.token).expect(401);
    await replica.get('/me', client.token).expect(401);
    await api.post('/sign-out').set('cookie', client.cookie).expect(204);
    await api.post('/sign-out').expect(204);
  });

  it('ends after fourteen days unused and ninety in all', async () => {
    const idle = await api.signIn();
    api.clock.pass(14 * DAY_MS);
    await api.refresh(idle.cookie).expect(401);

    let { cookie } = await api.signIn();
    for (let week = 0; week < 12; week += 1) {
      api.clock.pass(7 * DAY_MS);
      cookie = cookieOf(await api.refresh(cookie).expect(200));
    }
    const last = await api.refresh(cookie).expect(200);
    expect(setCookieOf(last).maxAge).toBe(6 * 86_400);
    api.clock.pass(6 * DAY_MS);
    await api.refresh(cookieOf(last)).expect(401);
  });

  it('goes on after a restart', async () => {
    const client = await api.signIn();
    api = await api.restart();
    await api.get('/me', client.token).expect(200);
    await api.refresh(client.cookie).expect(200);
  });

  it.each([
    ['no cookie', ''],
    ['another one', 'other=1'],
    ['a broken one', 'leadline_refresh=nonsense'],
    ['one made up', `leadline_refresh=8c2d0f5e-0d3c-4a6e-9f0a-2f6f5b0a9d11.${'a'.repeat(43)}`],
  ])('does not come out of %s', async (_what, cookie) => {
    expect((await api.refresh(cookie).expect(401)).body.code).toBe('identity.session-ended');
    await api.post('/sign-out').set('cookie', cookie).expect(204);
  });
});

describe('pages of others', () => {
  it('can neither refresh nor sign out', async () => {
    const { cookie } = await api.signIn();
    const host = '127.0.0.1:4110';
    const foreign = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'nonsense' },
    ];
    for (const headers of foreign) {
      const refused = await api.refresh(cookie).set('host', host).set(headers).expect(403);
      expect(refused.body.code).toBe('identity.cross-origin');
      await api.post('/sign-out').set('cookie', cookie).set(headers).expect(403);
    }
    const next = await api.refresh(cookie).set('host', host).set('origin', `http://${host}`).expect(200);
    await api.refresh(cookieOf(next)).set('sec-fetch-site', 'same-origin').expect(200);
  });

  it('are told by the public address where there is one, and the cookie keeps to https', async () => {
    const behindProxy = await startIdentityApi({ PUBLIC_URL: 'https://leads.example.com/' });
    const signedIn = await behindProxy.attempt(ADMIN.email, ADMIN.password).expect(200);
    expect(setCookieOf(signedIn).secure).toBe(true);
    await behindProxy.refresh(cookieOf(signedIn)).set('origin', 'http://leads.example.com').expect(403);
    await behindProxy.refresh(cookieOf(signedIn)).set('origin', 'https://leads.example.com').expect(200);
    await behindProxy.close();
  });
});
