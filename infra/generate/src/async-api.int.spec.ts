import { beforeAll, describe, expect, it } from '@jest/globals';
import asyncApiSpecs from '@asyncapi/specs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { asyncApiFile } from './async-api.js';
import { readCatalogue } from './generated.js';
import { withProduct } from './product.js';
import type { Published } from './public-events.js';

let published: Published[];

beforeAll(async () => {
  const root = resolve(import.meta.dirname, '../../..');
  const catalogue = await withProduct((api) => readCatalogue(root, api));
  published = catalogue.flatMap((part) => part.published);
});

describe('the AsyncAPI document', () => {
  const validator = () => {
    // The official document brings the schema of JSON Schema with it.
    const ajv = new Ajv({ strict: false, meta: false, validateSchema: false });
    addFormats.default(ajv);
    const official: object = asyncApiSpecs.schemas['3.0.0'];
    return ajv.compile(official);
  };

  it('is valid by the official schema', () => {
    const validate = validator();
    const valid = validate(parse(asyncApiFile(published).content));
    expect({ valid, errors: validate.errors }).toEqual({ valid: true, errors: null });
  });

  it('would not pass with something wrong in it', () => {
    const document = parse(asyncApiFile(published).content);
    expect(validator()({ ...document, channels: { leads: { topic: 'leads' } } })).toBe(false);
  });

  it('has references that lead somewhere', () => {
    const document = parse(asyncApiFile(published).content);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(references.length).toBeGreaterThan(20);
    for (const path of references) {
      const target = path.split('/').reduce((value: unknown, key) => Object(value)[key], document);
      expect({ path, target: typeof target }).toEqual({ path, target: 'object' });
    }
  });

  it('has a channel for every topic, and examples that fit the schemas consumers get', () => {
    expect(published.map(({ topic }) => topic.name)).toEqual(['leadline.identity.v1', 'leadline.leads.v1']);
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    for (const { type, schema, example } of published.flatMap(({ types }) => types)) {
      const validate = ajv.compile(schema);
      expect({ type, valid: validate(example.payload), errors: validate.errors }).toMatchObject({ valid: true });
      expect(example.key).toBe(example.payload['subject']);
    }
  });
});
