import { afterAll, describe, expect, it } from '@jest/globals';
import type request from 'supertest';
import { openCounterApi } from './testing/counter-api.js';

const { http, post, get, startCounter, close } = await openCounterApi();
afterAll(close);

describe('wrong input', () => {
  const expectProblem = (answer: request.Response, status: number) => {
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status, code: expect.any(String), title: expect.any(String) });
  };

  it('names each wrong field by its path, also nested and in lists', async () => {
    const answer = await post('/api/counters').send({
      label: 'x'.repeat(21),
      customer: { email: 'nonsense', extra: 1 },
      others: [{}, { email: 3 }, 7],
      unknown: true,
    });
    expectProblem(answer, 400);
    const named = answer.body.errors
      .map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)
      .sort();
    expect(named).toEqual([
      'customer.email isEmail',
      'customer.extra whitelistValidation',
      'label maxLength',
      'others.1.email isEmail',
      'others.2 nestedValidation',
      'unknown whitelistValidation',
    ]);
  });

  it.each<[string, string]>([
    ['half of JSON', '{"label":'],
    ['a number', '7'],
    ['a text', '"text"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a list of bodies', '[{"label":"a"}]'],
    ['nothing', ''],
    ['a NUL in a value', '{"label":"a\\u0000"}'],
    ['a NUL in a name', '{"label":"a","a\\u0000":1}'],
    ['half a surrogate pair', '{"label":"\\ud800"}'],
    ['a prototype', '{"label":"a","__proto__":{"admin":true}}'],
    ['a constructor', '{"label":"a","constructor":{"prototype":{"admin":true}}}'],
    ['a deep nest', `{"label":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ])('refuses %s', async (_what, body) => {
    expectProblem(await post('/api/counters').set('content-type', 'application/json').send(body), 400);
  });

  it('refuses what is too large, a wrong content type, a broken encoding', async () => {
    expectProblem(await post('/api/counters').send({ label: 'x'.repeat(1024 * 1024) }), 413);
    for (const type of ['text/plain', 'text/csv', 'application/xml', 'application/x-www-form-urlencoded', 'nonsense']) {
      expectProblem(await post('/api/counters').set('content-type', type).send('label=a'), 415);
    }
    expectProblem(await post('/api/counters/text').send({ label: 'a' }), 415);
  });

  it('takes more, and other types, where a route says so', async () => {
    const text = 'x;y\n'.repeat(400_000);
    const { body } = await post('/api/counters/text')
      .set('content-type', 'text/csv; charset=utf-8')
      .send(text)
      .expect(202);
    expect(body).toEqual({ id: 'text', length: text.length });
    expectProblem(
      await post('/api/counters/text')
        .set('content-type', 'text/csv')
        .send(text + text),
      413,
    );
  });

  it.each([
    '/api/counters?limit=0',
    '/api/counters?limit=201',
    '/api/counters?limit=1e2',
    '/api/counters?limit=1&limit=2',
    '/api/counters?q=%00',
    '/api/counters?unknown=1',
    '/api/counters?sort=secret',
    '/api/counters?sort=label,-label',
    '/api/counters?sort=__proto__',
    '/api/counters/not-a-uuid',
    '/api/counters/%E0%A4%A',
    '/api/counters/%00',
  ])('refuses %s', async (url) => {
    expectProblem(await get(url), 400);
  });

  it.each([
    'a b',
    'abc',
    '1',
    '-1',
    '0000000000000001x',
    '00000000000000000001-1',
    'x'.repeat(500),
    '0000000000000001, 1',
  ])('refuses the position %s, which cannot be one', async (position) => {
    const answer = await get('/api/counters').set('leadline-position', position);
    expectProblem(answer, 400);
    expect(answer.body.errors).toMatchObject([{ field: 'Leadline-Position' }]);
  });

  it('says of what is missing that it is required, whatever it should be', async () => {
    const missing = async (answer: request.Test) => (await answer).body.errors;
    expect(await missing(post('/api/counters').send({}))).toEqual([
      { field: 'label', code: 'required', message: 'is required' },
    ]);
    expect(await missing(post('/api/counters'))).toMatchObject([{ field: 'label', code: 'required' }]);
    const id = await startCounter();
    expect(await missing(post(`/api/counters/${id}/increase`, 'german').send({ by: undefined }))).toEqual([
      { field: 'by', code: 'required', message: 'ist erforderlich' },
    ]);
    expect(await missing(post(`/api/counters/${id}/increase`).send({ by: null }))).toMatchObject([
      { field: 'by', code: 'isInt' },
    ]);
  });

  it.each([
    ['half a character', [0x22, 0xc3, 0x22]],
    ['Latin-1', [...Buffer.from('{"label":"Müller"}', 'latin1')]],
    ['a surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['UTF-16', [...Buffer.from('{"label":"a"}', 'utf16le')]],
  ])('refuses JSON that is no UTF-8: %s', async (_what, bytes) => {
    const answer = await post('/api/counters')
      .set('content-type', 'application/json; charset=utf-8')
      .serialize((body: Buffer) => body as unknown as string)
      .send(Buffer.from(bytes));
    expectProblem(answer, 400);
    expect(answer.body.code).toBe('malformed-json');
  });

  it.each(['gzip', 'br', 'deflate', 'identity, gzip', 'nonsense'])('refuses a body in %s', async (coding) => {
    const answer = await post('/api/counters').set('content-encoding', coding).send({ label: 'a' });
    expectProblem(answer, 415);
    expect(answer.body.code).toBe('unsupported-content-encoding');
    expect(answer.headers['accept-encoding']).toBe('identity');
    await post('/api/counters').set('content-encoding', 'Identity').send({ label: 'a' }).expect(201);
  });

  it.each(['"0"', '*', 'W/"3"'])('refuses If-Match: %s where something only comes into being', async (tag) => {
    const answer = await post('/api/counters').set('if-match', tag).send({ label: 'a' });
    expectProblem(answer, 400);
    expect(answer.body.errors).toMatchObject([{ field: 'If-Match' }]);
  });

  it('answers 404 for no route, 405 with Allow for another method', async () => {
    expectProblem(await get('/nowhere?secret=1'), 404);
    expectProblem(await get('/api/counters/a/b/c/d'), 404);
    const answer = await http().delete('/api/counters');
    expectProblem(answer, 405);
    expect(answer.headers['allow']).toBe('POST, GET, HEAD');
  });

  it('speaks the language that the header asks for where nobody is signed in', async () => {
    const language = async (accept: string) =>
      (await http().get('/nowhere').set('accept-language', accept)).headers['content-language'];
    expect(await language('de-AT,de;q=0.9,en;q=0.8')).toBe('de');
    expect(await language('fr, de;q=0.1, en;q=0.2')).toBe('en');
    expect(await language(';;;q=,,')).toBe('en');
  });
});
