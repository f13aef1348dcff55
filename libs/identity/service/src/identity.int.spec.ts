import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi, createLogger, loadConfig, openEngines, type Clock } from '@leadline/service-kit';
import { parsePublicEvent } from '@leadline/identity-contracts';
import { decodeJwt, SignJWT, UnsecuredJWT, createLocalJWKSet, jwtVerify, generateKeyPair } from 'jose';
import request from 'supertest';
import { createAuthenticator, ensureFirstAdministrator, identityService } from './index.js';
import { publicEvent } from './publish.js';

const folder = mkdtempSync(join(tmpdir(), 'leadline-identity-'));
const config = loadConfig({ LEADLINE_DATA: folder });
const admin = { email: 'Admin@Example.com', password: 'the first password' };
const START_MS = Date.parse('2026-11-02T09:00:00.000Z');
let nowMs = START_MS;
const clock: Clock = { nowMs: () => nowMs, now: () => new Date(nowMs).toISOString() };
const lines: string[] = [];

let engines: Awaited<ReturnType<typeof openEngines>>;
let app: NestFastifyApplication;
let root: string;

beforeAll(async () => {
  engines = await openEngines(config);
  await ensureFirstAdministrator({ eventStore: engines.eventStore, admin, clock });
  app = await createApi({
    services: [identityService],
    engines,
    config,
    clock,
    authenticator: createAuthenticator({ eventStore: engines.eventStore, clock }),
    logger: createLogger('trace', { write: (line) => lines.push(line) }),
  });
});

afterAll(async () => {
  await app.close();
  await engines.close();
  rmSync(folder, { recursive: true });
});

const http = () => request(app.getHttpServer());
const get = (url: string, token: string) => http().get(url).set('authorization', `Bearer ${token}`);
const post = (url: string, token: string) => http().post(url).set('authorization', `Bearer ${token}`);
const patch = (url: string, token: string) => http().patch(url).set('authorization', `Bearer ${token}`);
const attempt = (email: string, password: string) => http().post('/api/identity/sign-in').send({ email, password });
const signIn = async (email: string, password: string): Promise<string> =>
  (await attempt(email, password).expect(200)).body.accessToken;

describe('signing in', () => {
  beforeEach(() => {
    nowMs += 120_000; // whatever waiting an earlier test earned is over
  });

  it('answers a token that says who one is', async () => {
    const { body } = await attempt(' admin@EXAMPLE.com ', admin.password).expect(200);
    expect(body.user).toMatchObject({ email: 'admin@example.com', role: 'administrator', name: 'Administrator' });
    expect(Date.parse(body.expiresAt)).toBe(Math.floor(nowMs / 1_000) * 1_000 + 12 * 3_600_000);
    root = body.accessToken;
    expect((await get('/api/identity/me', root).expect(200)).body).toEqual(body.user);
    expect(JSON.stringify(decodeJwt(root))).not.toMatch(/example\.com|Administrator/);
  });

  it('answers the same to a wrong password, an unknown address and a broken one', async () => {
    const answers = [
      await attempt('admin@example.com', 'wrong').expect(401),
      await attempt('nobody@example.com', 'wrong').expect(401),
      await attempt('nonsense', 'wrong').expect(401),
    ];
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.body.code).toBe('identity.sign-in-refused');
  });

  it('reads no more than an address and a password take', async () => {
    await attempt('a@b.example', 'x'.repeat(20_000)).expect(413);
  });

  it('slows down who guesses, and nobody else', async () => {
    for (let count = 0; count < 5; count += 1) await attempt('guessed@example.com', 'wrong').expect(401);
    const refused = await attempt('guessed@example.com', 'wrong').expect(429);
    expect(refused.headers['retry-after']).toBe('1');
    await attempt('admin@example.com', admin.password).expect(200);
    nowMs += 1_000;
    await attempt('guessed@example.com', 'wrong').expect(401);
    nowMs += 1_000;
    await attempt('guessed@example.com', 'wrong').expect(429);
  });

  it.each([
    {},
    { email: 'a' },
    { email: 1, password: 1 },
    { email: 'a', password: '' },
    { email: 'a', password: null },
  ])('refuses %p as input', async (body) => {
    await http().post('/api/identity/sign-in').send(body).expect(400);
  });
});

describe('a token', () => {
  it('can be verified by anyone with the public keys, which are all that is public', async () => {
    const { body } = await http().get('/api/identity/.well-known/jwks.json').expect(200);
    expect(body.keys).toHaveLength(1);
    expect(body.keys[0]).toEqual({
      kty: 'OKP',
      crv: 'Ed25519',
      alg: 'EdDSA',
      use: 'sig',
      kid: expect.any(String),
      x: expect.any(String),
    });
    const { protectedHeader } = await jwtVerify(root, createLocalJWKSet(body), { currentDate: new Date(nowMs) });
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', kid: body.keys[0].kid });
  });

  it('of another key, without one, or of another purpose opens nothing', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    const { body } = await http().get('/api/identity/.well-known/jwks.json');
    const claims = decodeJwt(root);
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: body.keys[0].kid, typ: 'at+jwt' })
      .sign(privateKey);
    const hmac = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: body.keys[0].kid, typ: 'at+jwt' })
      .sign(Buffer.from(body.keys[0].x, 'base64url'));
    const [header = '', payload = '', signature = ''] = root.split('.');
    const changed = Buffer.from(JSON.stringify({ ...claims, sub: 'somebody-else' })).toString('base64url');
    const tokens = [
      forged,
      hmac,
      new UnsecuredJWT(claims).encode(),
      `${header}.${changed}.${signature}`,
      `${header}.${payload}.`,
      'nonsense',
    ];
    for (const token of tokens) await get('/api/identity/me', token).expect(401);
    await get('/api/identity/me', root).expect(200);
  });

  it('ends in time', async () => {
    nowMs += 12 * 3_600_000 + 1_000;
    await get('/api/identity/me', root).expect(401);
    root = await signIn(admin.email, admin.password);
    await get('/api/identity/me', root).expect(200);
  });
});

describe('users', () => {
  const eva = {
    email: 'Eva@Example.com',
    name: 'Eva Müller',
    role: 'agent',
    language: 'de',
    timeZone: 'Europe/Berlin',
  };
  const password = 'evas password';
  let id: string;
  let token: string;

  it('are registered by administrators and may enter at once', async () => {
    const { body } = await post('/api/identity/users', root)
      .send({ ...eva, password })
      .expect(201);
    expect(body).toEqual({ id: expect.any(String), revision: 1 });
    id = body.id;
    token = await signIn('eva@example.com', password);
    const me = await get('/api/identity/me', token).expect(200);
    expect(me.body).toEqual({ ...eva, id, email: 'eva@example.com' });
  });

  it('have an address of their own', async () => {
    const again = await post('/api/identity/users', root).send({ ...eva, email: ' eva@example.com' });
    expect(again.status).toBe(400);
    const taken = await post('/api/identity/users', root)
      .send({ ...eva, email: 'EVA@EXAMPLE.COM' })
      .expect(409);
    expect(taken.body.code).toBe('user.email-taken');
    const racing = await Promise.all(
      [1, 2, 3, 4].map(() => post('/api/identity/users', root).send({ ...eva, email: 'race@example.com' })),
    );
    expect(racing.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('are registered once by a repeated request', async () => {
    const send = (name: string) =>
      post('/api/identity/users', root)
        .set('idempotency-key', 'repeat')
        .send({ ...eva, name, email: 'repeat@example.com', password });
    const first = await send('Repeat').expect(201);
    expect((await send('Repeat').expect(201)).body).toEqual(first.body);
    await send('Other').expect(422);
  });

  it.each([
    ['email', { email: 'nonsense' }],
    ['role', { role: 'boss' }],
    ['language', { language: 'xx' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['name', { name: ' ' }],
    ['name', { name: null }],
    ['password', { password: 'short' }],
    ['password', { password: null }],
    ['supervisorId', { supervisorId: 'x' }],
    ['supervisorId', { supervisorId: '01990000-0000-7000-8000-000000000001' }],
    ['admin', { admin: true }],
  ])('are refused with a wrong %s: %p', async (field, wrong) => {
    const answer = await post('/api/identity/users', root)
      .send({ ...eva, email: 'new@example.com', ...wrong })
      .expect(400);
    expect(answer.body.errors).toMatchObject([{ field }]);
  });

  it('are managed by administrators only', async () => {
    await post('/api/identity/users', token).send(eva).expect(403);
    await patch(`/api/identity/users/${id}`, token).send({ role: 'administrator' }).expect(403);
    await post(`/api/identity/users/${id}/deactivate`, token).expect(403);
  });

  it('are changed at a revision', async () => {
    const change = (body: object) => patch(`/api/identity/users/${id}`, root).set('if-match', '"1"').send(body);
    await change({ name: 'Eva Maier' }).expect(200, { id, revision: 2 });
    await change({ name: 'Eva Schmidt' }).expect(412);
    await patch(`/api/identity/users/${id}`, root).send({ language: null }).expect(400);
    await patch(`/api/identity/users/${id}`, root).send({ supervisorId: id }).expect(200);
    await patch(`/api/identity/users/${id}`, root).send({ supervisorId: null }).expect(200);
    await patch('/api/identity/users/01990000-0000-7000-8000-000000000001', root).send({ name: 'X' }).expect(404);
  });

  it('leave at once with a new password, and within a minute when deactivated', async () => {
    nowMs += 2_000;
    await get('/api/identity/me', token).expect(200);
    await patch(`/api/identity/users/${id}`, root).send({ password: 'another password' }).expect(200);
    nowMs += 60_001;
    await get('/api/identity/me', token).expect(401);
    await attempt('eva@example.com', password).expect(401);
    token = await signIn('eva@example.com', 'another password');
    await get('/api/identity/me', token).expect(200);

    await post(`/api/identity/users/${id}/deactivate`, root).expect(200);
    nowMs += 60_001;
    await get('/api/identity/me', token).expect(401);
    await attempt('eva@example.com', 'another password').expect(401);
    await post(`/api/identity/users/${id}/reactivate`, root).expect(200);
    nowMs += 60_001;
    await get('/api/identity/me', token).expect(200);
  });

  it('cannot deactivate themselves', async () => {
    const { body: me } = await get('/api/identity/me', root);
    const answer = await post(`/api/identity/users/${me.id}/deactivate`, root).expect(409);
    expect(answer.body.code).toBe('user.not-oneself');
  });
});

describe('what others learn', () => {
  it('is every change but those of passwords, valid by the public schemas', async () => {
    const { events } = await engines.eventStore.readAll({ categories: ['user'], limit: 1_000 });
    const published = events.map(publicEvent).filter((event) => event !== null);
    for (const event of published) expect(parsePublicEvent(JSON.stringify(event))).toEqual(event);
    expect(new Set(published.map(({ type }) => type)).size).toBe(4);
    expect(JSON.stringify(published)).not.toContain('argon2id');
  });

  it('is nothing about passwords, keys, tokens or people in the log', async () => {
    const { events } = await engines.eventStore.readAll({ categories: ['signingKey'] });
    expect(events).toHaveLength(1);
    const text = lines.join('');
    expect(lines.length).toBeGreaterThan(50);
    for (const secret of [
      String(events[0]?.data['d']),
      admin.password,
      root,
      'evas password',
      'Eva',
      '@example.com',
      'argon2id',
      'Bearer',
    ]) {
      expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
    }
  });

  it('is no fingerprint that a password could be guessed by', async () => {
    const { events } = await engines.eventStore.readAll({ categories: ['user'], limit: 1_000 });
    const repeated = events.filter(({ metadata }) => metadata['fingerprint'] !== undefined);
    expect(repeated.length).toBeGreaterThan(0);
    const again = await post('/api/identity/users', root).set('idempotency-key', 'repeat').send({
      email: 'repeat@example.com',
      name: 'Repeat',
      role: 'agent',
      language: 'de',
      timeZone: 'Europe/Berlin',
      password: 'quite another one',
    });
    expect(again.status).toBe(201);
  });
});
