import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger, createWorker, loadConfig, type RunningWorker } from '@leadline/service-kit';
import request, { type Response } from 'supertest';
import { leadsService } from '../index.js';
import { callers, startLeadsApi, type LeadsApi, type Token } from '../testing/leads-api.js';
import type { ImportProgress } from './import-progress.js';

const EXAMPLES = new URL('../../../../../examples/', import.meta.url);

interface Found {
  readonly line: number;
  readonly of: { readonly line: number };
}
interface Expected {
  readonly totals: { readonly records: number };
  readonly broken: readonly { readonly line: number; readonly field: string | null }[];
  readonly duplicates: Readonly<
    Record<'externalId' | 'exactCustomerAndSubject' | 'sameEmailAndSubject' | 'samePersonWrittenDifferently', Found[]>
  >;
  readonly notDuplicates: Readonly<Record<string, Found[]>>;
}

let api: LeadsApi;
let example: Buffer;
let expected: Expected;

beforeAll(async () => {
  example = await readFile(new URL('leads.csv', EXAMPLES));
  expected = JSON.parse(await readFile(new URL('leads.expected.json', EXAMPLES), 'utf8')) as Expected;
});

/** Uploads a file; answers the response. */
const upload = async (
  content: string | Buffer,
  { query = '', token = 'ada' as Token, key = '', contentType = 'text/csv' } = {},
): Promise<Response> => {
  const test = request(api.app.getHttpServer())
    .post(`/api/leads/import${query}`)
    .set('authorization', `Bearer ${token}`)
    .set('content-type', contentType);
  if (key) void test.set('idempotency-key', key);
  return test.send(content);
};
const progress = async (importId: string, token: Token = 'ada', query = ''): Promise<ImportProgress> =>
  (await api.get(`/imports/${importId}${query}`, token).expect(200)).body;
/** Uploads a file and waits for its end. */
const imported = async (
  content: string | Buffer,
  options: Parameters<typeof upload>[1] = {},
): Promise<ImportProgress> => {
  const { status, body } = await upload(content, options);
  expect({ status, body }).toMatchObject({ status: 202 });
  await api.caughtUp();
  return progress(body.importId, options.token);
};
const count = async (): Promise<number> => {
  await api.caughtUp();
  return (await api.get('?limit=1', 'root').expect(200)).body.total;
};
const byLine = ({ lines }: ImportProgress) => new Map(lines.map((line) => [line.line, line]));

describe('the import of the example', () => {
  let dry: ImportProgress;
  let real: ImportProgress;

  beforeAll(async () => {
    api = await startLeadsApi();
  });
  afterAll(() => api.close());

  it('can be tried without creating anything', async () => {
    dry = await imported(example, { query: '?dryRun=true', token: 'sue' });
    expect(dry).toMatchObject({ state: 'done', dryRun: true, total: 400, done: 400, ignoredColumns: [] });
    expect(dry.lines.some(({ leadId }) => leadId !== undefined)).toBe(false);
    expect(await count()).toBe(0);
    for (const settings of ['/sources', '/marketplaces']) {
      expect((await api.get(settings).expect(200)).body.total).toBe(0);
    }
  });

  it('rejects exactly the broken lines, each with its line, its field and a sentence', async () => {
    real = await imported(example, { token: 'sue', key: 'example' });
    expect(real).toMatchObject({ state: 'done', dryRun: false, total: 400, done: 400, rejected: 14 });
    const rejected = real.lines.filter(({ outcome }) => outcome === 'rejected');
    expect(rejected.map(({ line, reasons = [] }) => ({ line, field: reasons[0]?.field ?? null }))).toEqual(
      expected.broken.map(({ line, field }) => ({ line, field })),
    );
    for (const { reasons = [] } of rejected) {
      expect(reasons).toHaveLength(1);
      expect(reasons[0]?.message).toMatch(/\w{3,}.*[.?]$/s);
      expect(reasons[0]?.message).not.toContain('–');
    }
  });

  it('tells the same in a dry run, but for the leads', () => {
    const without = ({ lines, ...rest }: ImportProgress) => ({
      ...rest,
      dryRun: null,
      lines: lines.map(({ leadId: _, candidates, ...line }) => ({
        ...line,
        candidates: candidates?.map(({ leadId: __, ...candidate }) => candidate),
      })),
    });
    expect(without(dry)).toEqual(without(real));
  });

  it('recognises what stands there twice, and drops nothing else', () => {
    const lines = byLine(real);
    const { externalId, exactCustomerAndSubject, sameEmailAndSubject, samePersonWrittenDifferently } =
      expected.duplicates;
    for (const { line, of } of [...externalId, ...exactCustomerAndSubject]) {
      expect(lines.get(line)).toMatchObject({ outcome: 'duplicate', leadId: lines.get(of.line)?.leadId });
      expect(lines.get(line)?.candidates?.[0]).toMatchObject({ line: of.line });
    }
    for (const { line, of } of [...sameEmailAndSubject, ...samePersonWrittenDifferently]) {
      const found = lines.get(line);
      expect(found?.candidates).toContainEqual(
        expect.objectContaining({ line: of.line, leadId: lines.get(of.line)?.leadId }),
      );
    }
    for (const { line } of Object.values(expected.notDuplicates).flat()) {
      expect(lines.get(line)).toMatchObject({ line, outcome: 'created' });
    }
    // The e-mail of line 387 is in capitals, and nothing else about it differs: it is the same lead once more.
    const same = [...externalId, ...exactCustomerAndSubject].map(({ line }) => line);
    const duplicates = real.lines.filter(({ outcome }) => outcome === 'duplicate').map(({ line }) => line);
    expect(duplicates).toEqual([...same, 387].sort((a, b) => a - b));
    expect(real).toMatchObject({ duplicates: 13, created: 373 });
  });

  it('makes leads that wait in the pool, with everything that stood in the file', async () => {
    expect(await count()).toBe(real.created);
    const lead = async (line: number): Promise<Record<string, unknown>> =>
      (await api.get(`/${byLine(real).get(line)?.leadId}`, 'sue').expect(200)).body;
    expect(await lead(2)).toMatchObject({
      subject: 'Notstromfähiger Speicher gesucht',
      status: 'open',
      customer: {
        salutation: 'Herr Ing.',
        givenName: 'Sepp',
        familyName: 'Moser',
        phones: [{ kind: 'mobile', number: '+436600000401', typed: '+43 (0)660 0000 401' }],
        address: { street: 'Bahnhofstraße 46', postalCode: '6850', region: 'Vorarlberg', countryCode: 'AT' },
      },
      source: { name: 'Website' },
      externalReference: { sender: 'website-formular', id: 'WEB-00043' },
      receivedAt: '2025-11-03T15:31:02.000Z',
      note: 'Preisvorstellung < 15.000 € & Montage vor Weihnachten',
      interests: [
        {
          description: 'Batteriespeicher 10 kWh',
          quantity: '1',
          unitPrice: { amountMinor: 629_900, currency: 'EUR' },
        },
      ],
    });
    expect(await lead(9)).toMatchObject({ interests: [{ description: 'Wärmepumpe' }, { description: 'PV-Anlage' }] });
  });

  it('says in a line who was not found for it', () => {
    expect(byLine(real).get(2)?.reasons).toMatchObject([
      { field: 'assigneeEmail', code: 'lead-import.assignee-unknown' },
    ]);
  });

  it('makes each source and marketplace once', async () => {
    const names = async (path: string): Promise<string[]> =>
      (await api.get(path).expect(200)).body.items.map(({ name }: { name: string }) => name).sort();
    expect(await names('/sources')).toEqual(
      ['Empfehlung', 'Fachpartner', 'Messe Intersolar', 'Newsletter', 'Portal', 'Telefon', 'Website'].sort(),
    );
    expect(await names('/marketplaces')).toEqual(['Dachstrom-Börse', 'Energieforum Schweiz', 'HeizWechsel']);
  });

  it('with the same key is the same import, and creates nothing twice', async () => {
    const before = await count();
    const again = await upload(example, { token: 'sue', key: 'example' });
    expect(await progress(again.body.importId, 'sue')).toEqual(real);
    expect(await count()).toBe(before);
    expect((await upload('Name\nOther', { token: 'sue', key: 'example' })).body.code).toBe('idempotency-key-reused');
  });

  it('once more, under another key, finds every lead there already', async () => {
    const before = await count();
    const again = await imported(example, { token: 'sue', key: 'another' });
    expect(again).toMatchObject({ created: 0, duplicates: 386, rejected: 14 });
    expect(await count()).toBe(before);
    const [first] = again.lines;
    expect(first).toMatchObject({ outcome: 'duplicate', leadId: byLine(real).get(2)?.leadId });
    expect(first?.reasons?.[0]?.code).toBe('lead-import.reference-known');
  });

  it('is seen by who asked for it and by supervisors, by nobody else', async () => {
    const { body } = await upload('Name\nMeier', { token: 'ada' });
    await api.caughtUp();
    await api.get(`/imports/${body.importId}`, 'ada').expect(200);
    await api.get(`/imports/${body.importId}`, 'sue').expect(200);
    await api.get(`/imports/${body.importId}`, 'root').expect(200);
    expect((await api.get(`/imports/${body.importId}`, 'ben').expect(404)).body.code).toBe('lead-import.not-found');
    await api.get(`/imports/${callers.ada.actor.id}`, 'root').expect(404);
  });

  it('shows the lines of one outcome', async () => {
    const { body } = await upload(example, { token: 'sue', key: 'example' });
    const rejected = await progress(body.importId, 'sue', '?outcome=rejected');
    expect(rejected).toMatchObject({ total: 400, created: real.created });
    expect(rejected.lines).toHaveLength(14);
    await api.get(`/imports/${body.importId}?outcome=x`, 'sue').expect(400);
  });
});

describe('an import', () => {
  beforeAll(async () => {
    api = await startLeadsApi();
  });
  afterAll(() => api.close());

  it('understands what Excel writes as CSV on Windows', async () => {
    const done = await imported(Buffer.from('Betreff;Nachname;Ort\r\nW\xe4rmepumpe;M\xfcller;K\xf6ln\r\n', 'latin1'));
    const { body } = await api.get(`/${done.lines[0]?.leadId}`).expect(200);
    expect(body).toMatchObject({
      subject: 'Wärmepumpe',
      customer: { familyName: 'Müller', address: { city: 'Köln' } },
      status: 'open',
    });
  });

  it('gives leads to colleagues whom it knows, and leaves the others in the pool with a word', async () => {
    const file = 'Subject,Name,Owner\nOne,Adams,BEN@example.com\nTwo,Baker,nobody@example.com\n';
    const { lines } = await imported(file, { token: 'root' });
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
    const done = await imported('Betreff;Name;Hobby;Note\nA;Clark;Chess;Hello\nB;Davis;;\n');
    expect(done.ignoredColumns).toEqual(['Hobby']);
    const notes = await Promise.all(
      done.lines.map(async ({ leadId }) => (await api.get(`/${leadId}`).expect(200)).body.note),
    );
    expect(notes).toEqual(['Hello\nHobby: Chess', undefined]);
  });

  it('takes columns for what a mapping says', async () => {
    const mapping = encodeURIComponent(JSON.stringify({ Worum: 'subject', Wer: 'familyName' }));
    const done = await imported('Worum;Wer\nBoiler;Evans\n', { query: `?mapping=${mapping}` });
    expect(done).toMatchObject({ state: 'done', created: 1 });
    const pairs = encodeURIComponent('Worum:subject,Wer:organisation');
    expect(await imported('Worum;Wer\nBoiler;Evans & Co\n', { query: `?mapping=${pairs}` })).toMatchObject({
      created: 1,
    });
    const { body } = await upload('Worum;Wer\nBoiler;Evans\n', { query: '?mapping=Worum:topic' });
    expect(body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'mapping' }] });
    const absent = await imported('Worum;Name\nBoiler;Evans\n', { query: '?mapping=Was:subject' });
    expect(absent).toMatchObject({ state: 'failed', error: { code: 'lead-import.mapping-column-missing' } });
  });

  it('shows which leads a line is like, or leaves it out where that is asked for', async () => {
    const email = 'frank@example.com';
    const there = await api.create({ subject: 'Solar', customer: { familyName: 'Frank', email } });
    const file = `Subject,Name,Email,Phone\nAnother,Someone,${email.toUpperCase()},\nThird,Zed,,030 23125 001\n`;
    const skipped = await imported(file, { query: '?duplicates=skip' });
    expect(skipped).toMatchObject({ created: 1, duplicates: 1 });
    expect(skipped.lines[0]).toMatchObject({
      outcome: 'duplicate',
      leadId: there,
      reasons: [{ code: 'lead-import.skipped' }],
      candidates: [{ leadId: there, reasons: ['email'] }],
    });
    const created = await imported(file, { query: '?duplicates=create' });
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
    const [line] = (await imported('Subject,Name,Company\nOther,Green,Gruen GmbH\n')).lines;
    expect(line).toMatchObject({ outcome: 'created', candidates: [{ leadId: id, reasons: ['name'] }] });
  });

  it('finds a lead by an external reference that came in over HTTP', async () => {
    const externalReference = { sender: 'portal', id: '4711' };
    const id = await api.create({ customer: { familyName: 'Hall' }, externalReference });
    const [line] = (await imported('Subject,Name,Sender,External ID\nX,Hall,portal,4711\n')).lines;
    expect(line).toMatchObject({ outcome: 'duplicate', leadId: id });
  });

  it.each([
    ['lead-import.file-excel', Buffer.from('PK\x03\x04\0\0', 'latin1')],
    ['lead-import.file-binary', Buffer.from('%PDF\0\x01', 'latin1')],
    ['lead-import.no-known-column', Buffer.from('eins;zwei\n1;2')],
    ['lead-import.quote-open', Buffer.from('Name;Firma\nA;1\nB;"2')],
    ['lead-import.file-empty', Buffer.from('\n\n')],
  ])('of what is no file of leads fails with a reason and creates nothing: %s', async (code, content) => {
    const before = await count();
    const failed = await imported(content);
    expect(failed).toMatchObject({ state: 'failed', total: 0, lines: [], error: { code } });
    expect(failed.error?.message).toMatch(/\.$/);
    expect(await count()).toBe(before);
  });

  it('of a file without records is done', async () =>
    expect(await imported('Subject;Name\n')).toMatchObject({ state: 'done', total: 0, lines: [] }));

  it('is refused at the door without a file, with too large a one, and in another form', async () => {
    expect((await upload('')).status).toBe(400);
    expect((await upload(Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))).status).toBe(413);
    expect((await upload('{}', { contentType: 'application/json' })).status).toBe(415);
    expect((await upload('Name\nX', { query: '?dryRun=maybe' })).status).toBe(400);
    expect((await upload('Name\nX', { query: '?unknown=1' })).status).toBe(400);
  });

  it('asked for many times at once with one key happens once', async () => {
    const before = await count();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => upload('Subject,Name\nOnce,Irwin\n', { key: 'at-once' })),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.importId}`)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it('of a file that another import has as well makes the leads once', async () => {
    const before = await count();
    const file = ['Subject,Name', ...Array.from({ length: 120 }, (_, i) => `Twice ${i},Jones ${i}`)].join('\n');
    const [one, two] = await Promise.all([upload(file, { key: 'one' }), upload(file, { key: 'two' })]);
    expect(await count()).toBe(before + 120);
    const reports = await Promise.all([one, two].map(({ body }) => progress(body.importId)));
    expect(reports.map(({ created, duplicates }) => created + duplicates)).toEqual([120, 120]);
    expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(120);
  });

  it('of 5,000 lines ends, and every line is told', async () => {
    const before = await count();
    const file = [
      'Subject;Name;Company;Email;Source;Price;Interest',
      ...Array.from({ length: 5_000 }, (_, i) => `Big ${i};Lewis ${i};Firm ${i % 700};l${i}@example.com;Web;1,50;Roof`),
    ].join('\r\n');
    const started = performance.now();
    const done = await imported(file);
    process.stderr.write(`5,000 lines: ${Math.round(performance.now() - started)} ms\n`);
    expect(done).toMatchObject({ state: 'done', total: 5_000, created: 5_000 });
    expect(done.lines.map(({ line }) => line)).toEqual(Array.from({ length: 5_000 }, (_, i) => i + 2));
    expect(await count()).toBe(before + 5_000);
  }, 120_000);
});

describe('an import whose worker stops', () => {
  beforeAll(async () => {
    api = await startLeadsApi();
  });
  afterAll(() => api.close());

  it('goes on where it was once another takes over', async () => {
    const logger = createLogger('fatal');
    const anotherWorker = (): Promise<RunningWorker> =>
      createWorker({ services: [leadsService], engines: api.engines, config: loadConfig({}), logger });
    const file = ['Subject,Name', ...Array.from({ length: 1_500 }, (_, i) => `Long ${i},King ${i}`)].join('\n');
    const { body } = await upload(file);
    let worker = api.worker;
    const stoppedAt: number[] = [];
    for (let seen = await progress(body.importId); seen.state === 'running'; seen = await progress(body.importId)) {
      if (seen.done < (stoppedAt.at(-1) ?? 0) + 200) continue;
      await worker.stop();
      stoppedAt.push((await progress(body.importId)).done);
      worker = await anotherWorker();
    }
    expect(stoppedAt.length).toBeGreaterThan(2);
    expect(stoppedAt[0]).toBeLessThan(1_500);
    expect(await progress(body.importId)).toMatchObject({ state: 'done', total: 1_500, created: 1_500 });
    expect(await worker.work.idle()).toBe(true);
    expect((await api.get('?limit=1', 'root').expect(200)).body.total).toBe(1_500);
    await worker.stop();
  }, 60_000);
});
