import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, decodeJwt, generateKeyPair, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import { ADMIN, startIdentityApi, type IdentityApi } from '../testing/identity-api.js';

const HOUR_MS = 3_600_000;

let api: IdentityApi;
beforeAll(async () => {
  api = await startIdentityApi({ TRUSTED_PROXIES: '1' });
});
afterAll(() => api.close());
beforeEach(() => api.clock.pass(HOUR_MS)); // whatever waiting an earlier test earned is over

describe('signing in', () => {
  it('answers a token that says who one is, and nothing of them', async () => {
    const { body } = await api.attempt(' admin@EXAMPLE.com ', ADMIN.password).expect(200);
    expect(body.user).toMatchObject({ email: 'admin@example.com', role: 'administrator', teamIds: [] });
    expect((await api.get('/me', body.accessToken).expect(200)).body).toEqual(body.user);
    expect(JSON.stringify(decodeJwt(body.accessToken))).not.toMatch(/example\.com|Administrator/);
  });

  it('answers the same to a wrong password, an unknown address and a broken one', async () => {
    const answers = [
      await api.attempt(ADMIN.email, 'wrong').expect(401),
      await api.attempt('nobody@example.com', 'wrong').expect(401),
      await api.attempt('nonsense', 'wrong').expect(401),
    ];
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.body.code).toBe('identity.sign-in-refused');
  });

  it('reads no more than an address and a password take', () =>
    api.attempt('a@b.example', 'x'.repeat(20_000)).expect(413));

  it.each([
    {},
    { email: 'a' },
    { email: 1, password: 1 },
    { email: 'a', password: '' },
    { email: 'a', password: null },
  ])('refuses %p as input', async (body) => {
    await api.post('/sign-in', undefined, body).expect(400);
  });

  it('tells by what one can', async () => {
    expect((await api.get('/sign-in-options').expect(200)).body).toEqual({ password: true });
  });
});

describe('who guesses', () => {
  const from = (ip: string, email: string, password = 'wrong') =>
    api.attempt(email, password).set('x-forwarded-for', ip);
  const stored = async (): Promise<number> => {
    let count = 0;
    for (let after: string | null = null; ;) {
      const batch = await api.engines.eventStore.readAll({ categories: ['signInAttempts'], after, limit: 1_000 });
      count += batch.events.length;
      if (batch.caughtUp) return count;
      after = batch.position;
    }
  };

  it.each(['guessed@example.com', ADMIN.email])('at %s is slowed down, and nobody else', async (email) => {
    for (let count = 0; count < 5; count += 1) await from('10.0.0.1', email).expect(401);
    const refused = await from('10.0.0.1', email).expect(429);
    expect(refused.body.code).toBe('identity.too-many-attempts');
    expect(refused.headers['retry-after']).toBe('1');
    await from('10.0.0.1', 'somebody@example.com').expect(401);
    await from('10.0.0.2', ADMIN.email, ADMIN.password).expect(200);
    api.clock.pass(1_000);
    await from('10.0.0.1', email).expect(401);
    api.clock.pass(1_000);
    expect((await from('10.0.0.1', email).expect(429)).headers['retry-after']).toBe('1');
    api.clock.pass(HOUR_MS);
    await from('10.0.0.1', email).expect(401);
  });

  it('is not told by being slowed that the password would be right', async () => {
    for (let count = 0; count < 5; count += 1) await from('10.0.1.1', ADMIN.email).expect(401);
    await from('10.0.1.1', ADMIN.email, ADMIN.password).expect(429);
    api.clock.pass(1_000);
    await from('10.0.1.1', ADMIN.email, ADMIN.password).expect(200);
    // The right one makes up for those before it.
    for (let count = 0; count < 5; count += 1) await from('10.0.1.1', ADMIN.email).expect(401);
  });

  it('is slowed with twenty wrong passwords from one place, whatever the addresses, also over a restart', async () => {
    for (let count = 0; count < 20; count += 1) await from('10.0.2.1', `victim${count}@example.com`).expect(401);
    await from('10.0.2.1', 'victim20@example.com').expect(429);
    api = await api.restart();
    await from('10.0.2.1', 'victim21@example.com').expect(429);
    await from('10.0.2.1', ADMIN.email, ADMIN.password).expect(429);
    await from('10.0.2.2', ADMIN.email, ADMIN.password).expect(200);
    api.clock.pass(1_000);
    await from('10.0.2.1', 'victim21@example.com').expect(401);
    await from('10.0.2.1', 'victim21@example.com').expect(429);
  });

  it('is slowed in every process', async () => {
    const replica = await api.replica();
    for (let count = 0; count < 5; count += 1) {
      const one = count % 2 === 0 ? api : replica;
      await one.attempt('both@example.com', 'wrong').set('x-forwarded-for', '10.0.3.1').expect(401);
    }
    await from('10.0.3.1', 'both@example.com').expect(429);
    await replica.attempt('both@example.com', 'wrong').set('x-forwarded-for', '10.0.3.1').expect(429);
  });

  it('gains nothing by sending a hundred at once, and leaves no trace while waiting', async () => {
    const before = await stored();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => from('10.0.4.1', 'crowd@example.com').then(({ status }) => status)),
    );
    expect(answers.filter((status) => status === 401)).toHaveLength(5);
    expect(answers.filter((status) => status === 429)).toHaveLength(95);
    expect((await stored()) - before).toBe(5 * 3);
  });

  it('gains nothing by sending guesses at a hundred addresses at once from one place', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => from('10.0.6.1', `spread${n}@example.com`).then(({ status }) => status)),
    );
    expect(answers.filter((status) => status === 401)).toHaveLength(20);
  });

  it('gains nothing by the many addresses of an IPv6 network', async () => {
    for (let n = 1; n <= 5; n += 1) await from(`2001:db8::${n}`, 'six@example.com').expect(401);
    await from('2001:db8::6', 'six@example.com').expect(429);
    await from('2001:db8:0:1::1', 'six@example.com').expect(401);
  });

  it('at one address from one place for a night locks out nobody elsewhere', async () => {
    const { password } = ADMIN;
    for (let passedMs = 0; passedMs < 8 * HOUR_MS;) {
      const { status, headers } = await from('10.0.7.1', ADMIN.email);
      const waitMs = status === 429 ? Number(headers['retry-after']) * 1_000 : 0;
      api.clock.pass(waitMs);
      passedMs += waitMs;
    }
    await from('10.0.7.2', ADMIN.email, password).expect(200);
  });

  it('from many places at one address is slowed as well', async () => {
    for (let count = 0; count < 50; count += 1) await from(`10.1.${count}.1`, 'botnet@example.com').expect(401);
    await from('10.2.0.1', 'botnet@example.com').expect(429);
  });

  it('leaves nothing where the password is right', async () => {
    const before = await stored();
    for (let count = 0; count < 3; count += 1) await from('10.0.5.1', ADMIN.email, ADMIN.password).expect(200);
    expect((await stored()) - before).toBeLessThanOrEqual(1);
  });
});

describe('an access token', () => {
  let root: string;
  beforeEach(async () => {
    root = (await api.signIn()).token;
  });

  it('can be verified by anyone with the public keys, which are all that is public', async () => {
    const { body } = await api.get('/.well-known/jwks.json').expect(200);
    expect(body.keys[0]).toEqual({
      kty: 'OKP',
      crv: 'Ed25519',
      alg: 'EdDSA',
      use: 'sig',
      kid: expect.any(String),
      x: expect.any(String),
    });
    const { protectedHeader } = await jwtVerify(root, createLocalJWKSet(body), {
      currentDate: new Date(api.clock.nowMs()),
      audience: 'leadline',
      issuer: 'leadline',
    });
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt' });
  });

  it('of another key, without one, or of another purpose opens nothing', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    const { body } = await api.get('/.well-known/jwks.json');
    const { body: confirmed } = await api.post('/confirm-password', root, { password: ADMIN.password }).expect(200);
    const key = body.keys.at(-1);
    const claims = decodeJwt(root);
    const header = { alg: 'EdDSA', kid: key.kid, typ: 'at+jwt' };
    const [head = '', payload = '', signature = ''] = root.split('.');
    const changed = Buffer.from(JSON.stringify({ ...claims, sub: 'somebody-else' })).toString('base64url');
    const tokens = [
      await new SignJWT(claims).setProtectedHeader(header).sign(privateKey),
      await new SignJWT(claims).setProtectedHeader({ ...header, kid: 'unknown' }).sign(privateKey),
      await new SignJWT(claims).setProtectedHeader({ ...header, alg: 'HS256' }).sign(Buffer.from(key.x, 'base64url')),
      new UnsecuredJWT(claims).encode(),
      `${head}.${changed}.${signature}`,
      `${head}.${payload}.`,
      String(confirmed.confirmation),
      'nonsense',
    ];
    for (const token of tokens) await api.get('/me', token).expect(401);
    await api.get('/me', root).expect(200);
  });

  it('ends after fifteen minutes', async () => {
    api.clock.pass(15 * 60_000 - 1_000);
    await api.get('/me', root).expect(200);
    api.clock.pass(1_000);
    await api.get('/me', root).expect(401);
  });

  it('of a former signing key goes on, and every process takes those of the new one', async () => {
    const replica = await api.replica();
    await replica.get('/me', root).expect(200);
    const { body } = await api.post('/signing-keys/rotate', root).expect(200);
    const fresh = (await api.signIn()).token;
    for (const one of [api, replica]) {
      await one.get('/me', root).expect(200);
      await one.get('/me', fresh).expect(200);
      api.clock.pass(1_001);
      const kids = (await one.get('/.well-known/jwks.json').expect(200)).body.keys.map(
        (key: { kid: string }) => key.kid,
      );
      expect(kids).toHaveLength(2);
      expect(kids.at(-1)).toBe(body.id);
    }
    api.clock.pass(HOUR_MS);
    expect((await api.get('/.well-known/jwks.json').expect(200)).body.keys).toHaveLength(1);
  });
});
