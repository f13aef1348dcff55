import { isRecord } from './json.js';

/** A field of a JSON Schema, for a table. */
export interface Field {
  /** `customer.phones[].number` */
  readonly path: string;
  /** In words: `string (uuid)`, `"won" or "lost"`. */
  readonly type: string;
  readonly required: boolean;
}

/** Every field of an object's schema, nested ones by their path, in the order in which they are declared. */
export function fieldsOf(schema: unknown, prefix = ''): Field[] {
  const properties = isRecord(schema) && isRecord(schema['properties']) ? schema['properties'] : {};
  const required = isRecord(schema) && Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(properties).flatMap(([name, property]) => {
    const path = `${prefix}${name}`;
    const field = { path, type: typeInWords(property), required: required.includes(name) };
    return [field, ...nestedFields(property, path)];
  });
}

function nestedFields(property: unknown, path: string): Field[] {
  const alternatives = alternativesOf(property).filter((one) => !isNull(one));
  return alternatives.flatMap((one) => {
    if (one['type'] === 'array' && isRecord(one['items'])) return nestedFields(one['items'], `${path}[]`);
    return fieldsOf(one, `${path}.`);
  });
}

function typeInWords(property: unknown): string {
  const words = alternativesOf(property).map(oneTypeInWords);
  return [...new Set(words)].join(' or ');
}

function oneTypeInWords(schema: Readonly<Record<string, unknown>>): string {
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' or ');
  if (schema['type'] === 'array') return `list of ${typeInWords(schema['items'])}`;
  if (isRecord(schema['additionalProperties'])) return `object of ${typeInWords(schema['additionalProperties'])}`;
  const type = Array.isArray(schema['type']) ? schema['type'].join(' or ') : schema['type'];
  if (typeof type !== 'string') return 'anything';
  return typeof schema['format'] === 'string' ? `${type} (${schema['format']})` : type;
}

function alternativesOf(schema: unknown): Readonly<Record<string, unknown>>[] {
  if (!isRecord(schema)) return [{}];
  const several = schema['anyOf'] ?? schema['oneOf'];
  return Array.isArray(several) ? several.flatMap(alternativesOf) : [schema];
}

function isNull(schema: Readonly<Record<string, unknown>>): boolean {
  return schema['type'] === 'null';
}
