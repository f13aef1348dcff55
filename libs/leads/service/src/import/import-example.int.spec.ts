import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callers, startLeadsApi, type LeadsApi } from '../testing/leads-api.js';
import type { ImportProgress } from './import-progress.js';
import { importClient, type ImportClient } from './testing/import-client.js';

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

const byLine = ({ lines }: ImportProgress) => new Map(lines.map((line) => [line.line, line]));

describe('the import of the example', () => {
  let api: LeadsApi;
  let client: ImportClient;
  let example: Buffer;
  let expected: Expected;
  let dry: ImportProgress;
  let real: ImportProgress;

  beforeAll(async () => {
    example = await readFile(new URL('leads.csv', EXAMPLES));
    expected = JSON.parse(await readFile(new URL('leads.expected.json', EXAMPLES), 'utf8')) as Expected;
    api = await startLeadsApi();
    client = importClient(api);
  });
  afterAll(() => api.close());

  it('can be tried without creating anything', async () => {
    dry = await client.imported(example, { query: '?dryRun=true', token: 'sue' });
    expect(dry).toMatchObject({ state: 'done', dryRun: true, total: 400, done: 400, ignoredColumns: [] });
    expect(dry.lines.some(({ leadId }) => leadId !== undefined)).toBe(false);
    expect(await client.count()).toBe(0);
    for (const settings of ['/sources', '/marketplaces']) {
      expect((await api.get(settings).expect(200)).body.total).toBe(0);
    }
  });

  it('rejects exactly the broken lines, each with its line, its field and a sentence', async () => {
    real = await client.imported(example, { token: 'sue', key: 'example' });
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
    expect(await client.count()).toBe(real.created);
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
    const before = await client.count();
    const again = await client.upload(example, { token: 'sue', key: 'example' });
    expect(await client.progress(again.body.importId, 'sue')).toEqual(real);
    expect(await client.count()).toBe(before);
    expect((await client.upload('Name\nOther', { token: 'sue', key: 'example' })).body.code).toBe(
      'idempotency-key-reused',
    );
  });

  it('once more, under another key, finds every lead there already', async () => {
    const before = await client.count();
    const again = await client.imported(example, { token: 'sue', key: 'another' });
    expect(again).toMatchObject({ created: 0, duplicates: 386, rejected: 14 });
    expect(await client.count()).toBe(before);
    const [first] = again.lines;
    expect(first).toMatchObject({ outcome: 'duplicate', leadId: byLine(real).get(2)?.leadId });
    expect(first?.reasons?.[0]?.code).toBe('lead-import.reference-known');
  });

  it('is seen by who asked for it and by supervisors, by nobody else', async () => {
    const { body } = await client.upload('Name\nMeier', { token: 'ada' });
    await api.caughtUp();
    await api.get(`/imports/${body.importId}`, 'ada').expect(200);
    await api.get(`/imports/${body.importId}`, 'sue').expect(200);
    await api.get(`/imports/${body.importId}`, 'root').expect(200);
    expect((await api.get(`/imports/${body.importId}`, 'ben').expect(404)).body.code).toBe('lead-import.not-found');
    await api.get(`/imports/${callers.ada.actor.id}`, 'root').expect(404);
  });

  it('shows the lines of one outcome', async () => {
    const { body } = await client.upload(example, { token: 'sue', key: 'example' });
    const rejected = await client.progress(body.importId, 'sue', '?outcome=rejected');
    expect(rejected).toMatchObject({ total: 400, created: real.created });
    expect(rejected.lines).toHaveLength(14);
    await api.get(`/imports/${body.importId}?outcome=x`, 'sue').expect(400);
  });
});
