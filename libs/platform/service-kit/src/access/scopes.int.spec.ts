import { afterAll, describe, expect, it } from '@jest/globals';
import { callerNamed } from '../testing/index.js';
import { openCounterApi } from '../testing/counter-api.js';
import { isInScope, neededScope } from './scopes.js';

const { http, close } = await openCounterApi();
afterAll(close);

/** The answers' statuses: reads, writes, reads what is for administrators, reads another service. */
async function reachOf(token: string): Promise<number[]> {
  const headers = { authorization: `Bearer ${token}` };
  const answers = [
    await http().get('/api/counters/me').set(headers),
    await http().head('/api/counters/me').set(headers),
    await http().post('/api/counters').set(headers).send({ label: 'a' }),
    await http().get('/api/counters/secret').set(headers),
    await http().get('/api/operations/subscriptions').set(headers),
  ];
  return answers.map(({ status }) => status);
}

describe('an API key', () => {
  it.each([
    ['key.', [403, 403, 403, 403, 403]],
    ['key.counters.read', [200, 200, 403, 403, 403]],
    ['key.counters.write', [403, 403, 201, 403, 403]],
    ['key.counters.admin', [200, 200, 201, 200, 403]],
    ['key.operations.admin+leads.admin', [403, 403, 403, 403, 200]],
  ])('"%s" reaches what its scopes name and no more', async (token, reach) => {
    expect(await reachOf(token)).toEqual(reach);
  });

  it('is told which scope it lacks', async () => {
    const { body } = await http().post('/api/counters').set('authorization', 'Bearer key.counters.read').send({});
    expect(body).toMatchObject({ code: 'forbidden', detail: expect.stringContaining('"counters:write"') });
  });

  it('of which no scopes are known may nothing', () => {
    const needed = neededScope(['GET'], '/api/counters', undefined);
    const key = callerNamed('Key', 'administrator', { actor: { kind: 'apiKey', id: 'k', name: 'Key' } });
    expect(isInScope(key, needed)).toBe(false);
    expect(isInScope({ ...key, scopes: ['counters:read'] }, needed)).toBe(true);
    expect(isInScope({ ...key, scopes: ['counters:read'] }, null)).toBe(false);
  });

  it('leaves people as they were', async () => {
    expect(await reachOf('agent')).toEqual([200, 200, 201, 403, 403]);
    expect(await reachOf('admin')).toEqual([200, 200, 201, 200, 200]);
  });
});
