import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn, type ApiClient } from './api-client.js';
import { startLeadline, until, type LeadlineProcess } from './leadline-process.js';

/** A span as OpenTelemetry writes it (OTLP/JSON), with its attributes in one object. */
interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly service: unknown;
}
type Attributes = readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
interface Line {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Attributes };
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<Span, 'attributes'> & { readonly attributes: Attributes })[];
    }[];
  }[];
}

const plain = (attributes: Attributes): Span['attributes'] =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

async function readSpans(file: string): Promise<Span[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
  return lines
    .flatMap((line) => (JSON.parse(line) as Line).resourceSpans)
    .flatMap(({ resource, scopeSpans }) =>
      scopeSpans.flatMap(({ spans }) =>
        spans.map((span) => ({
          ...span,
          attributes: plain(span.attributes),
          service: plain(resource.attributes)['service.name'],
        })),
      ),
    );
}

/** From the request to what it led to in the end, each the parent of the next. */
const CHAIN = [
  'POST /api/identity/users',
  'command RegisterUser',
  'append user',
  'send leadline.identity.v1',
  'process leadline.identity.v1',
  'command RecordColleague',
  'append colleague',
];

describe('one trace', () => {
  let leadline: LeadlineProcess;
  let api: ApiClient;
  let folder: string;
  let file: string;
  const colleague = { email: `${randomUUID()}@example.com`, name: 'Ada Unseen-Lovelace', role: 'agent' };
  const password = 'not to be seen in any trace';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leadline-traces-'));
    file = join(folder, 'traces.jsonl');
    leadline = await startLeadline({ env: { LEADLINE_TRACE_FILE: file, LOG_LEVEL: 'info' } });
    api = await signIn(leadline);
  }, 120_000);
  afterAll(async () => {
    await leadline.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows request, command, append, publication, consumption, and the command in the other service', async () => {
    const traceId = randomBytes(16).toString('hex');
    const caller = randomBytes(8).toString('hex');
    const traceparent = `00-${traceId}-${caller}-01`;
    const { status, body } = await api.post('/api/identity/users', { ...colleague, password }, { traceparent });
    expect({ status, body }).toMatchObject({ status: 201 });

    let spans: Span[] = [];
    await until(
      async () => {
        spans = (await readSpans(file)).filter((span) => span.traceId === traceId);
        return CHAIN.every((name) => spans.some((span) => span.name === name));
      },
      30_000,
      () => `The trace has only: ${spans.map(({ name }) => name).join(', ')}`,
    );
    const named = new Map(spans.map((span) => [span.name, span]));
    const parents = CHAIN.map((name) => named.get(name)?.parentSpanId);
    expect(parents).toEqual([caller, ...CHAIN.slice(0, -1).map((name) => named.get(name)?.spanId)]);
    expect(new Set(spans.map(({ service }) => service))).toEqual(new Set(['leadline']));
    const system = process.env['KAFKA_BROKERS'] === undefined ? 'leadline' : 'kafka';
    expect(named.get('send leadline.identity.v1')?.attributes).toMatchObject({ 'messaging.system': system });
    expect(named.get('process leadline.identity.v1')?.attributes).toMatchObject({
      'messaging.system': system,
      'messaging.consumer.group.name': 'leadsRecordColleagues',
    });
    expect(named.get('command RecordColleague')?.attributes).toMatchObject({
      'leadline.command.outcome': 'committed',
      'leadline.stream.category': 'colleague',
    });

    const lines = leadline.output().split('\n');
    expect(lines.some((line) => line.includes('"msg":"request"') && line.includes(`"trace_id":"${traceId}"`))).toBe(
      true,
    );
  }, 60_000);

  it('begins with a request that brings none, and names nobody', async () => {
    await api.get(`/api/identity/users?q=${colleague.email}`);
    await until(async () => (await readSpans(file)).some(({ name }) => name === 'GET /api/identity/users'));
    const root = (await readSpans(file)).find(({ name }) => name === 'GET /api/identity/users');
    expect(root?.parentSpanId).toBeUndefined();
    const written = await readFile(file, 'utf8');
    for (const secret of [colleague.email, colleague.name, password, leadline.administrator.email, api.token ?? '-']) {
      expect(written).not.toContain(secret);
    }
  }, 60_000);

  it('is handed over whole when Leadline is stopped', async () => {
    const traceId = randomBytes(16).toString('hex');
    const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
    await api.get('/api/identity/users', { traceparent });
    expect(await leadline.stop()).toBe(0);
    const names = (await readSpans(file)).filter((span) => span.traceId === traceId).map(({ name }) => name);
    expect(names).toEqual(['GET /api/identity/users']);
  }, 60_000);
});
