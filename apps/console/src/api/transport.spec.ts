import { describe, expect, it } from '@jest/globals';
import { createPositions, createTransport } from './transport.js';

interface Sent {
  readonly method: string;
  readonly token: string | null;
  readonly position: string | null;
  readonly body: string;
}

/** A transport before a server that gives the answers one by one, the last one for good. */
function transportTo(...answers: readonly (() => Response)[]) {
  const sent: Sent[] = [];
  const waits: number[] = [];
  const transport = createTransport({
    session: { token: () => Promise.resolve('t1'), renew: () => Promise.resolve('t2') },
    positions: createPositions(),
    language: () => 'de',
    async fetch(request) {
      sent.push({
        method: request.method,
        token: request.headers.get('authorization'),
        position: request.headers.get('leadline-position'),
        body: await request.text(),
      });
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      return answer ? answer() : Promise.reject(new TypeError('network'));
    },
    wait(ms) {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  return { transport, sent, waits };
}

const ok =
  (headers: Record<string, string> = {}) =>
  () =>
    new Response('{}', { headers });
const problem = (status: number, code: string) => () => new Response(JSON.stringify({ code }), { status });
const get = (path: string): Request => new Request(`http://leadline.example${path}`);
const post = (path: string): Request => new Request(`http://leadline.example${path}`, { method: 'POST', body: 'x' });

describe('the transport', () => {
  it('sends who asks', async () => {
    const { transport, sent } = transportTo(ok());
    expect((await transport(get('/api/leads'))).status).toBe(200);
    expect(sent).toEqual([{ method: 'GET', token: 'Bearer t1', position: null, body: '' }]);
  });

  it('repeats a request whole, once, when its token was refused', async () => {
    const { transport, sent } = transportTo(problem(401, 'unauthenticated'), ok());
    expect((await transport(post('/api/leads'))).status).toBe(200);
    expect(sent.map(({ token, body }) => [token, body])).toEqual([
      ['Bearer t1', 'x'],
      ['Bearer t2', 'x'],
    ]);
    const refused = transportTo(problem(401, 'unauthenticated'));
    expect((await refused.transport(get('/api/leads'))).status).toBe(401);
    expect(refused.sent).toHaveLength(2);
  });

  it('lets queries of a service see its last command', async () => {
    const { transport, sent } = transportTo(ok({ 'leadline-position': '17' }), ok());
    await transport(post('/api/leads'));
    await transport(get('/api/leads'));
    await transport(get('/api/identity/users'));
    expect(sent.map(({ position }) => position)).toEqual([null, '17', null]);
  });

  it('asks again while a list is behind, and gives up at last', async () => {
    const behind = problem(503, 'position-not-reached');
    const soon = transportTo(behind, behind, ok());
    expect((await soon.transport(get('/api/leads'))).status).toBe(200);
    expect(soon.waits).toHaveLength(2);
    const never = transportTo(behind);
    expect((await never.transport(get('/api/leads'))).status).toBe(503);
    const other = transportTo(problem(503, 'engine-unavailable'));
    await other.transport(get('/api/leads'));
    expect(other.sent).toHaveLength(1);
  });

  it('says so where nothing answers, and nothing where nobody waits any more', async () => {
    await expect(transportTo().transport(get('/api/leads'))).rejects.toMatchObject({ code: 'network' });
    const gone = new Request('http://leadline.example/api/leads', { signal: AbortSignal.abort() });
    await expect(transportTo().transport(gone)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
