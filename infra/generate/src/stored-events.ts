import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas, type EventDefinitions, type StoredEvent } from '@leadline/event-sourcing';
import { isRecord } from './json.js';
import type { Part } from './product.js';

/** A stored event type, as the catalogue shows it. */
export interface StoredEventType {
  readonly category: string;
  /** `LeadCreated` */
  readonly name: string;
  readonly version: number;
  /** `LeadCreated.v1`, as it stands in the store. */
  readonly storedType: string;
  readonly summary: string;
  readonly schema: object;
  /** The golden sample, as stored. */
  readonly sample: StoredEvent['data'];
  /** Samples of what earlier versions stored, which are upcast when they are read. */
  readonly earlier: readonly { readonly storedType: string; readonly sample: StoredEvent['data'] }[];
}

interface Codec {
  readonly category: string;
  readonly definitions: EventDefinitions;
}

/**
 * Every stored event type of a part: the codecs that its domain exports, with the golden samples beside them.
 * @throws where a codec has a type without a sample, or a sample is of no codec that the domain exports
 */
export async function storedEventTypes(root: string, part: Part): Promise<StoredEventType[]> {
  const samples = await goldenSamples(join(root, part.folder, 'golden'));
  const types = codecsOf(part.domain).flatMap((codec) => typesOf(codec, samples, part.folder));
  const known = new Set(types.flatMap((type) => [type.storedType, ...type.earlier.map((one) => one.storedType)]));
  const strange = [...samples.keys()].filter((storedType) => !known.has(storedType));
  if (strange.length > 0) {
    throw new Error(`${part.folder}: no codec that its index exports knows the golden samples ${strange.join(', ')}`);
  }
  return types;
}

/** Codecs and the codecs of aggregates among what a package exports, by category. */
export function codecsOf(exported: Readonly<Record<string, unknown>>): Codec[] {
  const byCategory = new Map<string, Codec>();
  for (const value of Object.values(exported)) {
    const candidate = isRecord(value) && 'codec' in value ? value['codec'] : value;
    if (isCodec(candidate)) byCategory.set(candidate.category, candidate);
  }
  return [...byCategory.values()].sort((a, b) => (a.category < b.category ? -1 : 1));
}

function typesOf(
  { category, definitions }: Codec,
  samples: ReadonlyMap<string, StoredEvent['data']>,
  folder: string,
): StoredEventType[] {
  const schemas = jsonSchemas(definitions);
  return Object.entries(definitions).map(([name, { version, summary }]) => {
    const storedType = `${name}.v${version}`;
    const sample = samples.get(storedType);
    const schema = schemas[storedType];
    if (!sample || !schema) throw new Error(`${storedType} has no golden sample in ${folder}: run its specs once`);
    const earlier = Array.from({ length: version - 1 }, (_, index) => `${name}.v${index + 1}`).flatMap((former) => {
      const formerSample = samples.get(former);
      return formerSample ? [{ storedType: former, sample: formerSample }] : [];
    });
    return { category, name, version, storedType, summary, schema, sample, earlier };
  });
}

async function goldenSamples(folder: string): Promise<Map<string, StoredEvent['data']>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json'));
  return new Map(
    await Promise.all(
      files.map(async ({ name, parentPath }): Promise<[string, StoredEvent['data']]> => {
        const sample: unknown = JSON.parse(await readFile(join(parentPath, name), 'utf8'));
        if (!isJsonObject(sample)) throw new Error(`The golden sample ${name} is no object`);
        return [name.slice(0, -'.json'.length), sample];
      }),
    ),
  );
}

/** What was parsed out of JSON holds nothing but JSON. */
function isJsonObject(parsed: unknown): parsed is StoredEvent['data'] {
  return isRecord(parsed);
}

function isCodec(value: unknown): value is Codec {
  return (
    isRecord(value) &&
    typeof value['category'] === 'string' &&
    isRecord(value['definitions']) &&
    typeof value['decode'] === 'function'
  );
}
