import { afterAll, describe, expect, it } from '@jest/globals';
import { newId } from '@leadline/event-sourcing';
import { listRoutes } from './create-api.js';
import { openCounterApi } from './testing/counter-api.js';

const { app, lines, http, post, get, startCounter, close } = await openCounterApi();
afterAll(close);

describe('the guard', () => {
  it('answers 401 on every route that is not public, before it looks at anything else', async () => {
    const guarded = listRoutes(app).filter((route) => !route.public && route.method !== 'HEAD');
    expect(guarded.length).toBeGreaterThan(5);
    for (const { method, url } of guarded) {
      const path = url.replaceAll(/:\w+/g, newId());
      const answer = await http()[method.toLowerCase() as 'get'](path).set('content-type', 'application/json');
      expect([method, path, answer.status]).toEqual([method, path, 401]);
      expect(answer.headers['www-authenticate']).toContain('Bearer');
      expect(answer.body.code).toBe('unauthenticated');
    }
  });

  it('lists only what is meant to be public', () => {
    const open = listRoutes(app).filter((route) => route.public && !route.url.startsWith('/api/docs'));
    expect([...new Set(open.map(({ url }) => url))].sort()).toEqual([
      '/api/counters/hello',
      '/api/counters/openapi.json',
      '/api/operations/openapi.json',
      '/health/live',
      '/health/ready',
      '/metrics',
    ]);
  });

  it.each(['Bearer nobody', 'Basic YTpi', 'Bearer', 'agent', 'Bearer agent agent'])('refuses "%s"', async (header) => {
    await http().get('/api/counters/me').set('authorization', header).expect(401);
  });

  it('lets public routes through whatever the token', async () => {
    await http().get('/api/counters/hello').set('authorization', 'Bearer expired').expect(200, { hello: 'world' });
  });

  it('tells a route who calls', async () => {
    const { body, headers } = await get('/api/counters/me').expect(200);
    expect(body).toMatchObject({ actor: { kind: 'user', name: 'Ada' }, role: 'agent', language: 'en' });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });

  it('answers 403 to the wrong role', async () => {
    expect((await get('/api/counters/secret').expect(403)).body.code).toBe('forbidden');
    await get('/api/counters/secret', 'admin').expect(200);
  });
});

describe('the documents', () => {
  it('offer If-Match where there is a revision to match, and only there', async () => {
    const { body } = await http().get('/api/counters/openapi.json').expect(200);
    const headersOf = (path: string) =>
      body.paths[path].post.parameters
        .map(({ name }: { name: string }) => name)
        .filter((name: string) => name !== 'id');
    expect(headersOf('/api/counters')).toEqual(['Idempotency-Key']);
    expect(headersOf('/api/counters/{id}/increase').sort()).toEqual(['Idempotency-Key', 'If-Match']);
  });
});

describe('a command', () => {
  it('answers id and revision, with ETag and position', async () => {
    const started = await post('/api/counters').send({ label: 'a' }).expect(201);
    expect(started.body).toEqual({ id: expect.any(String), revision: 0 });
    expect(started.headers['etag']).toBe('"0"');
    expect(started.headers['leadline-position']).toMatch(/^[\x21-\x7e]+$/);
    const increased = await post(`/api/counters/${started.body.id}/increase`).send({ by: 1 }).expect(200);
    expect(increased.body).toEqual({ id: started.body.id, revision: 1 });
    expect(increased.headers['etag']).toBe('"1"');
  });

  it('with the same idempotency key happens once and answers the same', async () => {
    const send = (body: object) => post('/api/counters').set('idempotency-key', 'k1').send(body);
    const first = await send({ label: 'once' }).expect(201);
    const second = await send({ label: 'once' }).expect(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect((await send({ label: 'other' }).expect(422)).body.code).toBe('idempotency-key-reused');
    const other = await post('/api/counters', 'german')
      .set('idempotency-key', 'k1')
      .send({ label: 'once' })
      .expect(201);
    expect(other.body.id).not.toBe(first.body.id);
  });

  it('may use one key on two things', async () => {
    const [one, two] = [await startCounter(), await startCounter()];
    for (const id of [one, two, one, two]) {
      const answer = await post(`/api/counters/${id}/increase`).set('idempotency-key', 'same').send({ by: 1 });
      expect([answer.status, answer.body]).toEqual([200, { id, revision: 1 }]);
    }
  });

  it.each(['', ' ', 'ä', 'x'.repeat(256)])('refuses the idempotency key "%s"', async (key) => {
    const { body } = await post('/api/counters').set('idempotency-key', key).send({ label: 'a' }).expect(400);
    expect(body.errors).toMatchObject([{ field: 'Idempotency-Key' }]);
  });

  it('with a stale If-Match is a 412, with the present one it passes', async () => {
    const id = await startCounter();
    const increase = (tag: string) => post(`/api/counters/${id}/increase`).set('if-match', tag).send({ by: 1 });
    await increase('"0"').expect(200);
    expect((await increase('"0"').expect(412)).body.code).toBe('stale-revision');
    await increase('W/"1"').expect(200);
    await increase('*').expect(200);
  });

  it.each(['0', '"a"', '""', '"0", "1"', 'W/0'])('refuses If-Match %s', async (tag) => {
    const id = await startCounter();
    const { body } = await post(`/api/counters/${id}/increase`).set('if-match', tag).send({ by: 1 }).expect(400);
    expect(body.errors).toMatchObject([{ field: 'If-Match' }]);
  });

  it('on what does not exist is a 404, with If-Match as well', async () => {
    await post(`/api/counters/${newId()}/increase`).send({ by: 1 }).expect(404);
    await post(`/api/counters/${newId()}/increase`).set('if-match', '"3"').send({ by: 1 }).expect(404);
  });

  it('that a rule forbids is a 409 with its code, in the language of the caller', async () => {
    const id = await startCounter();
    const english = await post(`/api/counters/${id}/increase`).send({ by: 11 }).expect(409);
    expect(english.body).toMatchObject({
      code: 'counter.full',
      type: 'urn:leadline:problem:counter.full',
      status: 409,
    });
    expect(english.headers).toMatchObject({ 'content-language': 'en' });
    expect(english.body.detail).toContain('10');
    const german = await post(`/api/counters/${id}/increase`, 'german').send({ by: 11 }).expect(409);
    expect(german.headers).toMatchObject({ 'content-language': 'de' });
    expect(german.body.detail).not.toBe(english.body.detail);
  });

  it('of a hundred at one revision lets one win', async () => {
    const id = await startCounter();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => post(`/api/counters/${id}/increase`).set('if-match', '"0"').send({ by: 1 })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(99);
  });
});

describe('what nobody foresaw', () => {
  it('is a 500 that tells nothing, and a line in the log with the stack', async () => {
    lines.length = 0;
    const answer = await get('/api/counters/broken').set('x-correlation-id', 'find-me').expect(500);
    expect(answer.body.code).toBe('internal-error');
    expect(JSON.stringify(answer.body)).not.toContain('hunter2');
    expect(answer.headers['x-correlation-id']).toBe('find-me');
    const line = lines.map((text) => JSON.parse(text)).find(({ level }) => level === 'error');
    expect(line).toMatchObject({ correlationId: 'find-me', err: { type: 'TypeError' }, route: '/api/counters/broken' });
    expect(line.err.stack).toContain('counter-service');
  });
});

describe('the log', () => {
  it('has a line per request without anything that was sent', async () => {
    lines.length = 0;
    const id = await startCounter();
    await post(`/api/counters/${id}/increase?token=hunter2`).send({ by: 1, email: 'ada@example.com' });
    await get('/nowhere/ada@example.com?token=hunter2');
    const text = lines.join('');
    for (const secret of [id, 'hunter2', 'ada@example.com', 'Bearer', 'Ada']) expect(text).not.toContain(secret);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'info', method: 'POST', route: '/api/counters', status: 201 },
      { level: 'info', method: 'POST', route: '/api/counters/:id/increase', status: 400 },
      { level: 'info', method: 'GET', route: null, status: 404 },
    ]);
  });

  it('takes the correlation id of the caller, of the trace, or makes one', async () => {
    const given = await get('/api/counters/hello').set('x-correlation-id', 'abc-1');
    expect(given.headers['x-correlation-id']).toBe('abc-1');
    const traced = await get('/api/counters/hello').set('traceparent', `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`);
    expect(traced.headers['x-correlation-id']).toBe('ab'.repeat(16));
    const odd = await get('/api/counters/hello').set('x-correlation-id', 'a b<script>');
    expect(odd.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the documents', () => {
  it('describe a service with its answers, problems and guard', async () => {
    const { body } = await http().get('/api/counters/openapi.json').expect(200);
    expect(Object.keys(body.paths)).toContain('/api/counters/{id}/increase');
    const { responses } = body.paths['/api/counters'].post;
    expect(responses['201'].content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/CommandAnswered',
    });
    expect(responses['409'].content['application/problem+json'].schema.$ref).toContain('ProblemDocument');
    expect(body.security).toEqual([{ bearer: [] }]);
    expect(body.paths['/api/counters/hello'].get.security).toEqual([{}]);
  });

  it('are shown offline', async () => {
    const page = await http().get('/api/docs').expect(200);
    expect(page.headers['content-type']).toContain('text/html');
    const sources = [...page.text.matchAll(/(?:src|href)=["']([^"']+)["']/g)].map((match) => match[1] ?? '');
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) {
      expect(source).toMatch(/^\.\//);
      await http().get(new URL(source, 'http://x/api/docs').pathname).expect(200);
    }
    const init = await http().get('/api/docs/swagger-ui-init.js').expect(200);
    expect(init.text).toContain('/api/counters/openapi.json');
  });
});
