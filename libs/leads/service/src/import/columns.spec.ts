import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readColumns, readMapping } from './columns.js';
import { IMPORT_FIELDS } from '@leadline/leads-contracts/import-fields';

const code = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return (error as { reason: { code: string } }).reason.code;
  }
};

describe('the columns of a file', () => {
  it('are known by the names of the API, however they are spelled', () => {
    const { fields, ignored } = readColumns(IMPORT_FIELDS.map((field) => ` ${field.toUpperCase()} `));
    expect([...fields.keys()]).toEqual([...IMPORT_FIELDS]);
    expect(ignored).toEqual([]);
  });

  it('of the example are all known', () => {
    const text = readFileSync(new URL('../../../../../examples/leads.csv', import.meta.url), 'utf8');
    const header = text.replace('\ufeff', '').split('\r\n', 1)[0]?.split(';') ?? [];
    const { fields, ignored } = readColumns(header);
    expect([fields.size, ignored]).toEqual([24, []]);
    expect(header[fields.get('countryCode') ?? -1]).toBe('Land');
  });

  it.each([
    ['First Name', 'givenName'],
    ['LAST_NAME', 'familyName'],
    ['Company', 'organisation'],
    ['e-mail', 'email'],
    ['Telefon (geschäftlich)', 'phone'],
    ['Strasse', 'street'],
    ['Zip/Postal Code', 'postalCode'],
    ['Waehrung', 'currency'],
    ['Lead Source', 'source'],
  ] as const)('"%s" means %s', (name, field) => expect(readColumns([name]).fields.get(field)).toBe(0));

  it('of a meaning that another column has already are ignored, and named', () => {
    const { fields, ignored } = readColumns(['Firma', 'Hobby', 'Company', '']);
    expect([...fields]).toEqual([['organisation', 0]]);
    expect(ignored).toEqual([
      { index: 1, name: 'Hobby' },
      { index: 2, name: 'Company' },
      { index: 3, name: '4' },
    ]);
  });

  it('mean what a mapping says, before what they are called', () => {
    const { fields } = readColumns(['Thema', 'Name', 'Was'], { was: 'subject', NAME: 'organisation' });
    expect(Object.fromEntries(fields)).toEqual({ subject: 2, organisation: 1 });
  });

  it('mean nothing where a mapping says so', () => {
    const { fields, ignored } = readColumns(['Datum', 'Name'], { Datum: 'ignore' });
    expect([[...fields.keys()], ignored]).toEqual([['familyName'], [{ index: 0, name: 'Datum' }]]);
  });

  it('mean what the API calls so, before what others call so', () => {
    const { fields, ignored } = readColumns(['createdAt', 'receivedAt']);
    expect([fields.get('receivedAt'), ignored]).toEqual([1, [{ index: 0, name: 'createdAt' }]]);
  });

  it('must be there where a mapping names them', () =>
    expect(code(() => readColumns(['Name'], { Firma: 'organisation' }))).toBe('lead-import.mapping-column-missing'));

  it('must be known, one at least', () =>
    expect(code(() => readColumns(['Otto', 'Meier', '12']))).toBe('lead-import.no-known-column'));
});

describe('a mapping', () => {
  it('is written as JSON or as pairs', () => {
    const mapping = { 'Thema: kurz': 'subject', Firma: 'organisation' };
    expect(readMapping(JSON.stringify(mapping))).toEqual(mapping);
    expect(readMapping('{"A": null, "B": "ignore"}')).toEqual({ A: 'ignore', B: 'ignore' });
    expect(readMapping('Thema: kurz:subject, Firma : organisation')).toEqual(mapping);
  });

  it.each(['', 'x', 'Firma:company', '{"a":', '{"a": 1}', '[]', 'null', '{}', 'a:email,b:email', ':email'])(
    'is refused where it cannot be meant: %s',
    (text) => expect(readMapping(text)).toBeNull(),
  );

  it('never throws', () => fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readMapping(text))));
});
