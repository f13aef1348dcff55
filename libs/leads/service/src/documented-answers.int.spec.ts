import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Test } from 'supertest';
import { startLeadsApi, type LeadsApi } from './testing/leads-api.js';

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, { readonly schema?: object }> }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let api: LeadsApi;
let document: Document;
let ajv: Ajv;
beforeAll(async () => {
  api = await startLeadsApi();
  document = (await api.get('/openapi.json').expect(200)).body;
  ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'leads');
});
afterAll(() => api.close());

/** What the document says wrong of an answer; empty where the answer is as documented. */
async function undocumented(path: string, test: Test): Promise<unknown> {
  const { method } = test;
  const { status, body, type } = await test;
  const answer = document.paths[`/api/leads${path}`]?.[method.toLowerCase()]?.responses[status];
  if (!answer) return `${method} ${path} does not document ${status}`;
  const schema = answer.content?.[type]?.schema;
  if (!schema) return `${method} ${path} documents no ${type} for ${status}`;
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"leads#/')));
  return validate(body) ? [] : validate.errors;
}

/** Every schema that stands anywhere in the document. */
function* schemasIn(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  if ('type' in value || '$ref' in value) yield Object.fromEntries(entries);
  for (const [, inner] of entries) yield* schemasIn(inner);
}

describe('the document of leads', () => {
  const lead = {
    subject: 'Heat pump',
    note: 'Urgent',
    customer: { familyName: 'Müller', phones: [{ kind: 'work', number: '0621 123456' }], address: { city: 'Worms' } },
    interests: [{ description: 'Heat pump', quantity: '1', unitPrice: { amountMinor: 1, currency: 'EUR' } }],
  };

  it('says what a creation answers, also of a lead that is there already', async () => {
    const known = { ...lead, externalReference: { sender: 'shop', id: '1' } };
    expect(await undocumented('', api.post('', known))).toEqual([]);
    expect(await undocumented('', api.post('', known))).toEqual([]);
    expect(await undocumented('', api.post('', {}))).toEqual([]);
  });

  it.each(['', '/as-of?revision=0', '/history', '/timeline', '/journal'])(
    'says what …%s of a lead answers',
    async (path) => {
      const id = await api.create(lead);
      await api.patch(`/${id}`, { note: null, customer: { phones: [] } }).expect(200);
      await api.post(`/${id}/journal`, { kind: 'call', text: 'Hello', durationSeconds: 7 }).expect(201);
      expect(await undocumented(`/{id}${path.split('?')[0]}`, api.get(`/${id}${path}`))).toEqual([]);
    },
  );

  it('says what each line of a replay is', async () => {
    const id = await api.create(lead);
    await api.post(`/${id}/phases/advance`).expect(200);
    const { text } = await api.get(`/${id}/replay`).expect(200);
    const schema =
      document.paths['/api/leads/{id}/replay']?.['get']?.responses['200']?.content?.['application/x-ndjson'];
    const validate = ajv.compile(JSON.parse(JSON.stringify(schema?.schema).replaceAll('"#/', '"leads#/')));
    for (const line of text.trim().split('\n')) {
      expect(validate(JSON.parse(line)) ? [] : validate.errors).toEqual([]);
    }
  });

  it('says of every object what is in it', () => {
    const vague = [...schemasIn(document)].filter(
      ({ type, properties, additionalProperties, allOf }) =>
        type === 'object' && !properties && additionalProperties === undefined && !allOf,
    );
    expect(vague).toEqual([]);
  });

  it('says of every answer with a body what it is', () => {
    const silent = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { responses }]) =>
        Object.entries(responses)
          .filter(
            ([status, { content }]) => status.startsWith('2') && !Object.values(content ?? {}).every((c) => c.schema),
          )
          .map(([status]) => `${method} ${path} ${status}`),
      ),
    );
    expect(silent).toEqual([]);
    const none = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(
          ([, { responses }]) => !Object.entries(responses).some(([status, { content }]) => status < '3' && content),
        )
        .map(([method]) => `${method} ${path}`),
    );
    expect(none).toEqual([]);
  });

  it.each(['', '/facets', '/sources', '/closing-reasons', '/marketplaces', '/users'])(
    'says what %s answers',
    async (path) => {
      await api.create(lead);
      await api.caughtUp();
      expect(await undocumented(path, api.get(path))).toEqual([]);
    },
  );
});
