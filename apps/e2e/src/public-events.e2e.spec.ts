import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicEventSchemas } from '@leadline/leads-contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Kafka, logLevel, type Consumer } from 'kafkajs';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { signIn } from './api-client.js';
import { repository, startLeadline, until, type LeadlineProcess } from './leadline-process.js';

const brokers = process.env['KAFKA_BROKERS'];

interface CloudEvent {
  readonly specversion: string;
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
}

(brokers === undefined ? describe.skip : describe)('a consumer with bare kafkajs (needs KAFKA_BROKERS)', () => {
  let leadline: LeadlineProcess;
  let consumer: Consumer | undefined;
  let documented: ChildProcess | undefined;
  const received: { key: string; event: CloudEvent }[] = [];

  beforeAll(async () => {
    leadline = await startLeadline();
    const kafka = new Kafka({ clientId: 'anybody', brokers: (brokers ?? '').split(','), logLevel: logLevel.NOTHING });
    consumer = kafka.consumer({ groupId: `anybody-${Date.now()}` });
    await consumer.connect();
    await consumer.subscribe({ topic: 'leadline.leads.v1', fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) => {
        received.push({ key: String(message.key), event: JSON.parse(String(message.value)) as CloudEvent });
      },
    });
  }, 120_000);
  afterAll(async () => {
    await consumer?.disconnect();
    if (documented) await ended(documented);
    await leadline.dispose();
  });

  it("sees a lead's public events in order, valid against the generated schemas", async () => {
    const api = await signIn(leadline);
    const { id } = (await api.post('/api/leads', { subject: 'Public', customer: { organisation: 'Öffentlich AG' } }))
      .body;
    const { phases } = (await api.get<{ process: { phases: { id: string }[] } }>(`/api/leads/${id}`)).body.process;
    for (const _ of phases) await api.post(`/api/leads/${id}/phases/advance`);
    await api.post(`/api/leads/${id}/phases/set-back`, { phaseId: phases.at(-1)?.id });
    await api.post(`/api/leads/${id}/phases/advance`);
    const reasons = await api.get<{ items: { id: string; outcome: string }[] }>('/api/leads/closing-reasons');
    const reasonId = reasons.body.items.find(({ outcome }) => outcome === 'won')?.id;
    expect((await api.post(`/api/leads/${id}/win`, { reasonId })).status).toBe(200);

    const ofLead = (): CloudEvent[] => received.filter(({ key }) => key === id).map(({ event }) => event);
    await until(async () => ofLead().some(({ type }) => type.includes('LeadWon')), 30_000);

    const names = ofLead().map(({ type }) => /Lead[A-Za-z]+/.exec(type)?.[0]);
    expect(names[0]).toBe('LeadCreated');
    expect(names.slice(-3)).toEqual(['LeadSetBack', 'LeadPhaseAdvanced', 'LeadWon']);
    expect(names.filter((name) => name === 'LeadPhaseAdvanced')).toHaveLength(phases.length + 1);
    expect(new Set(ofLead().map((event) => event.id)).size).toBe(ofLead().length);

    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const schemas: Readonly<Record<string, object>> = publicEventSchemas();
    for (const event of ofLead()) {
      const validate = ajv.getSchema(`urn:leadline:${event.type}`) ?? ajv.compile(schemas[event.type] ?? { not: {} });
      expect({ type: event.type, valid: validate(event), errors: validate.errors }).toMatchObject({ valid: true });
      expect(event).toMatchObject({ specversion: '1.0', source: '/leadline/leads', subject: id });
    }
  }, 60_000);

  it('is what docs/subscribe.md shows, as it stands there', async () => {
    const { id } = (
      await (
        await signIn(leadline)
      ).post('/api/leads', { subject: 'Told', customer: { organisation: 'Öffentlich AG' } })
    ).body;
    const file = join(repository, 'examples/subscribe.mjs');
    const [broker = ''] = (brokers ?? '').split(',');
    const consuming = spawn(process.execPath, [file, broker, `documented-${Date.now()}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    documented = consuming;
    const lines: { type: string; lead: string; by: { kind: string } }[] = [];
    createInterface(consuming.stdout).on('line', (line) => {
      // kafkajs writes its own log there as well.
      const parsed = JSON.parse(line);
      if ('lead' in parsed) lines.push(parsed);
    });
    await until(
      async () => lines.some(({ lead }) => lead === id),
      30_000,
      () => `It printed ${lines.length} events, none of the lead; exit code ${consuming.exitCode}`,
    );
    expect(lines.find(({ lead }) => lead === id)).toMatchObject({
      type: 'leadline.leads.LeadCreated.v1',
      by: { kind: 'user' },
    });
  }, 60_000);
});

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
