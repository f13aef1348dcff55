import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { newId } from '@leadline/event-sourcing';
import request from 'supertest';
import { loadConfig } from '../config/config.js';
import { createApi } from '../create-api.js';
import { openEngines } from '../engines/open-engines.js';
import { createLogger } from '../logging/logger.js';
import type { Engines } from '../service-definition.js';
import { counterService } from '../testing/counter-service.js';
import { callerNamed, fixedAuthenticator } from '../testing/index.js';

const folder = mkdtempSync(join(tmpdir(), 'leadline-operations-'));
const config = loadConfig({ LEADLINE_DATA: folder });
const asAdmin = { authorization: 'Bearer admin' };
let engines: Engines;
let app: NestFastifyApplication;
let document: OpenApi;

interface OpenApi {
  readonly paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, object> }> }>>;
  readonly components: { readonly schemas: Record<string, object> };
}

/** In the ledger everything that can be in it, with every optional field both there and left out. */
async function fillLedger({ ledger }: Engines): Promise<void> {
  const at = '2026-11-02T09:00:00.000Z';
  const status = { partition: 0, partitions: 1, lag: 3, caughtUp: false, deadLetters: 0 };
  const nobody = { holder: null, leaseUntil: null };
  await ledger.report({ ...status, ...nobody, name: 'counters', kind: 'readModel', position: '1', reportedAt: at });
  await ledger.report({ ...status, ...nobody, name: 'elsewhere', kind: 'readModel', position: null, reportedAt: at });
  const lease = 'when-x-then-y';
  await ledger.report({ ...status, ...nobody, name: lease, kind: 'reaction', position: '1', lease, reportedAt: at });
  await ledger.holdLease(lease, 'me', 60_000);
  const problem = 'aheadOfLog';
  await ledger.report({
    ...status,
    ...nobody,
    name: 'set-back',
    kind: 'publication',
    position: '9',
    problem,
    reportedAt: at,
  });
  const job = { id: newId(), readModel: 'counters', done: 5, progress: 0.5, startedAt: at };
  await ledger.putJob({ ...job, kind: 'rebuild', state: 'running' });
  await ledger.putJob({ ...job, id: newId(), kind: 'verify', state: 'done', finishedAt: at, differences: ['a'] });
  await ledger.putJob({
    ...job,
    id: newId(),
    kind: 'rebuild',
    state: 'failed',
    finishedAt: at,
    error: 'TypeError: no',
  });
  const letter = { partition: 0, eventId: newId(), eventType: 'CounterStarted.v1', position: '1', attempts: 8 };
  const failed = { ...letter, stream: 'counter-1', error: 'no', failedAt: at };
  await ledger.putDeadLetter({ ...failed, id: newId(), subscription: 'counters', generation: 'v1-a' });
  await ledger.putDeadLetter({ ...failed, id: newId(), subscription: 'when-x-then-y' });
}

beforeAll(async () => {
  engines = await openEngines(config);
  await fillLedger(engines);
  app = await createApi({
    services: [counterService],
    engines,
    config,
    logger: createLogger('silent'),
    authenticator: fixedAuthenticator({ admin: callerNamed('Root', 'administrator') }),
  });
  const { body } = await http().get('/api/operations/openapi.json');
  document = body;
});

afterAll(async () => {
  await app.close();
  await engines.close();
  rmSync(folder, { recursive: true });
});

const http = () => request(app.getHttpServer());
const get = async (url: string) => (await http().get(url).set(asAdmin).expect(200)).body;

/** What is wrong with an answer by its schema, which here allows nothing that it does not name. */
function wrongIn(answer: unknown, path: string, method: string, status: string): unknown {
  const content = document.paths[path]?.[method]?.responses[status]?.content?.['application/json'];
  if (!content || !('schema' in content)) return `${method} ${path} describes no answer ${status}`;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const schemas = JSON.parse(JSON.stringify(document.components.schemas), closed);
  ajv.addSchema({ $id: 'doc', components: { schemas } });
  const validate = ajv.compile(JSON.parse(JSON.stringify(content.schema).replaceAll('"#/', '"doc#/')));
  return validate(answer) ? [] : validate.errors;
}

function closed(_key: string, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && 'properties' in value;
  return isObject ? { ...value, additionalProperties: false } : value;
}

describe('the answers of operations', () => {
  it.each([
    ['/api/operations/subscriptions', 4],
    ['/api/operations/dead-letters', 2],
    ['/api/operations/rebuilds', 3],
    ['/api/operations/read-models', 2],
  ])('are those of the document: %s', async (path, count) => {
    const answer = await get(path);
    expect(answer.items).toHaveLength(count);
    expect(wrongIn(answer, path, 'get', '200')).toEqual([]);
  });

  it('are those of the document for every single job', async () => {
    const { items } = await get('/api/operations/rebuilds');
    for (const { id } of items) {
      const answer = await get(`/api/operations/rebuilds/${id}`);
      expect(wrongIn(answer, '/api/operations/rebuilds/{id}', 'get', '200')).toEqual([]);
    }
  });

  it('to what is asked for are those of the document', async () => {
    const asked = await http().post('/api/operations/read-models/counters/rebuild').set(asAdmin).expect(202);
    expect(wrongIn(asked.body, '/api/operations/read-models/{name}/rebuild', 'post', '202')).toEqual([]);
    const waiting = await get(`/api/operations/rebuilds/${asked.body.jobId}`);
    expect(waiting).toMatchObject({ state: 'waiting' });
    expect(wrongIn(waiting, '/api/operations/rebuilds/{id}', 'get', '200')).toEqual([]);
    const [letter] = (await get('/api/operations/dead-letters')).items;
    const retried = await http().post(`/api/operations/dead-letters/${letter.id}/retry`).set(asAdmin).expect(202);
    expect(wrongIn(retried.body, '/api/operations/dead-letters/{id}/retry', 'post', '202')).toEqual([]);
  });

  it('would be found out if they were not', async () => {
    const answer = await get('/api/operations/subscriptions');
    const path = '/api/operations/subscriptions';
    expect(wrongIn({ items: [{ ...answer.items[0], more: 1 }] }, path, 'get', '200')).not.toEqual([]);
    expect(wrongIn({ items: [{ ...answer.items[0], lag: '3' }] }, path, 'get', '200')).not.toEqual([]);
  });
});

describe('the list of read models', () => {
  it('counts the documents of its own, and names those of others', async () => {
    const { items } = await get('/api/operations/read-models');
    expect(items).toEqual([
      { name: 'counters', version: 1, documents: 0 },
      { name: 'elsewhere', version: null, documents: null },
    ]);
  });
});
