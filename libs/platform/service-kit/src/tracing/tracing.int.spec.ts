import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@leadline/event-sourcing';
import { runWork } from '@leadline/subscriptions';
import { loadConfig } from '../config/config.js';
import { openEngines } from '../engines/open-engines.js';
import { createLogger } from '../logging/logger.js';
import type { Engines, ServiceDefinition } from '../service-definition.js';
import { openCounterApi, type CounterApi } from '../testing/counter-api.js';
import { counterService } from '../testing/counter-service.js';
import { readSpans, type WrittenSpan } from '../testing/read-spans.js';
import { createWorker, type RunningWorker } from '../worker/create-worker.js';
import { startTracing, type Tracing } from './start-tracing.js';

const folder = mkdtempSync(join(tmpdir(), 'leadline-tracing-'));
const file = join(folder, 'deep/traces.jsonl');
const env = { LEADLINE_DATA: join(folder, 'data'), LEADLINE_TRACE_FILE: file };
const config = loadConfig(env);
const TOPIC = { name: 'leadline.counters.v1', partitions: 1, retentionDays: 1 };
const heard: string[] = [];

/** The counter service, with all kinds of work behind it. */
const service: ServiceDefinition = {
  ...counterService,
  topics: [TOPIC],
  work: () => ({
    reactions: [{ name: 'whenCounted', categories: ['counter'], handle: async () => undefined }],
    publications: [
      {
        name: 'publishCounters',
        topic: TOPIC,
        categories: ['counter'],
        translate: ({ id, stream }) => ({ key: stream, headers: { ce_id: id }, value: '{}' }),
      },
    ],
    consumptions: [
      {
        name: 'hearCounters',
        topics: [TOPIC],
        handle: async ({ key }) => void heard.push(key),
      },
    ],
  }),
};

let tracing: Tracing;
let engines: Engines;
let api: CounterApi;
let worker: RunningWorker;

beforeAll(async () => {
  tracing = await startTracing(config, 'spec', createLogger('silent'));
  engines = await openEngines(config);
  api = await openCounterApi({ LEADLINE_TRACE_FILE: file }, { services: [service], engines });
  worker = await createWorker({ services: [service], engines, config, logger: createLogger('silent') });
});
afterAll(async () => {
  await worker.stop();
  await api.close();
  await engines.close();
  await tracing.stop();
});

const traceparentOf = (traceId: string, flags = '01'): string => `00-${traceId}-00f067aa0ba902b7-${flags}`;
const freshTraceId = (): string => newId().replaceAll('-', '');

/** Waits until a trace has a span of each name, and answers what it has by then. */
async function spansOf(traceId: string, ...names: readonly string[]): Promise<WrittenSpan[]> {
  for (const end = performance.now() + 10_000; ;) {
    const spans = (await readSpans(file)).filter((span) => span.traceId === traceId);
    if (names.every((name) => spans.some((span) => span.name === name))) return spans;
    if (performance.now() > end) throw new Error(`Only: ${spans.map(({ name }) => name).join(', ')}`);
    await new Promise(setImmediate);
  }
}

function only(spans: readonly WrittenSpan[], name: string): WrittenSpan {
  const [span, ...others] = spans.filter((each) => each.name === name);
  if (!span || others.length > 0) throw new Error(`${others.length + (span ? 1 : 0)} spans are called ${name}`);
  return span;
}

describe('a trace', () => {
  it('leads from the request through command, append and publication to the consumption', async () => {
    const traceId = freshTraceId();
    const id = await api.startCounter();
    await api
      .post(`/api/counters/${id}/increase?by=me`)
      .set('traceparent', traceparentOf(traceId))
      .send({ by: 3 })
      .expect(200);
    const send = `send ${TOPIC.name}`;
    const process = `process ${TOPIC.name}`;
    const route = 'POST /api/counters/:id/increase';
    const spans = await spansOf(traceId, route, send, process, 'react whenCounted', 'project counters');
    const parents = new Map(spans.map(({ spanId, name }) => [spanId, name]));
    const parentOf = (name: string): string | undefined => parents.get(only(spans, name).parentSpanId ?? '');
    expect(only(spans, route).parentSpanId).toBe('00f067aa0ba902b7');
    expect(parentOf('command Increase')).toBe(route);
    expect(parentOf('append counter')).toBe('command Increase');
    expect(parentOf(send)).toBe('append counter');
    expect(parentOf('react whenCounted')).toBe('append counter');
    expect(parentOf('project counters')).toBe('append counter');
    expect(parentOf(process)).toBe(send);
    expect(spans.filter(({ isError }) => isError)).toEqual([]);
  });

  it('says of the request what the conventions ask for, and nothing of what was sent', async () => {
    const traceId = freshTraceId();
    const id = await api.startCounter();
    await api
      .post(`/api/counters/${id}/increase?mail=ada@example.com`)
      .set('traceparent', traceparentOf(traceId))
      .set('x-correlation-id', 'c-1')
      .send({ by: 3 })
      .expect(200);
    const name = 'POST /api/counters/:id/increase';
    expect(only(await spansOf(traceId, name), name).attributes).toEqual({
      'http.request.method': 'POST',
      'http.route': '/api/counters/:id/increase',
      'http.response.status_code': 200,
      'url.path': `/api/counters/${id}/increase`,
      'url.scheme': 'http',
      'leadline.correlation_id': 'c-1',
    });
  });

  it('keeps out of its path what is no id', async () => {
    const traceId = freshTraceId();
    await api.get('/api/counters/ada@example.com').set('traceparent', traceparentOf(traceId)).expect(400);
    const span = only(await spansOf(traceId, 'GET /api/counters/:id'), 'GET /api/counters/:id');
    expect(span.attributes).toMatchObject({ 'url.path': '/api/counters/:id', 'http.response.status_code': 400 });
    expect(span.isError).toBe(false);
  });

  it('tells a command that was rejected from one that failed', async () => {
    const traceId = freshTraceId();
    const id = await api.startCounter();
    const traced = (test: ReturnType<typeof api.post>) => test.set('traceparent', traceparentOf(traceId));
    await traced(api.post(`/api/counters/${id}/increase`))
      .send({ by: 11 })
      .expect(409);
    const rejected = only(await spansOf(traceId, 'command Increase'), 'command Increase');
    expect(rejected.isError).toBe(false);
    expect(rejected.attributes).toMatchObject({
      'leadline.command.outcome': 'rejected',
      'leadline.command.code': 'counter.full',
      'leadline.stream.category': 'counter',
    });
    await traced(api.get('/api/counters/broken')).expect(500);
    const broken = only(await spansOf(traceId, 'GET /api/counters/broken'), 'GET /api/counters/broken');
    expect(broken.isError).toBe(true);
    expect(broken.attributes).toMatchObject({ 'error.type': '500' });
  });

  it('is not recorded where the caller says so, nor is what follows from it', async () => {
    const traceId = freshTraceId();
    const id = await api.startCounter();
    const increase = (flags: string) =>
      api
        .post(`/api/counters/${id}/increase`)
        .set('traceparent', traceparentOf(traceId, flags))
        .send({ by: 1 })
        .expect(200);
    await increase('00');
    const [, quiet] = await storedEvents(id);
    expect(quiet?.metadata).not.toHaveProperty('traceparent');
    await increase('01');
    const spans = await spansOf(traceId, `process ${TOPIC.name}`);
    expect(spans.filter(({ name }) => name === 'command Increase')).toHaveLength(1);
  });

  it('does not begin with health, files or what leads nowhere', async () => {
    const traceId = freshTraceId();
    for (const url of ['/health/live', '/metrics', '/nowhere']) {
      await api.http().get(url).set('traceparent', traceparentOf(traceId));
    }
    await api.get('/api/counters/hello').set('traceparent', traceparentOf(traceId)).expect(200);
    const spans = await spansOf(traceId, 'GET /api/counters/hello');
    expect(spans).toHaveLength(1);
  });

  it('is in the lines of the log that are written in it', async () => {
    const traceId = freshTraceId();
    await api.get('/api/counters/broken').set('traceparent', traceparentOf(traceId)).expect(500);
    await spansOf(traceId, 'GET /api/counters/broken');
    const lines = api.lines.map((line) => JSON.parse(line)).filter((line) => line.trace_id === traceId);
    expect(lines.map(({ msg }) => msg)).toContain('request');
    expect(lines.length).toBeGreaterThan(1);
  });

  it('tells of the failure of a consumption by its name, not by its message', async () => {
    const traceId = freshTraceId();
    const consumption = {
      name: 'deaf',
      topics: [TOPIC],
      handle: async ({ key }: { readonly key: string }) => {
        if (key === 'loud') throw new Error('ada@example.com was not heard');
      },
    };
    const work = [{ readModels: [], reactions: [], publications: [], consumptions: [consumption] }];
    const retry = { attempts: 2, firstDelayMs: 1, maxDelayMs: 1 };
    const running = runWork({ ...engines, name: 'deaf', work, retry, log: createLogger('silent') });
    const headers = { ce_id: '1', traceparent: traceparentOf(traceId) };
    await engines.messageBus.publish(TOPIC.name, [{ key: 'loud', value: '{}', headers }]);
    await until(() => engines.ledger.deadLetters('deaf'));
    await running.stop();
    const [failed] = await until(async () =>
      (await readSpans(file)).filter(({ isError, name }) => isError && name.startsWith('process')),
    );
    expect(failed).toMatchObject({
      traceId,
      isError: true,
      attributes: { 'error.type': 'Error', 'leadline.attempts': 2, 'leadline.subscription': 'deaf' },
    });
    expect(JSON.stringify(failed)).not.toContain('ada@');
  });

  it('is not continued by what comes long after it: a rebuild and a replay make no spans', async () => {
    const traceId = freshTraceId();
    const at = '2020-01-01T00:00:00.000Z';
    const metadata = { at, traceparent: traceparentOf(traceId) };
    const event = { id: newId(), type: 'CounterStarted.v1', data: { label: 'old' }, metadata };
    const stream = `counter-${newId()}`;
    await engines.eventStore.append(stream, [event], 'none');
    await until(async () => heard.filter((key) => key === stream));
    expect(await worker.work.idle()).toBe(true);
    expect((await readSpans(file)).filter((span) => span.traceId === traceId)).toEqual([]);
  });
});

async function storedEvents(id: string) {
  const events = [];
  for await (const event of engines.eventStore.readStream(`counter-${id}`)) events.push(event);
  return events;
}

async function until<T>(find: () => Promise<readonly T[]>): Promise<readonly T[]> {
  for (const end = performance.now() + 10_000; ;) {
    const found = await find();
    if (found.length > 0) return found;
    if (performance.now() > end) throw new Error('Nothing came');
    await new Promise(setImmediate);
  }
}
