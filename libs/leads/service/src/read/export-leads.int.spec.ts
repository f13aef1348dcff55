import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@leadline/event-sourcing';
import { readColumns } from '../import/columns.js';
import { importClient } from '../import/testing/import-client.js';
import { callers, startLeadsApi, type LeadsApi, type Token } from '../testing/leads-api.js';

let api: LeadsApi;
beforeAll(async () => {
  api = await startLeadsApi();
  await api.create({ subject: 'boiler', customer: { familyName: 'Ångström' } });
  await api.create({ subject: 'Solar', customer: { organisation: 'Bäckerei Muß' } }, 'ben');
  await api.caughtUp();
});
afterAll(() => api.close());

describe('the export', () => {
  it('is the list as CSV', async () => {
    const { text, headers } = await api
      .get('/export?sort=subject&assigneeId=' + callers.ben.actor.id, 'sue')
      .expect(200);
    expect(headers['content-type']).toContain('text/csv');
    const [head, line, rest] = text.replace('\ufeff', '').split('\r\n');
    expect(head).toContain('subject,note,salutation,givenName,familyName,organisation,email,phone,mobile');
    expect(line).toContain('Solar');
    expect(line).toContain('Bäckerei Muß');
    expect(rest).toBe('');
  });

  it('does not let a spreadsheet calculate what somebody wrote', async () => {
    await api.create({ subject: '=HYPERLINK("http://evil")', customer: { familyName: 'Exported' } }, 'website');
    await api.caughtUp();
    const { text } = await api.get('/export?q=exported', 'sue').expect(200);
    expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`);
  });

  it('keeps a note with bare line breaks, and several interests, in their cells, so that an import reads them back', async () => {
    const customer = { familyName: 'Roundtrip' };
    const note = 'first line\nsecond line';
    const price = { amountMinor: 1250, currency: 'EUR' };
    await api.create({
      subject: 'There and back',
      note,
      customer,
      interests: [
        { description: 'Heat pump', quantity: '1' },
        { description: 'Wallbox', quantity: '2', unitPrice: price },
      ],
    });
    await api.caughtUp();
    const { text } = await api.get('/export?q=roundtrip', 'sue').expect(200);
    const [record] = parse<Record<string, string>>(text, { columns: true, bom: true });
    expect(record).toMatchObject({
      note,
      interest: 'Heat pump (1)\nWallbox (2 × 12.50 EUR)',
      quantity: '',
      unitPrice: '',
    });
    const columns = readColumns(Object.keys(record ?? {}));
    expect([columns.fields.size, columns.ignored]).toEqual([Object.keys(record ?? {}).length - 8, []]);
  });

  it('has the head alone where there is nothing', async () => {
    const { text } = await api.get('/export?q=nothingofthekind', 'sue').expect(200);
    expect(text.trim().split('\r\n')).toHaveLength(1);
  });

  it('goes on over pages', async () => {
    const made = Array.from({ length: 30 }, () => api.create({ subject: 'Many', customer: { familyName: 'Many' } }));
    await Promise.all(made);
    await api.caughtUp();
    const { text } = await api.get('/export?q=many', 'sue').expect(200);
    expect(text.trim().split('\r\n')).toHaveLength(31);
  });

  it('is parted by what the caller’s spreadsheet expects, or by what is asked for', async () => {
    const head = async (token: Token, query = ''): Promise<string> =>
      (await api.get(`/export?q=solar${query}`, token).expect(200)).text.slice(0, '\ufeffid;status'.length);
    expect(await head('sue')).toBe('\ufeffid,status');
    expect(await head('root')).toBe('\ufeffid;status');
    expect(await head('website')).toBe('\ufeffid,status');
    expect(await head('root', '&delimiter=,')).toBe('\ufeffid,status');
    expect(await head('sue', '&delimiter=%3B')).toBe('\ufeffid;status');
    expect(await head('sue', '&delimiter=tab')).toBe('\ufeffid\tstatus');
    await api.get('/export?delimiter=x').expect(400);
  });

  it.each<Token>(['sue', 'root'])('of %s can be imported, phone numbers and formulas as they were', async (token) => {
    const tag = newId();
    const phones = [{ kind: 'mobile', number: '+491711234567' }];
    const id = await api.create({ subject: `=1+1 ${tag}`, note: '@home', customer: { familyName: 'Rückweg', phones } });
    await api.caughtUp();
    const { text } = await api.get(`/export?q=${tag}`, token).expect(200);
    expect(text).toContain("'+491711234567");
    await api.post(`/${id}/deactivate`).expect(200);
    const { lines } = await importClient(api).imported(text.replaceAll('Rückweg', 'Hinweg'));
    const { body } = await api.get(`/${lines[0]?.leadId}`).expect(200);
    expect([body.subject, body.customer.phones[0].number]).toEqual([`=1+1 ${tag}`, '+491711234567']);
    expect(body.note).toContain('@home');
  });
});
