import type { Artifact } from './artifact.js';
import { SAMPLE_METADATA, type Published, type PublicEventType } from './public-events.js';
import { fieldsOf, type Field } from './schema-fields.js';
import type { StoredEventType } from './stored-events.js';

const FOLDER = 'docs/events';

/** A part of Leadline with the events that it stores and publishes. */
export interface CataloguedPart {
  readonly name: string;
  readonly stored: readonly StoredEventType[];
  readonly published: readonly Published[];
}

/** The catalogue: an index, a page for each part, and every JSON Schema as a file. */
export function eventPages(parts: readonly CataloguedPart[]): Artifact[] {
  return [
    { path: `${FOLDER}/README.md`, content: index(parts) },
    ...parts.map((part) => ({ path: `${FOLDER}/${part.name}.md`, content: page(part) })),
    ...parts.flatMap(schemaFiles),
  ];
}

function schemaFiles({ name, stored, published }: CataloguedPart): Artifact[] {
  const file = (path: string, schema: object): Artifact => ({
    path: `${FOLDER}/schemas/${path}.json`,
    content: JSON.stringify(schema, null, 2),
  });
  return [
    ...stored.map(({ storedType, schema }) => file(`stored/${name}/${storedType}`, schema)),
    ...published.flatMap(({ types }) => types.map(({ type, schema }) => file(`public/${type}`, schema))),
  ];
}

function index(parts: readonly CataloguedPart[]): string {
  const rows = parts.map(({ name, stored, published }) => {
    const types = published.flatMap((topic) => topic.types);
    const topics = published.map(({ topic }) => `\`${topic.name}\``).join(', ');
    return `| [${name}](${name}.md) | ${stored.length} | ${types.length} | ${topics || '–'} |`;
  });
  return `# Events

Made from the schemas in the code by \`npm run generate\`; do not edit. \`npm run generate:check\` fails where it is out of
date.

| part | stored | public | Kafka topic |
| --- | --- | --- | --- |
${rows.join('\n')}

- **Stored events** are what Leadline remembers by. They are the business of the service that stores them, and of nobody
  else. They are never changed: a new shape is a new version, and earlier ones are upcast when they are read.
- **Public events** are what other software may rely on: CloudEvents 1.0 on Kafka. Their types only ever gain optional
  fields; anything else is a new type beside the old one. [asyncapi.yaml](asyncapi.yaml) describes them for tools;
  [how to subscribe](../subscribe.md) shows it in ten lines.

JSON Schemas (draft 2020-12): [schemas/stored](schemas/stored), [schemas/public](schemas/public).

## What every stored event says besides its data

${json(SAMPLE_METADATA)}

| field | what it says |
| --- | --- |
| \`actor\` | who did it: a \`user\`, an \`apiKey\`, or Leadline itself (\`system\`) |
| \`at\` | when it was decided, ISO 8601 in UTC |
| \`commandId\` | the command it comes from; with an \`Idempotency-Key\` it follows from that |
| \`correlationId\` | what belongs to one request, across services |
| \`causationId\` | where there is one: the event or message that led to the command |
| \`fingerprint\` | where an idempotency key was sent: a hash of what was sent with it |

A stored type carries its version: \`LeadCreated.v1\`. The id of an event follows from its command, so that appending it
again changes nothing. Streams are \`<category>-<id>\`.
`;
}

function page({ name, stored, published }: CataloguedPart): string {
  const categories = Map.groupBy(stored, ({ category }) => category);
  const publishedAs = new Map(
    published.flatMap(({ types }) => types.flatMap(({ type, madeOf }) => madeOf.map((made) => [made, type]))),
  );
  return [
    `# Events of ${name}`,
    'Made from the schemas in the code by `npm run generate`; do not edit. [All parts](README.md).',
    ...published.map(publishedSection),
    ...[...categories].map(([category, types]) => storedSection(name, category, types, publishedAs)),
  ].join('\n\n');
}

function publishedSection({ topic, types }: Published): string {
  const kept = topic.retentionDays === Infinity ? 'kept for ever' : `kept for ${topic.retentionDays} days`;
  return [
    `## Public: topic \`${topic.name}\``,
    `${topic.partitions} partitions, ${kept}. The key is the \`subject\`: in order per key, at least once, \`source\` and ` +
      '`id` identify an event. Each value is a CloudEvent as JSON.',
    table(
      ['type', 'what it says'],
      types.map(({ type, summary }) => [`[\`${type}\`](#${anchor(type)})`, summary]),
    ),
    ...types.map(publicType),
  ].join('\n\n');
}

function publicType({ type, summary, schema, example, madeOf }: PublicEventType): string {
  const data = fieldsOf(schema).filter(({ path }) => path.startsWith('data.'));
  return [
    `### \`${type}\``,
    `${summary} Made of the stored ${madeOf.map((made) => `\`${made}\``).join(', ')}. ` +
      `[JSON Schema](schemas/public/${type}.json)`,
    fieldTable(data),
    json(example.payload),
  ].join('\n\n');
}

function storedSection(
  part: string,
  category: string,
  types: readonly StoredEventType[],
  publishedAs: ReadonlyMap<string | undefined, string | undefined>,
): string {
  return [
    `## Stored: streams \`${category}-<id>\``,
    table(
      ['type', 'version', 'what it says', 'published as'],
      types.map(({ name, version, storedType, summary }) => {
        const publicType = publishedAs.get(storedType);
        const link = publicType ? `[\`${publicType}\`](#${anchor(publicType)})` : '–';
        return [`[\`${name}\`](#${anchor(storedType)})`, String(version), summary, link];
      }),
    ),
    ...types.map((type) => storedType(part, type)),
  ].join('\n\n');
}

function storedType(part: string, { storedType: type, summary, schema, sample, earlier }: StoredEventType): string {
  const fields = fieldsOf(schema);
  return [
    `### \`${type}\``,
    `${summary} [JSON Schema](schemas/stored/${part}/${type}.json)`,
    fields.length > 0 ? fieldTable(fields) : 'It has no data: that it happened is all there is to say.',
    ...(fields.length > 0 ? [json(sample)] : []),
    ...earlier.map((former) => `Upcast from \`${former.storedType}\`:\n\n${json(former.sample)}`),
  ].join('\n\n');
}

function fieldTable(fields: readonly Field[]): string {
  return table(
    ['field', 'type', ''],
    fields.map(({ path, type, required }) => [`\`${path}\``, type, required ? 'required' : '']),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function json(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}

/** As GitHub makes anchors of headings. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-');
}
