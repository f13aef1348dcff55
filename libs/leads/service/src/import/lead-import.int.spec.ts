import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger, createWorker, loadConfig, type RunningWorker } from '@leadline/service-kit';
import { leadsService } from '../index.js';
import { callers, startLeadsApi, type LeadsApi } from '../testing/leads-api.js';
import { importClient, type ImportClient } from './testing/import-client.js';

let api: LeadsApi;
let client: ImportClient;

const start = async (): Promise<void> => {
  api = await startLeadsApi();
  client = importClient(api);
};

describe('an import', () => {
  beforeAll(start);
  afterAll(() => api.close());

  it('understands what Excel writes as CSV on Windows', async () => {
    const done = await client.imported(
      Buffer.from('Betreff;Nachname;Ort\r\nW\xe4rmepumpe;M\xfcller;K\xf6ln\r\n', 'latin1'),
    );
    const { body } = await api.get(`/${done.lines[0]?.leadId}`).expect(200);
    expect(body).toMatchObject({
      subject: 'Wärmepumpe',
      customer: { familyName: 'Müller', address: { city: 'Köln' } },
      status: 'open',
    });
  });

  it('gives leads to colleagues whom it knows, and leaves the others in the pool with a word', async () => {
    const file = 'Subject,Name,Owner\nOne,Adams,BEN@example.com\nTwo,Baker,nobody@example.com\n';
    const { lines } = await client.imported(file, { token: 'root' });
    const [first, second] = lines;
    expect(first).toEqual({ line: 2, outcome: 'created', leadId: expect.any(String) });
    expect((await api.get(`/${first?.leadId}`, 'ben').expect(200)).body).toMatchObject({
      status: 'inProgress',
      assigneeId: callers.ben.actor.id,
    });
    expect(second).toMatchObject({ outcome: 'created', reasons: [{ field: 'assigneeEmail' }] });
    // In the language of whoever reads it.
    expect(second?.reasons?.[0]?.message).toContain('Niemand');
    expect((await api.get(`/${second?.leadId}`).expect(200)).body).toMatchObject({ status: 'open' });
  });

  it('keeps what stands in columns that it does not know, and names them', async () => {
    const done = await client.imported('Betreff;Name;Hobby;Note\nA;Clark;Chess;Hello\nB;Davis;;\n');
    expect(done.ignoredColumns).toEqual(['Hobby']);
    const notes = await Promise.all(
      done.lines.map(async ({ leadId }) => (await api.get(`/${leadId}`).expect(200)).body.note),
    );
    expect(notes).toEqual(['Hello\nHobby: Chess', undefined]);
  });

  it('takes columns for what a mapping says', async () => {
    const mapping = encodeURIComponent(JSON.stringify({ Worum: 'subject', Wer: 'familyName' }));
    const done = await client.imported('Worum;Wer\nBoiler;Evans\n', { query: `?mapping=${mapping}` });
    expect(done).toMatchObject({ state: 'done', created: 1 });
    const pairs = encodeURIComponent('Worum:subject,Wer:organisation');
    expect(await client.imported('Worum;Wer\nBoiler;Evans & Co\n', { query: `?mapping=${pairs}` })).toMatchObject({
      created: 1,
    });
    const { body } = await client.upload('Worum;Wer\nBoiler;Evans\n', { query: '?mapping=Worum:topic' });
    expect(body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'mapping' }] });
    const absent = await client.imported('Worum;Name\nBoiler;Evans\n', { query: '?mapping=Was:subject' });
    expect(absent).toMatchObject({ state: 'failed', error: { code: 'lead-import.mapping-column-missing' } });
  });

  it('shows which leads a line is like, or leaves it out where that is asked for', async () => {
    const email = 'frank@example.com';
    const there = await api.create({ subject: 'Solar', customer: { familyName: 'Frank', email } });
    const file = `Subject,Name,Email,Phone\nAnother,Someone,${email.toUpperCase()},\nThird,Zed,,030 23125 001\n`;
    const skipped = await client.imported(file, { query: '?duplicates=skip' });
    expect(skipped).toMatchObject({ created: 1, duplicates: 1 });
    expect(skipped.lines[0]).toMatchObject({
      outcome: 'duplicate',
      leadId: there,
      reasons: [{ code: 'lead-import.skipped' }],
      candidates: [{ leadId: there, reasons: ['email'] }],
    });
    const created = await client.imported(file, { query: '?duplicates=create' });
    expect(created).toMatchObject({ created: 1, duplicates: 1 });
    expect(created.lines[0]).toMatchObject({
      outcome: 'created',
      candidates: [{ leadId: there, reasons: ['email'] }],
    });
    expect(created.lines[1]).toMatchObject({
      outcome: 'duplicate',
      leadId: skipped.lines[1]?.leadId,
      candidates: [{ leadId: skipped.lines[1]?.leadId, reasons: ['identical', 'phone', 'name'] }],
    });
  });

  it('knows a lead by what was corrected since', async () => {
    const id = await api.create({ subject: 'Roof', customer: { familyName: 'Green', organisation: 'Green Ltd' } });
    await api.patch(`/${id}`, { customer: { organisation: 'Grün GmbH' } }).expect(200);
    const [line] = (await client.imported('Subject,Name,Company\nOther,Green,Gruen GmbH\n')).lines;
    expect(line).toMatchObject({ outcome: 'created', candidates: [{ leadId: id, reasons: ['name'] }] });
  });

  it('finds a lead by an external reference that came in over HTTP', async () => {
    const externalReference = { sender: 'portal', id: '4711' };
    const id = await api.create({ customer: { familyName: 'Hall' }, externalReference });
    const [line] = (await client.imported('Subject,Name,Sender,External ID\nX,Hall,portal,4711\n')).lines;
    expect(line).toMatchObject({ outcome: 'duplicate', leadId: id });
  });

  it.each([
    ['lead-import.file-excel', Buffer.from('PK\x03\x04\0\0', 'latin1')],
    ['lead-import.file-binary', Buffer.from('%PDF\0\x01', 'latin1')],
    ['lead-import.no-known-column', Buffer.from('eins;zwei\n1;2')],
    ['lead-import.quote-open', Buffer.from('Name;Firma\nA;1\nB;"2')],
    ['lead-import.file-empty', Buffer.from('\n\n')],
  ])('of what is no file of leads fails with a reason and creates nothing: %s', async (code, content) => {
    const before = await client.count();
    const failed = await client.imported(content);
    expect(failed).toMatchObject({ state: 'failed', total: 0, lines: [], error: { code } });
    expect(failed.error?.message).toMatch(/\.$/);
    expect(await client.count()).toBe(before);
  });

  it('of a file without records is done', async () =>
    expect(await client.imported('Subject;Name\n')).toMatchObject({ state: 'done', total: 0, lines: [] }));

  it('is refused at the door without a file, with too large a one, and in another form', async () => {
    expect((await client.upload('')).status).toBe(400);
    expect((await client.upload(Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))).status).toBe(413);
    expect((await client.upload('{}', { contentType: 'application/json' })).status).toBe(415);
    expect((await client.upload('Name\nX', { query: '?dryRun=maybe' })).status).toBe(400);
    expect((await client.upload('Name\nX', { query: '?unknown=1' })).status).toBe(400);
  });

  it('asked for many times at once with one key happens once', async () => {
    const before = await client.count();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => client.upload('Subject,Name\nOnce,Irwin\n', { key: 'at-once' })),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.importId}`)).size).toBe(1);
    expect(await client.count()).toBe(before + 1);
  });

  it('of a file that another import has as well makes the leads once', async () => {
    const before = await client.count();
    const file = ['Subject,Name', ...Array.from({ length: 120 }, (_, i) => `Twice ${i},Jones ${i}`)].join('\n');
    const [one, two] = await Promise.all([client.upload(file, { key: 'one' }), client.upload(file, { key: 'two' })]);
    expect(await client.count()).toBe(before + 120);
    const reports = await Promise.all([one, two].map(({ body }) => client.progress(body.importId)));
    expect(reports.map(({ created, duplicates }) => created + duplicates)).toEqual([120, 120]);
    expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(120);
  });

  it('of 5,000 lines ends, and every line is told', async () => {
    const before = await client.count();
    const file = [
      'Subject;Name;Company;Email;Source;Price;Interest',
      ...Array.from({ length: 5_000 }, (_, i) => `Big ${i};Lewis ${i};Firm ${i % 700};l${i}@example.com;Web;1,50;Roof`),
    ].join('\r\n');
    const done = await client.imported(file);
    expect(done).toMatchObject({ state: 'done', total: 5_000, created: 5_000 });
    expect(done.lines.map(({ line }) => line)).toEqual(Array.from({ length: 5_000 }, (_, i) => i + 2));
    expect(await client.count()).toBe(before + 5_000);
  }, 120_000);
});

describe('an import whose worker stops', () => {
  beforeAll(start);
  afterAll(() => api.close());

  it('goes on where it was once another takes over', async () => {
    const logger = createLogger('fatal');
    const anotherWorker = (): Promise<RunningWorker> =>
      createWorker({ services: [leadsService], engines: api.engines, config: loadConfig({}), logger });
    const file = ['Subject,Name', ...Array.from({ length: 1_500 }, (_, i) => `Long ${i},King ${i}`)].join('\n');
    const { body } = await client.upload(file);
    let worker = api.worker;
    const stoppedAt: number[] = [];
    for (
      let seen = await client.progress(body.importId);
      seen.state === 'running';
      seen = await client.progress(body.importId)
    ) {
      if (seen.done < (stoppedAt.at(-1) ?? 0) + 200) continue;
      await worker.stop();
      stoppedAt.push((await client.progress(body.importId)).done);
      worker = await anotherWorker();
    }
    expect(stoppedAt.length).toBeGreaterThan(2);
    expect(stoppedAt[0]).toBeLessThan(1_500);
    expect(await client.progress(body.importId)).toMatchObject({ state: 'done', total: 1_500, created: 1_500 });
    expect(await worker.work.idle()).toBe(true);
    expect((await api.get('?limit=1', 'root').expect(200)).body.total).toBe(1_500);
    await worker.stop();
  }, 60_000);
});
