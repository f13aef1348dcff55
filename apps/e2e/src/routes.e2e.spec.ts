import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiClient, signIn, type ApiClient, type Call } from './api-client.js';
import { startLeadline, type LeadlineProcess } from './leadline-process.js';

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
}
interface Route {
  readonly method: string;
  readonly path: string;
  readonly isPublic: boolean;
  readonly queries: readonly string[];
}

/** Public for a reason: a load balancer, a client before sign-in or with its cookie alone, or a verifier of tokens asks. */
const PUBLIC = [
  /^GET \/health\/(live|ready)$/,
  /^POST \/api\/identity\/(sign-in|refresh|sign-out|accept-invitation)$/,
  /^GET \/api\/identity\/(sign-in-options|oidc\/start|oidc\/callback)$/,
  /^GET \/api\/identity\/\.well-known\/jwks\.json$/,
];
const AN_ID = '01990000-0000-7000-8000-000000000001';

describe('every route', () => {
  let leadline: LeadlineProcess;
  let api: ApiClient;
  let routes: Route[];

  beforeAll(async () => {
    // Hundreds of requests a second without a token are what the limits are there for.
    leadline = await startLeadline({ env: { RATE_LIMIT_PER_USER: '0', RATE_LIMIT_PER_ADDRESS: '0' } });
    api = await signIn(leadline);
    routes = [];
    for (const service of ['leads', 'identity', 'operations']) {
      const { status, body } = await apiClient(leadline.url).get<OpenApi>(`/api/${service}/openapi.json`);
      expect(status).toBe(200);
      for (const [path, operations] of Object.entries(body.paths)) {
        for (const [method, operation] of Object.entries(operations)) {
          routes.push({
            method: method.toUpperCase(),
            path: path.replaceAll(/\{[^}]+\}/g, AN_ID),
            isPublic: PUBLIC.some((pattern) => pattern.test(`${method.toUpperCase()} ${path}`)),
            queries: (operation.parameters ?? [])
              .filter((parameter) => parameter.in === 'query')
              .map(({ name }) => name),
          });
        }
      }
    }
  }, 90_000);
  afterAll(() => leadline.dispose());

  const send = (client: ApiClient, route: Route, call: Call = {}): ReturnType<ApiClient['call']> =>
    client.call(route.path, { ...call, method: route.method });
  const problem = (status: number, headers: Headers): boolean =>
    status < 400 || (headers.get('content-type') ?? '').startsWith('application/problem+json');

  it('is described', () => expect(routes.length).toBeGreaterThan(30));

  it('answers 401 without a token, with a wrong one and with another scheme, but for the public ones', async () => {
    for (const route of routes.filter(({ isPublic }) => !isPublic)) {
      for (const authorization of ['', 'Bearer nonsense', 'Bearer a.b.c', 'Basic YTpi']) {
        const { status, headers } = await send(apiClient(leadline.url), route, { headers: { authorization } });
        expect({ ...route, authorization, status }).toMatchObject({ status: 401 });
        expect(problem(status, headers)).toBe(true);
      }
    }
  });

  const bodies: [string, Call][] = [
    ['no JSON', { raw: { contentType: 'application/json', content: '{"subject": ' } }],
    ['an array', { body: [1, 2, 3] }],
    ['a text', { body: 'text' }],
    ['null', { raw: { contentType: 'application/json', content: 'null' } }],
    ['unknown fields', { body: { nobodyKnowsThisField: 1 } }],
    [
      'wrong types',
      { body: { subject: 7, customer: 'x', name: [], email: {}, password: 1, reasonId: {}, phases: 'x', kind: 0 } },
    ],
    ['NUL characters', { body: { subject: 'a\u0000b', name: 'a\u0000b', customer: { familyName: '\u0000' } } }],
    ['a prototype', { raw: { contentType: 'application/json', content: '{"__proto__": {"polluted": true}}' } }],
    ['another content type', { raw: { contentType: 'application/xml', content: '<a/>' } }],
    [
      'a deep nest',
      { raw: { contentType: 'application/json', content: `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}` } },
    ],
  ];

  it.each(bodies)('that takes a body refuses %s with a problem document', async (_name, call) => {
    for (const route of routes.filter(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method))) {
      const { status, headers } = await send(api, route, call);
      expect({ ...route, status, problem: problem(status, headers) }).toMatchObject({ problem: true });
      expect({ ...route, status, refused: status >= 400 && status < 500 }).toMatchObject({ refused: true });
    }
  });

  it('that takes a body refuses one that is too large', async () => {
    const content = JSON.stringify({ subject: 'x'.repeat(3_000_000) });
    for (const route of routes.filter(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method))) {
      const answer = await sendLarge(`${leadline.url}${route.path}`, route.method, api.token ?? '', content);
      expect({ ...route, ...answer }).toMatchObject({
        contentType: expect.stringMatching(/^application\/problem\+json/),
      });
      expect([400, 404, 409, 413, 415]).toContain(answer.status);
    }
  });

  it('refuses nonsense in its query and its headers, or has no use for it, but never fails', async () => {
    const values = [
      '',
      '-1',
      '1e309',
      '99999999999999999999',
      "'; drop table events; --",
      '%00',
      '[]',
      '{"$gt":""}',
      '%ff',
    ];
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      for (const value of values) {
        const names = [...route.queries, 'nobodyKnowsThisParameter'];
        for (const name of names) {
          const path = `${route.path}?${name}=${encodeURIComponent(value)}`;
          const { status, headers } = await api.call(path);
          expect({ path, ok: status < 500, problem: problem(status, headers) }).toMatchObject({
            ok: true,
            problem: true,
          });
        }
      }
      for (const headers of [
        { 'if-match': 'nonsense' },
        { 'leadline-position': '\u00ff~' },
        { 'idempotency-key': ' ' },
      ]) {
        const { status } = await send(api, route, { headers });
        expect({ ...route, headers, ok: status < 500 }).toMatchObject({ ok: true });
      }
    }
  }, 120_000);

  it('answers a problem document where there is no such route, method or id', async () => {
    for (const [method, path] of [
      ['GET', '/api/nothing'],
      ['GET', '/api/leads/not-an-id'],
      ['DELETE', `/api/leads/${AN_ID}`],
      ['GET', `/api/leads/${AN_ID}`],
      ['GET', '/api/leads/../../etc/passwd'],
    ] as const) {
      const { status, headers } = await api.call(path, { method });
      expect([path, [400, 404, 405].includes(status), problem(status, headers)]).toEqual([path, true, true]);
    }
  });
});

/** The server answers before it has read all and then closes, which fetch takes for a failure: so a plain request. */
function sendLarge(url: string, method: string, token: string, content: string) {
  return new Promise<{ status: number; contentType: string }>((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': content.length,
    };
    const sent = request(url, { method, headers }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, contentType: answer.headers['content-type'] ?? '' });
    });
    sent.on('error', reject); // after an answer nobody hears of it
    sent.end(content);
  });
}
