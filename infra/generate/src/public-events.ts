import { nameId, type StoredEvent } from '@leadline/event-sourcing';
import type { Publication } from '@leadline/subscriptions';
import { z } from 'zod';
import { isRecord } from './json.js';
import type { Part, ProductApi } from './product.js';
import type { StoredEventType } from './stored-events.js';

/** A public event type, as the catalogue and the AsyncAPI document show it. */
export interface PublicEventType {
  readonly type: string;
  /** Draft 2020-12, of the whole CloudEvent. */
  readonly schema: object;
  /** The same in draft 07, which is what AsyncAPI's own schemas are written in. */
  readonly draft07: object;
  /** What it says: the same as the stored event that it is made of. */
  readonly summary: string;
  /** Stored types that are published as this. */
  readonly madeOf: readonly string[];
  readonly example: Example;
}

export interface Example {
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Topic {
  readonly name: string;
  readonly partitions: number;
  /** Infinity: kept for ever. */
  readonly retentionDays: number;
}

/** What a part publishes on one topic. */
export interface Published {
  readonly part: string;
  readonly topic: Topic;
  readonly types: readonly PublicEventType[];
}

/**
 * What a part publishes, with examples that its own publication made of the golden samples.
 * @throws where a public type is made of no stored event, or a publication makes one that the contracts do not know
 */
export function publishedBy(api: ProductApi, part: Part, stored: readonly StoredEventType[]): Published[] {
  const { service, contracts } = part;
  if (!service || !contracts) return [];
  const schemas = contracts.publicEventSchemas();
  const publications = service.work(api).publications ?? [];
  const examples = publications.flatMap((publication) => examplesOf(publication, stored));
  const unknown = examples.filter(({ type }) => !(type in schemas)).map(({ type }) => type);
  if (unknown.length > 0) throw new Error(`The contracts of ${part.name} do not know ${unknown.join(', ')}`);

  const types = Object.entries(contracts.publicEvents).map(([type, schema]) => {
    const made = examples.filter((example) => example.type === type);
    const [first] = made;
    if (!first) throw new Error(`No golden sample is published as ${type}: nobody would ever see one`);
    return {
      topic: first.topic,
      type,
      schema: schemas[type] ?? {},
      draft07: z.toJSONSchema(schema, { target: 'draft-07', io: 'input' }),
      summary: first.summary,
      madeOf: made.map(({ storedType }) => storedType),
      example: first.example,
    };
  });
  return topicsOf(publications).map((topic) => ({
    part: part.name,
    topic,
    types: types.filter((type) => type.topic === topic.name),
  }));
}

function topicsOf(publications: readonly Publication[]): Topic[] {
  return [...new Map(publications.map(({ topic }) => [topic.name, topic])).values()];
}

interface Made {
  readonly topic: string;
  readonly type: string;
  readonly storedType: string;
  readonly summary: string;
  readonly example: Example;
}

function examplesOf(publication: Publication, stored: readonly StoredEventType[]): Made[] {
  return stored
    .filter(({ category }) => publication.categories.includes(category))
    .flatMap(({ category, storedType, summary, sample }) => {
      const message = publication.translate(asStored(category, storedType, sample));
      if (!message) return [];
      const payload: unknown = JSON.parse(message.value ?? 'null');
      if (!isRecord(payload) || typeof payload['type'] !== 'string') {
        throw new Error(`${publication.name} makes no CloudEvent of ${storedType}`);
      }
      const example = { key: message.key, headers: message.headers ?? {}, payload };
      return [{ topic: publication.topic.name, type: payload['type'], storedType, summary, example }];
    });
}

/** As the store would hold a sample. Fixed ids and instants, so that what is generated is the same each time. */
export function asStored(category: string, storedType: string, data: StoredEvent['data']): StoredEvent {
  return {
    id: nameId(storedType),
    type: storedType,
    data,
    metadata: SAMPLE_METADATA,
    stream: `${category}-01990000-0000-7000-8000-00000000abcd`,
    revision: 0,
    position: '0000000000000001',
  };
}

export const SAMPLE_METADATA: StoredEvent['metadata'] = {
  actor: { kind: 'user', id: '01990000-0000-7000-8000-0000000000aa', name: 'Ada Agent' },
  at: '2026-11-02T09:00:00.000Z',
  commandId: '01990000-0000-7000-8000-00000000c0de',
  correlationId: '01990000-0000-7000-8000-00000000c0de',
};
