import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { signedIn } from './leadline-api.js';

describe('a token for a long piece of work', () => {
  const START_MS = Date.parse('2026-11-22T12:00:00.000Z');
  const LIFETIME_MS = 15 * 60_000;
  let nowMs = START_MS;
  let signIns = 0;
  const server = createServer((_request, response) => {
    signIns += 1;
    const expiresAt = new Date(nowMs + LIFETIME_MS).toISOString();
    response.end(JSON.stringify({ accessToken: `token ${signIns}`, expiresAt }));
  });
  let url = '';

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => void server.close());

  it('is kept while it is good, and another is fetched before it ends', async () => {
    const token = signedIn(url, 'someone@leadline.example', 'a password', () => nowMs);
    expect(await token()).toBe('token 1');
    nowMs = START_MS + LIFETIME_MS - 61_000;
    expect(await token()).toBe('token 1');
    nowMs = START_MS + LIFETIME_MS - 59_000;
    expect(await token()).toBe('token 2');
  });
});
