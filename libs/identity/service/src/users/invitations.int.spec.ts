import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startIdentityApi, type IdentityApi } from '../testing/identity-api.js';

const MINUTE_MS = 60_000;
const eva = { email: 'eva@example.com', name: 'Eva Müller', role: 'agent' };
const password = 'the password of Eva';

let api: IdentityApi;
let root: string;
beforeAll(async () => {
  api = await startIdentityApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  api.clock.pass(60 * MINUTE_MS);
  root = (await api.signIn()).token;
});

const register = async (more: object): Promise<string> =>
  (await api.post('/users', root, { ...eva, password, ...more }).expect(201)).body.id;

describe('an invitation', () => {
  const invite = async (email: string): Promise<{ id: string; token: string }> => {
    const { body } = await api
      .post('/users', root, { ...eva, email })
      .set('host', 'leads.example.com')
      .expect(201);
    expect(body.invitationUrl).toMatch(/^http:\/\/leads\.example\.com\/accept-invitation#/);
    return { id: body.id, token: body.invitationUrl.split('#')[1] };
  };
  const accept = (token: string, chosen = 'chosen by Eva') =>
    api.post('/accept-invitation', undefined, { token, password: chosen });

  it('lets who was invited set a password, once', async () => {
    const { id, token } = await invite('invited@example.com');
    await api.caughtUp();
    expect((await api.get(`/users/${id}`, root).expect(200)).body).toMatchObject({ invited: true });
    await api.attempt('invited@example.com', 'chosen by Eva').expect(401);
    await accept(token).expect(204);
    await api.signIn('invited@example.com', 'chosen by Eva');
    const again = await accept(token, 'chosen by a thief').expect(409);
    expect(again.body.code).toBe('user.invitation-invalid');
    await api.caughtUp();
    expect((await api.get(`/users/${id}`, root).expect(200)).body).toMatchObject({ invited: false });
  });

  it('is accepted by one of two who try at once', async () => {
    const { token } = await invite('twice@example.com');
    const answers = await Promise.all([accept(token, 'chosen by one'), accept(token, 'chosen by two')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('ends after a week, by the next one, and when the user is deactivated', async () => {
    const first = await invite('late@example.com');
    api.clock.pass(7 * 24 * 60 * MINUTE_MS);
    await accept(first.token).expect(409);
    root = (await api.signIn()).token;
    const invitation = async (): Promise<string> =>
      (await api.post(`/users/${first.id}/invite`, root).expect(200)).body.invitationUrl.split('#')[1];
    const second = await invitation();
    const third = await invitation();
    await accept(second).expect(409);
    await api.post(`/users/${first.id}/deactivate`, root).expect(200);
    await accept(third).expect(409);
    expect((await api.post(`/users/${first.id}/invite`, root).expect(409)).body.code).toBe('user.deactivated');
  });

  it('is shown once, not to a repeated request', async () => {
    const send = () =>
      api
        .post('/users', root, { ...eva, email: 'shown@example.com' })
        .set('idempotency-key', 'shown')
        .expect(201);
    const { body } = await send();
    expect((await send()).body).toEqual({ id: body.id, revision: body.revision });
  });

  it('asks for a password as good as any', async () => {
    const { token } = await invite('weak@example.com');
    for (const weak of ['short', 'password123', 'weak@example.com']) await accept(token, weak).expect(400);
    const changed = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const broken of ['nonsense', `${token}x`, changed]) await accept(broken).expect(409);
    await accept('').expect(400);
  });

  it('gives a new password to who forgot theirs', async () => {
    const id = await register({ email: 'forgetful@example.com' });
    const { body } = await api.post(`/users/${id}/invite`, root).expect(200);
    await api.signIn('forgetful@example.com', password);
    await accept(body.invitationUrl.split('#')[1]).expect(204);
    await api.attempt('forgetful@example.com', password).expect(401);
    await api.signIn('forgetful@example.com', 'chosen by Eva');
  });
});
