import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import request, { type Response } from 'supertest';
import {
  ADMIN,
  clientFrom,
  cookieOf,
  setCookieOf,
  startIdentityApi,
  type IdentityApi,
} from '../testing/identity-api.js';
import { CLIENT, startProvider, type RealProvider } from '../testing/real-provider.js';

const PUBLIC_URL = 'http://127.0.0.1:4110';
const REDIRECT_URI = `${PUBLIC_URL}/api/identity/oidc/callback`;
const eva = { sub: 'eva-1', email: 'Eva@Example.com', email_verified: true, name: 'Eva Müller', locale: 'de-DE' };
const password = 'the password of Eva';

let provider: RealProvider;
let api: IdentityApi;
let root: string;

const settings = (more: Record<string, string> = {}): Record<string, string> => ({
  PUBLIC_URL,
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
  OIDC_NAME: 'Company account',
  ...more,
});

beforeAll(async () => {
  // It says at length that it is set up for tests only.
  for (const method of ['info', 'warn'] as const) jest.spyOn(console, method).mockImplementation(() => undefined);
  provider = await startProvider(REDIRECT_URI);
  api = await startIdentityApi(settings());
  root = (await api.signIn()).token;
  await api.post('/users', root, { email: 'eva@example.com', name: 'Eva', role: 'agent', password }).expect(201);
});
afterAll(async () => {
  await api.close();
  await provider.close();
});

const start = (of: IdentityApi = api, query = ''): PromiseLike<Response> => of.get(`/oidc/start${query}`).expect(302);
const follow = (url: string, cookie: string, of: IdentityApi = api) => {
  const { pathname, search } = new URL(url);
  return request(of.app.getHttpServer()).get(`${pathname}${search}`).set('cookie', cookie);
};

/** All of it: to the provider, signing in there, and back, to another process if given. */
async function signIn(query = '', back: IdentityApi = api, from: IdentityApi = api): Promise<Response> {
  const started = await start(from, query);
  const returned = await provider.authorize(String(started.headers['location']));
  return follow(returned, cookieOf(started, 'leadline_oidc'), back).expect(302);
}

describe('signing in by an external provider', () => {
  it('is offered by its name', async () => {
    const { body } = await api.get('/sign-in-options').expect(200);
    expect(body).toEqual({ password: true, provider: { name: 'Company account' } });
  });

  it('goes by code, state, nonce and PKCE, kept in a cookie that only this needs', async () => {
    const started = await start();
    const { origin, searchParams } = new URL(String(started.headers['location']));
    expect(origin).toBe(provider.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: CLIENT.id,
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(setCookieOf(started, 'leadline_oidc')).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      path: '/api/identity/oidc',
      maxAge: 600,
    });
  });

  it('leads who is known by their verified address to where they wanted to go, also by another process', async () => {
    provider.somebody(eva);
    const answer = await signIn('?returnTo=/leads%3Flight%3Dred', await api.replica());
    expect(answer.headers['location']).toBe('/leads?light=red');
    expect(setCookieOf(answer).sameSite).toBe('strict');
    const { body } = await api.refresh(cookieOf(answer)).expect(200);
    expect(body.user).toMatchObject({ email: 'eva@example.com', name: 'Eva' });
    await api.get('/me', body.accessToken).expect(200);
  });

  it('knows them by their account from then on, whatever their address there', async () => {
    await api.caughtUp();
    provider.somebody({ ...eva, email: 'eva.maier@example.com' });
    const answer = await signIn();
    expect((await api.refresh(cookieOf(answer)).expect(200)).body.user.email).toBe('eva@example.com');
    const { events } = await api.engines.eventStore.readAll({ categories: ['user'] });
    expect(events.filter(({ type }) => type.startsWith('UserLinkedToProvider'))).toHaveLength(1);
  });

  it('lets nobody in who got the same address there later', async () => {
    provider.somebody({ ...eva, sub: 'eva-2' });
    expect((await signIn()).headers['location']).toBe('/sign-in?error=oidc-other-account');
  });

  it('goes by another account once an administrator has unlinked the former', async () => {
    const { body } = await api.get('/users?q=eva@', root).expect(200);
    const unlink = async (): Promise<unknown> => {
      await api.post(`/users/${body.items[0].id}/unlink-provider`, root).expect(200);
      return api.caughtUp();
    };
    await unlink();
    expect((await signIn()).headers['location']).toBe('/');
    await api.caughtUp();
    provider.somebody(eva);
    expect((await signIn()).headers['location']).toBe('/sign-in?error=oidc-other-account');
    await unlink();
    expect((await signIn()).headers['location']).toBe('/');
  });

  it.each([
    ['oidc-unknown-user', { sub: 'new', email: 'new@example.com', email_verified: true }],
    ['oidc-unknown-user', { sub: 'nameless' }],
    ['oidc-email-unverified', { sub: 'claims-to-be-root', email: ADMIN.email, email_verified: false }],
    ['oidc-refused', null],
  ])('tells the sign-in page about %s', async (code, account) => {
    provider.somebody(account);
    const answer = await signIn();
    expect(answer.headers['location']).toBe(`/sign-in?error=${code}`);
    expect(() => cookieOf(answer)).toThrow();
  });

  it('lets nobody in who is deactivated', async () => {
    provider.somebody(eva);
    const id = clientFrom(await api.refresh(cookieOf(await signIn())).expect(200));
    const { body: me } = await api.get('/me', id.token).expect(200);
    await api.post(`/users/${me.id}/deactivate`, root).expect(200);
    expect((await signIn()).headers['location']).toBe('/sign-in?error=oidc-unknown-user');
    await api.post(`/users/${me.id}/reactivate`, root).expect(200);
    expect((await signIn()).headers['location']).toBe('/');
  });

  it('leads nowhere but to pages of Leadline', async () => {
    provider.somebody(eva);
    expect((await signIn('?returnTo=https://evil.example')).headers['location']).toBe('/');
    expect((await signIn('?returnTo=//evil.example')).headers['location']).toBe('/');
  });

  it('comes to nothing without its cookie, with another’s, a second time, or too late', async () => {
    provider.somebody(eva);
    const failed = '/sign-in?error=oidc-failed';
    const [mine, other] = [await start(), await start()];
    const cookie = cookieOf(mine, 'leadline_oidc');
    const url = await provider.authorize(String(mine.headers['location']));
    expect((await follow(url, '')).headers['location']).toBe(failed);
    expect((await follow(url, 'leadline_oidc=nonsense')).headers['location']).toBe(failed);
    expect((await follow(url, cookieOf(other, 'leadline_oidc'))).headers['location']).toBe(failed);
    expect((await follow(url.replace(/code=[^&]+/, 'code=made-up'), cookie)).headers['location']).toBe(failed);
    expect((await follow(url, cookie)).headers['location']).toBe('/');
    expect((await follow(url, cookie)).headers['location']).toBe(failed);

    const late = await start();
    const lateUrl = await provider.authorize(String(late.headers['location']));
    api.clock.pass(10 * 60_000);
    expect((await follow(lateUrl, cookieOf(late, 'leadline_oidc'))).headers['location']).toBe(failed);
  });

  it('makes agents of whom the provider vouches for where that is wanted', async () => {
    const open = await startIdentityApi(settings({ OIDC_CREATE_USERS: 'agent' }));
    provider.somebody({ ...eva, sub: 'new', email: 'New@Example.com' });
    const answer = await signIn('', open, open);
    const { body } = await open.refresh(cookieOf(answer)).expect(200);
    expect(body.user).toMatchObject({ email: 'new@example.com', name: 'Eva Müller', role: 'agent', language: 'de' });
    provider.somebody({ sub: 'unverified', email: 'other@example.com' });
    expect((await signIn('', open, open)).headers['location']).toBe('/sign-in?error=oidc-email-unverified');
    await open.close();
  });

  it('tells the sign-in page where the provider cannot be reached', async () => {
    const gone = await startProvider(REDIRECT_URI);
    await gone.close();
    const lonely = await startIdentityApi(settings({ OIDC_ISSUER: gone.issuer }));
    expect((await start(lonely)).headers['location']).toBe('/sign-in?error=oidc-unavailable');
    await lonely.close();
  });

  it('is not there where none is configured', async () => {
    const without = await startIdentityApi();
    await without.get('/oidc/start').expect(404);
    await without.get('/oidc/callback').expect(404);
    await without.close();
  });

  it('leaves no code, secret or address in the log', () => {
    const text = api.lines.join('').toLowerCase();
    expect(text).toContain('oidc-failed');
    for (const secret of ['code=', 'example.com', CLIENT.secret, 'eva-1', 'eyj', 'nonce']) {
      expect(text).not.toContain(secret);
    }
  });
});
