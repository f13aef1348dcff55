import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '@leadline/event-sourcing';
import request from 'supertest';
import { loadConfig } from './config/config.js';
import { createApi, drainApi } from './create-api.js';
import { openEngines } from './engines/open-engines.js';
import { createLogger } from './logging/logger.js';
import type { Engines } from './service-definition.js';
import { counterService } from './testing/counter-service.js';
import { callerNamed, fixedAuthenticator } from './testing/fixed-authenticator.js';
import { createWorker, type RunningWorker } from './worker/create-worker.js';

const folder = mkdtempSync(join(tmpdir(), 'leadline-work-'));
const config = loadConfig({ LEADLINE_DATA: folder });
const logger = createLogger('silent');
let engines: Engines;
let worker: RunningWorker;
let app: NestFastifyApplication;

beforeAll(async () => {
  engines = await openEngines(config);
  worker = await createWorker({ services: [counterService], engines, config, logger });
  app = await createApi({
    services: [counterService],
    engines,
    config,
    logger,
    metricSources: { work: () => worker.figures() },
    authenticator: fixedAuthenticator({ agent: callerNamed('Ada'), admin: callerNamed('Root', 'administrator') }),
  });
});

afterAll(async () => {
  await app.close();
  await worker.stop();
  await engines.close();
  rmSync(folder, { recursive: true });
});

const http = () => request(app.getHttpServer());
const post = (url: string, token = 'agent') => http().post(url).set('authorization', `Bearer ${token}`);
const get = (url: string, token = 'agent') => http().get(url).set('authorization', `Bearer ${token}`);

async function start(label: string): Promise<{ id: string; position: string }> {
  const { body, headers } = await post('/api/counters').send({ label }).expect(201);
  return { id: body.id, position: String(headers['leadline-position']) };
}

describe('a query', () => {
  it('that names a position includes everything up to it', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { id, position } = await start(`round ${round}`);
      const { body, headers } = await get(`/api/counters/${id}`).set('leadline-position', position).expect(200);
      expect(body).toEqual({ id, label: `round ${round}`, value: 0, revision: 0 });
      expect(headers['etag']).toBe('"0"');
      const again = await post(`/api/counters/${id}/increase`).set('if-match', '"0"').send({ by: 2 }).expect(200);
      const seen = await get(`/api/counters/${id}`).set(
        'leadline-position',
        String(again.headers['leadline-position']),
      );
      expect(seen.body).toMatchObject({ value: 2, revision: 1 });
    }
  });

  it('pages through everything once', async () => {
    const { position } = await start('last');
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
      const page = await get(`/api/counters?limit=7&sort=-label${query}`)
        .set('leadline-position', position)
        .expect(200);
      seen.push(...page.body.items.map(({ id }: { id: string }) => id));
      expect(page.body.total).toBeGreaterThanOrEqual(21);
      after = page.body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(21);
  });

  it('refuses a cursor that is not one of its own', async () => {
    const { body } = await get('/api/counters?after=nonsense').expect(400);
    expect(body.errors).toMatchObject([{ field: 'after' }]);
  });
});

describe('operations', () => {
  it('are for administrators', async () => {
    for (const url of ['/api/operations/subscriptions', '/api/operations/dead-letters']) {
      await get(url).expect(403);
      await get(url, 'admin').expect(200);
    }
    await post('/api/operations/read-models/counters/rebuild').expect(403);
  });

  it('show how the subscriptions stand', async () => {
    await worker.work.idle();
    await expectEventually(async () => {
      const { body } = await get('/api/operations/subscriptions', 'admin').expect(200);
      expect(body.items).toContainEqual(
        expect.objectContaining({ name: 'counters', kind: 'readModel', partition: 0, caughtUp: true, lag: 0 }),
      );
    });
  });

  it('are told to Prometheus', async () => {
    await worker.work.idle();
    const figures = await worker.figures();
    const lag = figures.find(({ name }) => name === 'leadline_subscription_lag')?.values ?? [];
    expect(lag).toContainEqual(
      expect.objectContaining({ value: 0, labels: { subscription: 'counters', kind: 'readModel', partition: 0 } }),
    );
  });

  it('are told under the names that operators read of', async () => {
    const { text } = await http().get('/metrics').expect(200);
    const told = new Set([...text.matchAll(/^# HELP (\w+)/gm)].map(([, name]) => name));
    const manual = readFileSync(resolve(import.meta.dirname, '../../../../docs/operations.md'), 'utf8');
    const named = [...manual.matchAll(/`((?:leadline|nodejs|process)_\w+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(5);
    const ofHistogram = (name: string): string => name.replace(/_(count|sum|bucket)$/, '');
    expect(named.filter((name) => !told.has(name) && !told.has(ofHistogram(name)))).toEqual([]);
  });

  it.each(['rebuild', 'verify'])('%s a read model, once per idempotency key', async (kind) => {
    const ask = () => post(`/api/operations/read-models/counters/${kind}`, 'admin').set('idempotency-key', kind);
    const asked = await ask().expect(202);
    expect((await ask().expect(202)).body).toEqual(asked.body);
    await expectEventually(async () => {
      const { body } = await get(`/api/operations/rebuilds/${asked.body.jobId}`, 'admin').expect(200);
      expect(body).not.toHaveProperty('error');
      expect(body).toMatchObject({ kind, readModel: 'counters', state: 'done', progress: 1 });
      if (kind === 'verify') expect(body.differences).toEqual([]);
    });
    const { body: jobs } = await get('/api/operations/rebuilds', 'admin').expect(200);
    expect(jobs.items[0]).toMatchObject({ id: asked.body.jobId, kind, state: 'done' });
    await get('/api/counters').expect(200);
  });

  it('know what is not there', async () => {
    await post('/api/operations/read-models/nothing/rebuild', 'admin').expect(404);
    await post(`/api/operations/dead-letters/${newId()}/retry`, 'admin').expect(404);
    await get(`/api/operations/rebuilds/${newId()}`, 'admin').expect(404);
  });
});

describe('a process that ends', () => {
  it('answers 503 to who waits for what is not folded any more', async () => {
    await worker.stop();
    const { id, position } = await start('late');
    const answer = await get(`/api/counters/${id}`).set('leadline-position', position).expect(503);
    expect(answer.body.code).toBe('position-not-reached');
    expect(answer.headers['retry-after']).toBe('1');
    await get(`/api/counters/${id}`).expect(404);
  });

  it('is not ready any more before it takes nothing', async () => {
    await http().get('/health/live').expect(200);
    expect((await http().get('/health/ready').expect(200)).body.status).toBe('up');
    drainApi(app);
    await http().get('/health/ready').expect(503);
    await http().get('/health/live').expect(200);
  });
});

/** Tries until it holds: nobody tells a test when a report is written. */
async function expectEventually(holds: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((wake) => setTimeout(wake, 20));
    }
  }
}
