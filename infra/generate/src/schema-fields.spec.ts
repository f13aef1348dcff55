import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { fieldsOf } from './schema-fields.js';

const fields = (schema: z.ZodType): string[] =>
  fieldsOf(z.toJSONSchema(schema)).map(({ path, type, required }) => `${path}${required ? '' : '?'}: ${type}`);

describe('the fields of a schema', () => {
  it('are told with their types, and whether they may be left out', () =>
    expect(fields(z.object({ id: z.uuid(), count: z.int().optional() }))).toEqual([
      'id: string (uuid)',
      'count?: integer',
    ]));

  it('are told to the innermost one', () =>
    expect(fields(z.object({ customer: z.object({ phones: z.array(z.object({ number: z.string() })) }) }))).toEqual([
      'customer: object',
      'customer.phones: list of object',
      'customer.phones[].number: string',
    ]));

  it('may be one of several values, or cleared', () =>
    expect(fields(z.object({ kind: z.enum(['a', 'b']).nullable(), version: z.literal('1.0') }))).toEqual([
      'kind: "a" or "b" or null',
      'version: "1.0"',
    ]));

  it('of a map, a list of lists and anything at all have words too', () =>
    expect(
      fields(
        z.object({ params: z.record(z.string(), z.number()), week: z.array(z.array(z.string())), any: z.unknown() }),
      ),
    ).toEqual(['params: object of number', 'week: list of list of string', 'any: anything']));
});
