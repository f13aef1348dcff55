import { afterEach, describe, expect, it } from '@jest/globals';
import type request from 'supertest';
import { openCounterApi, type CounterApi } from '../testing/counter-api.js';

let api: CounterApi;
afterEach(() => api.close());

/** Ten in the window for a user, five for an address. */
const LIMITED = { RATE_LIMIT_PER_USER: '60', RATE_LIMIT_PER_ADDRESS: '30' };

async function statuses(times: number, ask: () => request.Test): Promise<number[]> {
  const seen: number[] = [];
  for (let time = 0; time < times; time += 1) seen.push((await ask()).status);
  return seen;
}

const times = (count: number, status: number): number[] => Array.from({ length: count }, () => status);

describe('who asks too often', () => {
  it('is told to wait, and for how long', async () => {
    api = await openCounterApi(LIMITED);
    expect(await statuses(12, () => api.get('/api/counters/me'))).toEqual([...times(10, 200), 429, 429]);
    const { body, headers } = await api.get('/api/counters/me');
    expect(body).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(headers['retry-after']).toMatch(/^([1-9]|10)$/);
    expect(headers['ratelimit']).toBe(`"user";r=0;t=${headers['retry-after']}`);
    expect(headers['ratelimit-policy']).toBe('"user";q=10;w=10');
    expect(headers['content-type']).toContain('application/problem+json');
  });

  it('is told before it comes to that', async () => {
    api = await openCounterApi(LIMITED);
    const left: (string | undefined)[] = [];
    for (let time = 0; time < 10; time += 1) left.push((await api.get('/api/counters/me')).headers['ratelimit']);
    expect(left.slice(0, 8)).toEqual(times(8, 0).map(() => undefined));
    expect(left.slice(8)).toEqual([expect.stringMatching(/^"user";r=1;t=/), expect.stringMatching(/^"user";r=0;t=/)]);
  });

  it('is one user: others, health and what is refused by role count apart', async () => {
    api = await openCounterApi(LIMITED);
    expect(await statuses(11, () => api.get('/api/counters/secret'))).toEqual([...times(10, 403), 429]);
    await api.get('/api/counters/me', 'german').expect(200);
    await api.get('/api/counters/hello').expect(200);
    expect(await statuses(11, () => api.http().get('/health/live'))).toEqual(times(11, 200));
  });

  it('without a valid token is an address, whatever it asks for', async () => {
    api = await openCounterApi(LIMITED);
    await api.get('/api/counters/me', 'nobody').expect(401);
    await api.http().get('/api/counters/me').expect(401);
    expect(await statuses(4, () => api.http().get('/api/counters/hello'))).toEqual([...times(3, 200), 429]);
    await api.get('/api/counters/me', 'nobody').expect(429);
    await api.get('/api/counters/me').expect(200);
  });

  it('is nobody where there is no limit', async () => {
    api = await openCounterApi({ RATE_LIMIT_PER_USER: '0', RATE_LIMIT_PER_ADDRESS: '0' });
    expect(await statuses(20, () => api.get('/api/counters/me'))).toEqual(times(20, 200));
    expect(await statuses(20, () => api.get('/api/counters/me', 'nobody'))).toEqual(times(20, 401));
  });
});

describe('an address', () => {
  const ask = (forwarded: string) => api.http().get('/api/counters/hello').set('x-forwarded-for', forwarded);

  it('is the one before as many proxies as there are', async () => {
    api = await openCounterApi({ ...LIMITED, TRUSTED_PROXIES: '2' });
    expect(await statuses(6, () => ask('1.1.1.1, 203.0.113.7, 10.0.0.1'))).toEqual([...times(5, 200), 429]);
    await ask('203.0.113.7, 203.0.113.8, 10.0.0.1').expect(200);
  });

  it('is what a trusted proxy says', async () => {
    api = await openCounterApi({ ...LIMITED, TRUSTED_PROXIES: 'loopback' });
    expect(await statuses(6, () => ask('203.0.113.7'))).toEqual([...times(5, 200), 429]);
    await ask('203.0.113.8').expect(200);
    // What the client itself put before it counts for nothing.
    await ask('203.0.113.9, 203.0.113.7').expect(429);
  });

  it('is that of the connection where no proxy is trusted', async () => {
    api = await openCounterApi(LIMITED);
    let last = 0;
    const another = () => ask(`203.0.113.${(last += 1)}`);
    expect(await statuses(6, another)).toEqual([...times(5, 200), 429]);
  });
});
