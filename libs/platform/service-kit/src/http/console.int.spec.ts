import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { listRoutes } from '../create-api.js';
import { openCounterApi, type CounterApi } from '../testing/counter-api.js';
import { serveConsole } from './console.js';

const SCRIPT = 'console.log("leadline");\n'.repeat(100);
const PAGE = '<!doctype html><title>Leadline</title>';

const above = mkdtempSync(join(tmpdir(), 'leadline-console-'));
const folder = join(above, 'dist');
let api: CounterApi;

beforeAll(async () => {
  const files: Record<string, string | Buffer> = {
    'index.html': PAGE,
    'favicon.svg': '<svg/>',
    'assets/index-Ab3.js': SCRIPT,
    'assets/index-Ab3.js.br': brotliCompressSync(SCRIPT),
    'assets/index-Ab3.js.gz': gzipSync(SCRIPT),
    'assets/plain-Cd4.js': SCRIPT,
    '../secret.txt': 'secret',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  api = await openCounterApi({}, { console: folder });
  await api.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await api.close();
  rmSync(above, { recursive: true });
});

const browse = (url: string) => api.http().get(url).set('accept', 'text/html,application/xhtml+xml,*/*;q=0.8');

describe('the console', () => {
  it('is a page at every address that a browser opens', async () => {
    for (const url of ['/', '/leads', '/leads/01990000-0000-7000-8000-000000000000?tab=history', '/users/new']) {
      const { text, headers } = await browse(url).expect(200);
      expect(text).toBe(PAGE);
      expect(headers).toMatchObject({
        'content-type': expect.stringContaining('text/html'),
        'cache-control': 'no-cache',
        'content-security-policy': expect.stringContaining("script-src 'self'"),
      });
    }
  });

  it('keeps what is named after its content for ever, and asks for the rest again', async () => {
    const cached = async (url: string) => (await api.http().get(url).expect(200)).headers['cache-control'];
    expect(await cached('/assets/index-Ab3.js')).toContain('immutable');
    expect(await cached('/favicon.svg')).toBe('public, max-age=3600');
    expect(await cached('/index.html')).toBe('no-cache');
  });

  it('answers 304 to who has it', async () => {
    const { headers } = await browse('/').expect(200);
    await browse('/').set('if-none-match', String(headers['etag'])).expect(304);
  });

  it.each([
    ['br, gzip', '/assets/index-Ab3.js', 'br'],
    ['gzip', '/assets/index-Ab3.js', 'gzip'],
    ['br, gzip', '/assets/plain-Cd4.js', undefined],
  ])('comes compressed ahead where %s is taken for %s', async (accepted, url, encoding) => {
    const { headers, body, text } = await api.http().get(url).set('accept-encoding', accepted).expect(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toContain('javascript');
    expect(headers['vary']?.toLowerCase()).toContain('accept-encoding');
    if (encoding !== 'br') expect(text ?? body.toString()).toBe(SCRIPT);
  });

  it('answers HEAD like GET, without the body', async () => {
    for (const url of ['/', '/leads', '/assets/plain-Cd4.js']) {
      const get = await browse(url);
      const head = await api.http().head(url).set('accept', 'text/html').expect(200);
      expect(head.text ?? '').toBe('');
      for (const name of ['content-length', 'content-type', 'cache-control', 'etag']) {
        expect([name, head.headers[name]]).toEqual([name, get.headers[name]]);
      }
    }
  });

  it('is not there for programs, nor for files of an older build', async () => {
    await api.http().get('/leads').expect(404);
    const old = await browse('/assets/index-Old.js').expect(404);
    expect(old.headers['cache-control']).toBe('no-store');
    await api.http().post('/leads').expect(404);
  });

  it('leaves the API alone', async () => {
    for (const url of ['/api', '/api/unknown', '/api/counters/a/b/c', '/health', '/health/unknown', '/metrics/x']) {
      const { body, headers } = await browse(url).expect(404);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body.code).toBe('not-found');
    }
    await browse('/api/counters').expect(401);
    const wrong = await browse('/api/counters/one/increase').expect(405);
    expect(wrong.headers['allow']).toBe('POST');
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '//secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/....//secret.txt',
    `/${'../'.repeat(30)}etc/passwd`,
  ])('shows nothing that lies elsewhere: %s', async (path) => {
    // By hand: clients tidy such paths up before they send them.
    const { port } = new URL(await api.app.getUrl());
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`),
      );
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
  });

  it('is listed as public', () => {
    const routes = listRoutes(api.app).filter(({ url }) => url === '/*');
    expect(routes.map(({ method, public: isPublic }) => [method, isPublic])).toEqual([
      ['GET', true],
      ['HEAD', true],
    ]);
  });

  it('must have been built', async () => {
    await expect(serveConsole(Fastify(), join(above, 'nowhere'), {})).rejects.toThrow('npm run build');
  });
});
