import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EngineUnavailableError } from '@leadline/engines';
import { loadConfig } from './config/config.js';
import { createApi, drainApi } from './create-api.js';
import { openEngines } from './engines/open-engines.js';
import { createLogger } from './logging/logger.js';
import type { Engines } from './service-definition.js';
import { counterService, gate } from './testing/counter-service.js';
import { callerNamed, fixedAuthenticator } from './testing/fixed-authenticator.js';

const folder = mkdtempSync(join(tmpdir(), 'leadline-shutdown-'));
const config = loadConfig({ LEADLINE_DATA: folder });
const headers = { authorization: 'Bearer agent' };
let engines: Engines;
let app: NestFastifyApplication;
let url: string;
let ping: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  engines = await openEngines(config);
  app = await createApi({
    services: [counterService],
    engines,
    config,
    authenticator: fixedAuthenticator({ agent: callerNamed('Ada') }),
    logger: createLogger('silent'),
    checks: { other: () => ping() },
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  url = await app.getUrl();
});

afterAll(async () => {
  await engines.close();
  rmSync(folder, { recursive: true });
});

/** What the server answers to bytes that need not be HTTP. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('a process', () => {
  it.each([
    ['no HTTP', 'hello\r\n\r\n', '400'],
    ['a head that is too long', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, '431'],
  ])('answers %s with a problem document', async (_what, bytes, status) => {
    const answer = await raw(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
  });

  it('is ready only while everything it needs is well', async () => {
    const ready = async () => {
      const answer = await fetch(`${url}/health/ready`);
      return [answer.status, await answer.json()];
    };
    const well = { eventStore: 'up', messageBus: 'up', readModels: 'up', blobs: 'up', other: 'up' };
    expect(await ready()).toEqual([200, { status: 'up', checks: well }]);
    ping = () => Promise.reject(new EngineUnavailableError('Something'));
    expect(await ready()).toEqual([503, { status: 'down', checks: { ...well, other: 'down' } }]);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    ping = async () => undefined;
  });

  it('that ends finishes the requests it has, and takes no others', async () => {
    const entered = gate.close();
    const running = fetch(`${url}/api/counters/slow`, { headers });
    await entered;
    drainApi(app);
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
    const closed = app.close();
    await refused();
    gate.open();
    expect((await running).status).toBe(200);
    await closed;
  });
});

/** Resolves once nobody listens any more. */
async function refused(): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/health/live`, { headers: { connection: 'close' } }).catch(() => null);
    if (answer === null) return;
    expect([200, 503]).toContain(answer.status);
  }
}
