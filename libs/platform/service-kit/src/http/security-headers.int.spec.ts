import { afterAll, describe, expect, it } from '@jest/globals';
import { openCounterApi } from '../testing/counter-api.js';

const plain = await openCounterApi();
const secure = await openCounterApi({ PUBLIC_URL: 'https://leads.example' });
afterAll(async () => {
  await plain.close();
  await secure.close();
});

describe('every answer', () => {
  it.each([
    ['of a route', '/api/counters/me'],
    ['of a route that refuses', '/api/counters/secret'],
    ['of no route', '/nowhere'],
    ['of health', '/health/live'],
  ])('%s may not be shown, run, framed or taken for something else', async (_what, url) => {
    const { headers } = await plain.get(url);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
    });
  });

  it('asks for TLS from now on where that is how Leadline is reached, and nowhere else', async () => {
    for (const url of ['/health/live', '/api/docs']) {
      expect((await plain.get(url)).headers).not.toHaveProperty('strict-transport-security');
      expect((await secure.get(url)).headers['strict-transport-security']).toMatch(/^max-age=\d{8}$/);
    }
  });

  it('that is a problem lies in no cache', async () => {
    expect((await plain.http().get('/nowhere')).headers['cache-control']).toBe('no-store');
  });
});

describe('a page', () => {
  it('runs scripts of this origin alone, and nobody frames it', async () => {
    const { headers } = await plain.http().get('/api/docs').expect(200);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'; script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
