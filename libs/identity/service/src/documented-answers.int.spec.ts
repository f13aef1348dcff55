import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Test } from 'supertest';
import { ADMIN, startIdentityApi, type IdentityApi } from './testing/identity-api.js';

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, { readonly schema?: object }> }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let api: IdentityApi;
let root: string;
let document: Document;
let ajv: Ajv;
beforeAll(async () => {
  api = await startIdentityApi();
  root = (await api.signIn()).token;
  document = (await api.get('/openapi.json').expect(200)).body;
  ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(closed(document), 'identity');
});
afterAll(() => api.close());

/** The same with every object closed: what is answered and not documented is found as well. */
function closed(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'object' && 'properties' in value
      ? { ...value, additionalProperties: false }
      : value,
  ) as object;
}

/** What the document says wrong of an answer; empty where the answer is as documented. */
async function undocumented(path: string, expected: number, test: Test): Promise<unknown> {
  const { method } = test;
  const { status, body, type } = await test.expect(expected);
  const answer = document.paths[`/api/identity${path}`]?.[method.toLowerCase()]?.responses[status];
  if (!answer) return `${method} ${path} does not document ${status}`;
  if (status === 204 || status === 302) return [];
  const schema = answer.content?.[type]?.schema;
  if (!schema) return `${method} ${path} documents no ${type} for ${status}`;
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"identity#/')));
  return validate(body) ? [] : validate.errors;
}

describe('the document of identity', () => {
  const eva = { email: 'eva@example.com', name: 'Eva', role: 'agent' };
  const password = 'the password of Eva';

  it('says what the answers to signing in and staying so are', async () => {
    expect(await undocumented('/sign-in', 200, api.attempt(ADMIN.email, ADMIN.password))).toEqual([]);
    expect(await undocumented('/sign-in', 401, api.attempt(ADMIN.email, 'wrong'))).toEqual([]);
    expect(await undocumented('/sign-in', 400, api.post('/sign-in'))).toEqual([]);
    const { cookie } = await api.signIn();
    expect(await undocumented('/refresh', 200, api.refresh(cookie))).toEqual([]);
    expect(await undocumented('/refresh', 401, api.refresh(cookie))).toEqual([]);
    const foreign = api.refresh(cookie).set('sec-fetch-site', 'cross-site');
    expect(await undocumented('/refresh', 403, foreign)).toEqual([]);
    expect(await undocumented('/sign-out', 204, api.post('/sign-out'))).toEqual([]);
    expect(await undocumented('/sign-out', 400, api.post('/sign-out', undefined, { all: true }))).toEqual([]);
    expect(await undocumented('/sign-in-options', 200, api.get('/sign-in-options'))).toEqual([]);
    expect(await undocumented('/oidc/start', 404, api.get('/oidc/start'))).toEqual([]);
    expect(await undocumented('/oidc/callback', 404, api.get('/oidc/callback'))).toEqual([]);
    expect(await undocumented('/.well-known/jwks.json', 200, api.get('/.well-known/jwks.json'))).toEqual([]);
  });

  it('says what the answers about oneself are', async () => {
    expect(await undocumented('/me', 200, api.get('/me', root))).toEqual([]);
    expect(await undocumented('/me', 401, api.get('/me'))).toEqual([]);
    expect(await undocumented('/me', 200, api.patch('/me', root, { language: 'de' }))).toEqual([]);
    const confirm = { password: ADMIN.password };
    expect(await undocumented('/confirm-password', 200, api.post('/confirm-password', root, confirm))).toEqual([]);
    const wrong = { password: 'wrong' };
    expect(await undocumented('/confirm-password', 409, api.post('/confirm-password', root, wrong))).toEqual([]);
    const change = { currentPassword: ADMIN.password, newPassword: 'the second password' };
    expect(await undocumented('/me/password', 200, api.post('/me/password', root, change))).toEqual([]);
    root = (await api.signIn(ADMIN.email, change.newPassword)).token;
  });

  it('says what the answers about users are', async () => {
    expect(await undocumented('/users', 201, api.post('/users', root, eva))).toEqual([]);
    const second = { ...eva, email: 'second@example.com', password };
    expect(await undocumented('/users', 201, api.post('/users', root, second))).toEqual([]);
    expect(await undocumented('/users', 409, api.post('/users', root, eva))).toEqual([]);
    await api.caughtUp();
    const { body } = await api.get('/users?q=eva', root).expect(200);
    const [{ id }] = body.items;
    await api.patch(`/users/${id}`, root, { supervisorId: body.items[1].id }).expect(200);
    const { token } = await api.signIn(second.email, password);
    await api.caughtUp();
    for (const caller of [root, token]) {
      expect(await undocumented('/users', 200, api.get('/users', caller))).toEqual([]);
      expect(await undocumented('/users/{id}', 200, api.get(`/users/${id}`, caller))).toEqual([]);
    }
    expect(await undocumented('/users', 403, api.get('/users?role=agent', token))).toEqual([]);
    expect(await undocumented('/users/{id}', 200, api.patch(`/users/${id}`, root, { name: 'E' }))).toEqual([]);
    const { body: invited } = await api.post(`/users/${id}/invite`, root).expect(200);
    for (const action of ['invite', 'unlink-provider', 'deactivate', 'reactivate']) {
      const path = `/users/{id}/${action}`;
      expect(await undocumented(path, 200, api.post(`/users/${id}/${action}`, root))).toEqual([]);
    }
    const accept = { token: invited.invitationUrl.split('#')[1], password };
    expect(await undocumented('/accept-invitation', 409, api.post('/accept-invitation', undefined, accept))).toEqual(
      [],
    );
    const { body: again } = await api.post(`/users/${id}/invite`, root).expect(200);
    const right = { ...accept, token: again.invitationUrl.split('#')[1] };
    expect(await undocumented('/accept-invitation', 204, api.post('/accept-invitation', undefined, right))).toEqual([]);
  });

  it('says what the answers about teams and keys are', async () => {
    const team = { name: 'North' };
    expect(await undocumented('/teams', 201, api.post('/teams', root, team))).toEqual([]);
    expect(await undocumented('/teams', 409, api.post('/teams', root, team))).toEqual([]);
    expect(await undocumented('/teams', 200, api.get('/teams', root))).toEqual([]);
    const { body: teams } = await api.get('/teams', root).expect(200);
    const [{ id }] = teams.items;
    expect(await undocumented('/teams/{id}', 200, api.get(`/teams/${id}`, root))).toEqual([]);
    expect(await undocumented('/teams/{id}', 200, api.patch(`/teams/${id}`, root, { name: 'N' }))).toEqual([]);
    for (const action of ['deactivate', 'reactivate']) {
      const path = `/teams/{id}/${action}`;
      expect(await undocumented(path, 200, api.post(`/teams/${id}/${action}`, root))).toEqual([]);
    }
    const key = { name: 'Website', scopes: ['leads:read'], expiresAt: '2027-01-01T00:00:00Z' };
    expect(await undocumented('/api-keys', 201, api.post('/api-keys', root, key))).toEqual([]);
    expect(await undocumented('/api-keys', 400, api.post('/api-keys', root))).toEqual([]);
    await api.caughtUp();
    expect(await undocumented('/api-keys', 200, api.get('/api-keys', root))).toEqual([]);
    const { body: keys } = await api.get('/api-keys', root).expect(200);
    const path = `/api-keys/${keys.items[0].id}`;
    expect(await undocumented('/api-keys/{id}', 200, api.get(path, root))).toEqual([]);
    expect(await undocumented('/api-keys/{id}/revoke', 200, api.post(`${path}/revoke`, root))).toEqual([]);
    expect(await undocumented('/signing-keys/rotate', 200, api.post('/signing-keys/rotate', root))).toEqual([]);
  });
});
