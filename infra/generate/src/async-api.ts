import { stringify } from 'yaml';
import type { Artifact } from './artifact.js';
import type { Published, PublicEventType } from './public-events.js';

const MS_PER_DAY = 86_400_000;
const BINDING = { bindingVersion: '0.5.0' };

/** `docs/events/asyncapi.yaml`: the public events for tools, AsyncAPI 3.0. */
export function asyncApiFile(published: readonly Published[]): Artifact {
  return {
    path: 'docs/events/asyncapi.yaml',
    content: `# Made from the public events' schemas by \`npm run generate\`. Do not edit.\n${stringify(asyncApi(published), { aliasDuplicateObjects: false, lineWidth: 0 })}`,
  };
}

/** The AsyncAPI document: a channel for each topic, and Leadline sends on all of them. */
export function asyncApi(published: readonly Published[]): object {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Leadline: public events',
      version: '1.0.0',
      description:
        'What other software may rely on: CloudEvents 1.0 as structured JSON, keyed by the id of what they are about, in ' +
        'order per key, at least once. `source` and `id` identify an event: whoever has seen both before has seen it. ' +
        'Types only ever gain optional fields; anything else is a new type beside the old one, so pass over what you do not know.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/cloudevents+json',
    servers: {
      kafka: {
        host: '{broker}',
        protocol: 'kafka',
        description: 'The brokers that Leadline is given as KAFKA_BROKERS.',
        variables: { broker: { default: 'localhost:9092', description: 'host:port' } },
      },
    },
    channels: Object.fromEntries(published.map((each) => [each.part, channel(each)])),
    operations: Object.fromEntries(
      published.map(({ part, types }) => [
        `publish${capitalised(part)}`,
        {
          action: 'send',
          channel: { $ref: `#/channels/${part}` },
          summary: `Leadline tells what happened in ${part}.`,
          messages: types.map(({ type }) => ({ $ref: `#/channels/${part}/messages/${keyOf(type)}` })),
        },
      ]),
    ),
    components: {
      messages: Object.fromEntries(
        published.flatMap(({ part, types }) => types.map((type) => [keyOf(type.type), message(part, type)])),
      ),
    },
  };
}

function channel({ topic, types }: Published): object {
  const retentionMs = topic.retentionDays === Infinity ? -1 : topic.retentionDays * MS_PER_DAY;
  return {
    address: topic.name,
    messages: Object.fromEntries(
      types.map(({ type }) => [keyOf(type), { $ref: `#/components/messages/${keyOf(type)}` }]),
    ),
    bindings: {
      kafka: {
        topic: topic.name,
        partitions: topic.partitions,
        topicConfiguration: { 'cleanup.policy': ['delete'], 'retention.ms': retentionMs },
        ...BINDING,
      },
    },
  };
}

function message(part: string, { type, summary, draft07, example }: PublicEventType): object {
  const { $schema: _dialect, ...payload } = { $schema: '', ...draft07 };
  return {
    name: type,
    title: type.split('.').at(-2),
    summary,
    contentType: 'application/cloudevents+json',
    tags: [{ name: part }],
    headers: {
      type: 'object',
      required: Object.keys(example.headers),
      properties: Object.fromEntries(Object.entries(example.headers).map(([name, value]) => [name, { const: value }])),
    },
    correlationId: { location: '$message.payload#/correlationid', description: 'What belongs to one request.' },
    payload,
    bindings: {
      kafka: { key: { type: 'string', description: 'The subject: the id of what the event is about.' }, ...BINDING },
    },
    examples: [{ name: 'sample', summary, headers: example.headers, payload: example.payload }],
  };
}

/** Without dots, which references and generators of code do not like: `LeadCreatedV1`. */
function keyOf(type: string): string {
  const [name = '', version = ''] = type.split('.').slice(-2);
  return `${name}${capitalised(version)}`;
}

function capitalised(word: string): string {
  return word
    .split('-')
    .map((piece) => piece.charAt(0).toUpperCase() + piece.slice(1))
    .join('');
}
