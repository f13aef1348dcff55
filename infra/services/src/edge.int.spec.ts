import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { edgeProcess, edgeVariables, fillIn } from './edge.js';
import { freePortsAfter } from './ports.js';
import { repository } from './repository.js';
import type { Replica } from './services.js';

const replica = (service: Replica['service'], n: number, port: number): Replica => ({
  name: `${service}-api-${n}`,
  service,
  role: 'api',
  port,
});

describe('The configuration of the edge', () => {
  const template = readFileSync(join(repository, 'infra/edge/nginx.conf.template'), 'utf8');
  const options = { host: '0.0.0.0', port: 3000, publicUrl: '', folder: '/tmp/edge' };

  it('has a value for every placeholder, and a server for every replica', () => {
    const replicas = [replica('leads', 1, 3001), replica('leads', 2, 3002)];
    const filled = fillIn(template, edgeVariables({ ...options, replicas }));
    expect(filled).not.toMatch(/\$\{[A-Z_]+\}/);
    expect(filled).toMatch(/server 127\.0\.0\.1:3001 .*server 127\.0\.0\.1:3002 /);
  });

  it('is refused where nothing is known of a placeholder', () => {
    expect(() => fillIn('${EDGE_SOMETHING}', {})).toThrow('EDGE_SOMETHING');
  });
});

/** What a replica answers, or a problem document. */
interface Answer {
  readonly n: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly code: string;
}

const read = async (answer: Response | undefined): Promise<Answer> => (await answer?.json()) as Answer;

/** nginx may have to be fetched for it, so it runs where the engines do. */
(process.env['EVENT_STORE_URL'] === undefined ? describe.skip : describe)('The edge (needs the engines)', () => {
  let folder: string;
  let nginx: ChildProcess;
  let url: string;
  const servers: Server[] = [];
  /** What each of the two leads replicas does with a request, and what it got. */
  let behaviour: ('answer' | 'die' | 'refuse')[] = [];
  let received: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leadline-edge-'));
    mkdirSync(join(folder, 'console/assets'), { recursive: true });
    writeFileSync(join(folder, 'console/index.html'), '<!doctype html><title>Console</title>');
    writeFileSync(join(folder, 'console/assets/app-1a2b.js'), `/* ${'x'.repeat(4_000)} */`);
    const [port = 0, ...ports] = await freePortsAfter(24_150, 4);
    for (const [n, each] of ports.entries()) servers.push(await startReplica(n, each));
    const replicas = [
      replica('leads', 1, ports[0] ?? 0),
      replica('leads', 2, ports[1] ?? 0),
      replica('identity', 1, ports[2] ?? 0),
    ];
    const binary = execFileSync(process.execPath, [join(repository, 'infra/engines/dist/main.js'), 'nginx'], {
      encoding: 'utf8',
    });
    const spec = edgeProcess({
      nginx: binary.trim(),
      host: '127.0.0.1',
      port,
      publicUrl: 'https://leads.example',
      folder,
      replicas,
      console: join(folder, 'console'),
    });
    nginx = spawn(spec.command, spec.args, { stdio: 'ignore' });
    url = `http://127.0.0.1:${port}`;
    while (!(await fetch(`${url}/health/live`).catch(() => null))?.ok)
      await new Promise((wake) => setTimeout(wake, 20));
  });

  afterAll(async () => {
    const gone = once(nginx, 'exit');
    nginx.kill('SIGTERM');
    await gone;
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(folder, { recursive: true });
  });

  beforeEach(() => {
    received = [];
    behaviour = ['answer', 'answer', 'answer'];
  });

  async function startReplica(n: number, port: number): Promise<Server> {
    const server = createServer((request, response) => {
      received.push(`${n} ${request.method} ${request.url}`);
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (behaviour[n] === 'die') return request.socket.destroy();
        response.writeHead(behaviour[n] === 'refuse' ? 503 : 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ n, body, headers: request.headers }));
      });
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  }

  /** Both replicas count as well again: one that failed is left out for 2 s. */
  async function bothAgain(): Promise<void> {
    behaviour = ['answer', 'answer', 'answer'];
    const seen = new Set<number>();
    while (seen.size < 2) {
      seen.add((await read(await fetch(`${url}/api/leads`))).n);
      await new Promise((wake) => setTimeout(wake, 20));
    }
    received = [];
  }

  const post = (headers: Record<string, string> = {}) =>
    fetch(`${url}/api/leads`, {
      method: 'POST',
      body: JSON.stringify({ subject: 'A' }),
      headers: { 'content-type': 'application/json', ...headers },
    });

  it('sends each path to its service, and says who asks', async () => {
    const answer = await read(await fetch(`${url}/api/identity/me?x=%2F`));
    expect(answer.n).toBe(2);
    expect(answer.headers['x-forwarded-for']).toBe('127.0.0.1');
    expect(answer.headers['host']).toBe(url.slice('http://'.length));
    await fetch(`${url}/api/operations/subscriptions`);
    await fetch(`${url}/api/leadsome`);
    expect(received).toEqual([
      '2 GET /api/identity/me?x=%2F',
      '2 GET /api/operations/subscriptions',
      '2 GET /api/leadsome',
    ]);
  });

  it('asks the other replica where one dies over a query', async () => {
    behaviour = ['die', 'answer', 'answer'];
    for (let n = 0; n < 4; n += 1) expect((await fetch(`${url}/api/leads`)).status).toBe(200);
    expect(received).toContain('0 GET /api/leads');
    await bothAgain();
  });

  it('sends a command with a key once more where a replica dies over it', async () => {
    behaviour = ['die', 'answer', 'answer'];
    const answers = [];
    for (let n = 0; n < 4; n += 1) answers.push(await post({ 'idempotency-key': `key-${n}` }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await read(answers[0])).body).toBe('{"subject":"A"}');
    expect(received).toContain('0 POST /api/leads');
    await bothAgain();
  });

  it('never sends a command without a key twice', async () => {
    behaviour = ['die', 'die', 'answer'];
    const answer = await post();
    expect([answer.status, answer.headers.get('retry-after'), (await read(answer)).code]).toEqual([
      503,
      '1',
      'engine-unavailable',
    ]);
    expect(received).toHaveLength(1);
    await bothAgain();
  });

  it('hands a refusal of a replica on as it is, and asks it again', async () => {
    behaviour = ['refuse', 'refuse', 'answer'];
    for (let n = 0; n < 3; n += 1) expect((await fetch(`${url}/api/leads`)).status).toBe(503);
    expect(received).toHaveLength(3);
  });

  it('says that a service cannot be reached as a problem document', async () => {
    const answer = await fetch(`${url}/api/contacts`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
    expect(await answer.json()).toMatchObject({ status: 503, code: 'engine-unavailable' });
  });

  it('refuses a body that is too large as a problem document', async () => {
    const answer = await fetch(`${url}/api/leads/import`, { method: 'POST', body: new Uint8Array(21 * 1024 * 1024) });
    expect([answer.status, (await read(answer)).code]).toEqual([413, 'too-large']);
  });

  it.each(['/', '/leads/1', '/index.html'])('serves the console at %s to a browser, fresh each time', async (path) => {
    const answer = await fetch(`${url}${path}`, { headers: { accept: 'text/html,*/*' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(await answer.text()).toContain('Console');
  });

  it('serves what is named after its content for ever, and compressed', async () => {
    const answer = await fetch(`${url}/assets/app-1a2b.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('content-type')).toBe('application/javascript; charset=utf-8');
  });

  it.each(['/assets/old.js', '/metrics', '/api', '/health'])('has nothing to show at %s', async (path) => {
    const answer = await fetch(`${url}${path}`, { headers: { accept: 'text/html' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await answer.json()).toMatchObject({ status: 404, code: 'not-found' });
    expect(received).toEqual([]);
  });
});
