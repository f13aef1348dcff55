import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signIn, type ApiClient } from './api-client.js';
import { repository, startLeadline, until, type LeadlineProcess } from './leadline-process.js';

interface Phase {
  readonly id: string;
  readonly name: string;
  readonly state: 'completed' | 'current' | 'ahead';
}
interface Lead {
  readonly id: string;
  readonly revision: number;
  readonly status: string;
  readonly subject: string;
  readonly process: { readonly phases: readonly Phase[] };
  readonly asOf?: { readonly revision: number; readonly at: string };
}
interface Import {
  readonly state: string;
  readonly total: number;
  readonly created: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly lines: readonly {
    line: number;
    outcome: string;
    leadId?: string;
    reasons?: { field?: string; message: string }[];
  }[];
}
interface Expected {
  readonly totals: { readonly records: number; readonly broken: number };
  readonly broken: readonly { readonly line: number; readonly field: string | null }[];
}

const withoutAsOf = ({ asOf: _, ...lead }: Lead): Omit<Lead, 'asOf'> => lead;

describe("a lead's life, from a CSV file to won", () => {
  let leadline: LeadlineProcess;
  let api: ApiClient;
  let expected: Expected;
  let imported: Import;

  beforeAll(async () => {
    leadline = await startLeadline();
    api = await signIn(leadline);
    expected = JSON.parse(await readFile(join(repository, 'examples/leads.expected.json'), 'utf8')) as Expected;
  }, 90_000);
  afterAll(() => leadline.dispose());

  const importFile = async (query: string, key: string): Promise<Import> => {
    const content = await readFile(join(repository, 'examples/leads.csv'));
    const started = await api.call<{ importId: string }>(`/api/leads/import${query}`, {
      method: 'POST',
      raw: { contentType: 'text/csv', content: new Uint8Array(content) },
      headers: { 'idempotency-key': key },
    });
    expect(started.status).toBe(202);
    let state: Import | undefined;
    await until(async () => {
      state = (await api.get<Import>(`/api/leads/imports/${started.body.importId}`)).body;
      return state.state !== 'running';
    }, 60_000);
    if (!state) throw new Error('The import was never seen');
    return state;
  };

  it('is tried in a dry run that creates nothing', async () => {
    const before = (await api.get<{ total: number }>('/api/leads?limit=1')).body.total;
    const dry = await importFile('?dryRun=true', `dry-${leadline.url}-${Date.now()}`);
    expect(dry).toMatchObject({ state: 'done', total: expected.totals.records });
    expect((await api.get<{ total: number }>('/api/leads?limit=1')).body.total).toBe(before);
  });

  it('begins with an import that tells each broken line and loses nothing else', async () => {
    const key = `import-${Date.now()}`;
    imported = await importFile('', key);
    expect(imported.created + imported.duplicates + imported.rejected).toBe(expected.totals.records);
    const rejected = imported.lines.filter(({ outcome }) => outcome === 'rejected');
    expect(rejected.map(({ line }) => line)).toEqual(expected.broken.map(({ line }) => line));
    for (const { reasons } of rejected) expect(reasons?.[0]?.message).toEqual(expect.stringMatching(/\w+/));
    expect(await importFile('', key)).toEqual(imported);
  }, 60_000);

  it('goes on through every phase, back once, and ends won; each step can be read again', async () => {
    const id = imported.lines.find(({ outcome }) => outcome === 'created')?.leadId ?? '';
    const path = `/api/leads/${id}`;
    const read = async (): Promise<Lead> => (await api.get<Lead>(path)).body;
    const seen: Lead[] = [await read()];
    const step = async (action: string, body?: unknown): Promise<void> => {
      const answer = await api.post(`${path}/${action}`, body);
      expect({ action, status: answer.status }).toEqual({ action, status: 200 });
      seen.push(await read());
      expect(seen.at(-1)?.revision).toBe(answer.body.revision);
    };
    const reasons = await api.get<{ items: { id: string; outcome: string }[] }>('/api/leads/closing-reasons');
    const reasonId = reasons.body.items.find(({ outcome }) => outcome === 'won')?.id;

    if (seen[0]?.status === 'open') await step('accept');
    expect(seen.at(-1)).toMatchObject({ status: 'inProgress' });
    const tooEarly = await api.post<{ code: string }>(`${path}/win`, { reasonId });
    expect([tooEarly.status, tooEarly.body.code]).toEqual([409, 'lead.phases-incomplete']);

    const phases = seen[0]?.process.phases ?? [];
    expect(phases.length).toBeGreaterThan(2);
    for (let n = 0; n < phases.length; n += 1) await step('phases/advance');
    expect(seen.at(-1)?.process.phases.every(({ state }) => state === 'completed')).toBe(true);
    await step('phases/set-back', { phaseId: phases[1]?.id });
    expect(seen.at(-1)?.process.phases[1]?.state).toBe('current');
    for (let n = 1; n < phases.length; n += 1) await step('phases/advance');
    await step('win', { reasonId, note: 'Signed on the fair' });
    expect(seen.at(-1)).toMatchObject({ status: 'won', closing: { outcome: 'won', note: 'Signed on the fair' } });

    for (const lead of seen) {
      const asOf = (await api.get<Lead>(`${path}/as-of?revision=${lead.revision}`)).body;
      expect(withoutAsOf(asOf)).toEqual(lead);
      expect(asOf.asOf?.revision).toBe(lead.revision);
      const atThatInstant = (await api.get<Lead>(`${path}/as-of?at=${asOf.asOf?.at}`)).body;
      expect(atThatInstant.revision).toBeGreaterThanOrEqual(lead.revision);
    }

    const replay = await fetch(`${leadline.url}${path}/replay`, { headers: await authorization(leadline) });
    const steps = (await replay.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { state: Lead });
    expect(steps).toHaveLength((seen.at(-1)?.revision ?? 0) + 1);
    for (const lead of seen) expect(steps[lead.revision]?.state).toEqual(lead);

    const timeline = await api.get<{ items: { at: string; text: string; kind: string }[] }>(
      `${path}/timeline?limit=100`,
    );
    const instants = timeline.body.items.map(({ at }) => at);
    expect(timeline.body.items).toHaveLength(steps.length);
    expect(instants).toEqual([...instants].sort().reverse());
    const history = await api.get<{ items: { revision: number; changes: unknown[] }[] }>(`${path}/history?limit=100`);
    expect(new Set(history.body.items.map(({ revision }) => revision)).size).toBe(steps.length);
  }, 60_000);

  it('is found in the list and by search as soon as the caller asks for its own position', async () => {
    const subject = `Wärmepumpe für Müller ${Date.now()}`;
    const created = await api.post('/api/leads', {
      subject,
      customer: { familyName: 'Müller', phones: [{ kind: 'mobile', number: '0171 1234567' }] },
    });
    expect(created.status).toBe(201);
    const position = created.headers.get('leadline-position') ?? '';
    for (const q of [`waermepumpe mueller ${subject.split(' ').at(-1)}`, subject]) {
      const found = await api.get<{ items: Lead[] }>(`/api/leads?q=${encodeURIComponent(q)}`, {
        'leadline-position': position,
      });
      expect(found.body.items.map(({ id }) => id)).toEqual([created.body.id]);
    }
  });

  it('survives a restart', async () => {
    const created = await api.post('/api/leads', {
      subject: 'Before the restart',
      customer: { organisation: 'Night GmbH' },
    });
    leadline = await leadline.restart();
    api = await signIn(leadline);
    expect((await api.get<Lead>(`/api/leads/${created.body.id}`)).body).toMatchObject({
      subject: 'Before the restart',
    });
  }, 60_000);
});

async function authorization(leadline: LeadlineProcess): Promise<{ authorization: string }> {
  const answer = await fetch(`${leadline.url}/api/identity/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(leadline.administrator),
  });
  const { accessToken } = (await answer.json()) as { accessToken: string };
  return { authorization: `Bearer ${accessToken}` };
}
