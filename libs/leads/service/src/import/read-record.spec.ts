import { describe, expect, it } from '@jest/globals';
import { testMetadata } from '@leadline/event-sourcing/testing';
import { DEFAULT_SALES_PROCESS, leadCodec, leadDecider } from '@leadline/leads-domain';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { CreateLeadBody } from '../lead/lead.dto.js';
import { readColumns } from './columns.js';
import { IMPORT_FIELDS, type ImportField } from '@leadline/leads-contracts/import-fields';
import { importMessages } from './import-messages.js';
import { sentenceOf } from './import-sentences.js';
import { readRecord, type LeadRow } from './read-record.js';

type Cells = Partial<Record<ImportField | 'Hobby' | 'Anmerkung', string>>;

const read = (cells: Cells): ReturnType<typeof readRecord> => {
  const names = Object.keys(cells);
  const columns = readColumns(names);
  return readRecord({ number: 1, line: 2, cells: Object.values(cells) }, { columns, delimiter: ';' }, 'Europe/Berlin');
};
const rowOf = (cells: Cells): LeadRow => {
  const result = read(cells);
  if ('reasons' in result) throw new Error(JSON.stringify(result.reasons));
  return result.row;
};
const faults = (cells: Cells): (string | undefined)[][] => {
  const result = read(cells);
  return 'reasons' in result ? result.reasons.map(({ field, code }) => [field, code]) : [];
};

describe('a record', () => {
  it('says what a lead is', () =>
    expect(
      rowOf({
        subject: ' Heat pump ',
        salutation: 'Ms',
        givenName: 'Eva',
        familyName: 'Müller',
        organisation: 'Müller Bau',
        email: 'Eva@Example.com',
        phone: '0621 123456',
        mobile: '0171/1234567',
        street: 'C 1',
        postalCode: '01067',
        city: 'Mannheim',
        region: 'BW',
        countryCode: 'Germany',
        source: 'Fair',
        marketplace: 'Portal',
        assigneeEmail: 'ada@example.com',
        externalSender: 'crm',
        externalId: '00526',
        receivedAt: '31.10.2026 14:30',
        note: 'a\r\nb',
        interest: 'Heat pump 9 kW',
        quantity: '1,5',
        unitPrice: '1.249,00',
        currency: 'chf',
      }),
    ).toEqual({
      subject: 'Heat pump',
      note: 'a\nb',
      customer: {
        salutation: 'Ms',
        givenName: 'Eva',
        familyName: 'Müller',
        organisation: 'Müller Bau',
        email: 'Eva@Example.com',
        phones: [
          { kind: 'work', number: '+49621123456', typed: '0621 123456' },
          { kind: 'mobile', number: '+491711234567', typed: '0171/1234567' },
        ],
        address: { street: 'C 1', postalCode: '01067', city: 'Mannheim', region: 'BW', countryCode: 'DE' },
      },
      interests: [
        {
          description: 'Heat pump 9 kW',
          quantity: '1.5',
          unitPrice: { amountMinor: 124_900, currency: 'CHF' },
        },
      ],
      externalReference: { sender: 'crm', id: '00526' },
      receivedAt: '2026-10-31T13:30:00.000Z',
      source: 'Fair',
      marketplace: 'Portal',
      assigneeEmail: 'ada@example.com',
    }));

  it('leaves out what is blank', () =>
    expect(
      JSON.parse(JSON.stringify(rowOf({ subject: 'x', familyName: ' ', phone: '', city: '', quantity: '' }))),
    ).toEqual({
      subject: 'x',
      customer: {},
      interests: [],
    }));

  it('reads a national number as one of the line’s country, and one number written twice as one', () => {
    expect(rowOf({ phone: '052 000 05 39', countryCode: 'CH' }).customer.phones).toMatchObject([
      { number: '+41520000539' },
    ]);
    expect(rowOf({ phone: '0171 1234567', mobile: '+49 171 1234567' }).customer.phones).toHaveLength(1);
  });

  it('may have several interests in a cell, but one where a quantity or price stands beside it', () => {
    expect(rowOf({ interest: 'A; B\nC' }).interests).toEqual(
      ['A', 'B', 'C'].map((description) => ({ description, quantity: '1' })),
    );
    expect(rowOf({ interest: 'A; B', quantity: '2' }).interests).toEqual([{ description: 'A; B', quantity: '2' }]);
    expect(rowOf({ interest: 'A', unitPrice: '5 €' }).interests[0]?.unitPrice?.currency).toBe('EUR');
  });

  it('loses nothing: what has no place goes into the note', () =>
    expect(
      rowOf({ note: 'First', Hobby: 'Chess', quantity: '3', unitPrice: '5', currency: 'EUR', externalSender: 'crm' })
        .note,
    ).toBe('First\nHobby: Chess\nquantity: 3\nunitPrice: 5\ncurrency: EUR\nexternalSender: crm'));

  it('may have the apostrophes that an export puts before what a spreadsheet would calculate', () => {
    expect(rowOf({ phone: "'+49 621 123456", note: "'=1+1" })).toMatchObject({
      note: '=1+1',
      customer: { phones: [{ number: '+49621123456' }] },
    });
    expect(rowOf({ note: "'s Gravenhage" }).note).toBe("'s Gravenhage");
  });

  it.each<[Cells, ImportField, string]>([
    [{ email: 'eva(at)example.com' }, 'email', 'email-invalid'],
    [{ phone: '03O 23125 4l7' }, 'phone', 'phone-unreadable'],
    [{ mobile: '12' }, 'mobile', 'phone-unreadable'],
    [{ countryCode: 'Absurdistan' }, 'countryCode', 'country-unknown'],
    [{ quantity: '-2' }, 'quantity', 'number-negative'],
    [{ quantity: 'ein paar' }, 'quantity', 'quantity-unreadable'],
    [{ quantity: '1.500' }, 'quantity', 'quantity-ambiguous'],
    [{ quantity: '1234567890123' }, 'quantity', 'number-too-long'],
    [{ quantity: '0,1234567' }, 'quantity', 'number-too-long'],
    [{ unitPrice: 'auf Anfrage' }, 'unitPrice', 'price-unreadable'],
    [{ unitPrice: '-1' }, 'unitPrice', 'number-negative'],
    [{ unitPrice: '0,125' }, 'unitPrice', 'price-too-precise'],
    [{ unitPrice: '1.249', currency: 'KWD' }, 'unitPrice', 'price-ambiguous'],
    [{ unitPrice: '9999999999999' }, 'unitPrice', 'number-too-long'],
    [{ unitPrice: '5 €', currency: 'CHF' }, 'unitPrice', 'currency-contradicts'],
    [{ unitPrice: '5', currency: 'EUO' }, 'currency', 'currency-unknown'],
    [{ receivedAt: '31.02.2026' }, 'receivedAt', 'date-impossible'],
    [{ receivedAt: 'gestern' }, 'receivedAt', 'date-unreadable'],
    [{ receivedAt: '03/04/2026' }, 'receivedAt', 'date-ambiguous'],
    [{ externalId: '7' }, 'externalSender', 'sender-missing'],
    [{ subject: 'x'.repeat(501) }, 'subject', 'text-too-long'],
    [{ interest: 'x'.repeat(1001) }, 'interest', 'text-too-long'],
    [{ interest: 'x;'.repeat(201) }, 'interest', 'too-many-interests'],
    [{ note: 'x'.repeat(9_000), Hobby: 'x'.repeat(2_000) }, 'note', 'text-too-long'],
  ])('%j is rejected with its field', (cells, field, code) =>
    expect(faults({ familyName: 'Müller', ...cells })).toEqual([[field, `lead-import.${code}`]]),
  );

  it('tells everything that is wrong with it at once', () =>
    expect(faults({ email: 'x', phone: 'y', receivedAt: 'z' }).map(([field]) => field)).toEqual([
      'email',
      'phone',
      'receivedAt',
    ]));

  it('has a cell for each column; empty ones too many do no harm', () => {
    const columns = readColumns(['subject', 'name']);
    const withCells = (...cells: string[]): unknown =>
      readRecord({ number: 1, line: 2, cells }, { columns, delimiter: '\t' }, 'UTC');
    expect(withCells('a')).toMatchObject({ reasons: [{ code: 'lead-import.too-few-cells' }] });
    expect(withCells('a', 'b', 'c')).toMatchObject({
      reasons: [{ code: 'lead-import.too-many-cells', params: { found: 3, expected: 2, delimiter: 'TAB' } }],
    });
    expect(withCells('a', 'b', '', ' ')).toMatchObject({ row: { subject: 'a' } });
  });
});

const scraps = [
  '',
  ' ',
  'Müller',
  'x@example.com',
  'a(at)b',
  '0171 1234567',
  '+41 44 000 04 38',
  '030 23125 001 ext. 5',
  '1.249,00',
  '9,8',
  '-2',
  '1.249',
  '5 €',
  'EUR',
  'DE',
  'USA',
  'Absurdistan',
  '31.10.2026',
  '2026-02-31',
  '03/04/2026',
  "'=1+1",
  'a; b',
  'a\nb',
  '"',
  '\u{1f3e0}',
  'x'.repeat(600),
];
const cell = fc.oneof(fc.constantFrom(...scraps), fc.string({ unit: 'grapheme', maxLength: 30 }));

const parametersIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
const sentences = new Map(Object.entries(importMessages).map(([code, { en }]) => [code, en]));

describe('any record', () => {
  it('is rejected with sentences, or is a lead that HTTP would take as well and the store can keep', () =>
    fc.assert(
      fc.property(fc.array(cell, { minLength: 24, maxLength: 24 }), (texts) => {
        const cells = Object.fromEntries(IMPORT_FIELDS.map((field, index) => [field, texts[index] ?? '']));
        const result = read(cells);
        if ('reasons' in result) {
          expect(result.reasons.length).toBeGreaterThan(0);
          for (const { code, params = {} } of result.reasons) {
            const sentence = sentences.get(code);
            expect(sentence).toBeDefined();
            expect(Object.keys(params)).toEqual(expect.arrayContaining(parametersIn(sentence ?? '')));
          }
          return;
        }
        const { source: _, marketplace: __, assigneeEmail: ___, ...fields } = result.row;
        const lead = { ...fields, subject: fields.subject || 'x', customer: { familyName: 'x', ...fields.customer } };
        const body = plainToInstance(CreateLeadBody, JSON.parse(JSON.stringify(lead)));
        expect(validateSync(body, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
        const data = { ...lead, process: DEFAULT_SALES_PROCESS, imported: true };
        const events = leadDecider.decide({ type: 'CreateLead', data, metadata: testMetadata }, null);
        expect(leadCodec.encode(events, testMetadata)).toHaveLength(1);
      }),
      { numRuns: 500 },
    ));

  it('finds each field acceptable on its own, where it does', () =>
    fc.assert(
      fc.property(fc.constantFrom(...IMPORT_FIELDS), cell, (field, text) => {
        const result = read({ familyName: 'Müller', interest: 'Roof', externalSender: 'crm', [field]: text });
        if ('reasons' in result) return;
        const { source: _, marketplace: __, assigneeEmail: ___, ...fields } = result.row;
        const lead = { ...fields, subject: fields.subject || 'x', customer: { organisation: 'x', ...fields.customer } };
        const body = plainToInstance(CreateLeadBody, JSON.parse(JSON.stringify(lead)));
        expect(validateSync(body, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
      }),
      { numRuns: 1_000 },
    ));
});

describe('the sentences of the import', () => {
  it('end as sentences do, in both languages, with the same parameters', () => {
    for (const [code, { en, de }] of Object.entries(importMessages)) {
      expect([code, parametersIn(de)]).toEqual([code, parametersIn(en)]);
      if (!code.endsWith('mapping-unreadable')) for (const text of [en, de]) expect(text).toMatch(/[.?]$/);
    }
  });

  it('quote what stands in the file as it stands there', () => {
    const reason = { code: 'lead-import.email-invalid', params: { value: 'a{value}$&' } };
    expect(sentenceOf(reason, 'en')).toBe('"a{value}$&" is not an e-mail address.');
    expect(sentenceOf({ code: 'lead-import.of-another-time' }, 'de')).toBe('lead-import.of-another-time');
  });
});
