import { z } from 'zod';

/** The topic that these events are published on, keyed by the user's id. */
export const IDENTITY_TOPIC = { name: 'leadline.identity.v1', partitions: 3, retentionDays: Infinity } as const;

export const IDENTITY_SOURCE = '/leadline/identity';

/** What every public event says besides its data (CloudEvents 1.0, structured JSON). `source` and `id` identify it. */
const cloudEventAttributes = {
  specversion: z.literal('1.0'),
  /** The id of the stored event: the same event published again has the same. */
  id: z.uuid(),
  source: z.literal(IDENTITY_SOURCE),
  /** The user's id, which is the message's key as well. */
  subject: z.string(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  /** Extension "sequence": the user's revision, in order per subject. */
  sequence: z.string(),
  /** Extension: what belongs to one request, across services. */
  correlationid: z.string(),
  /** Extension "distributed tracing": the span that appended the event, where that was recorded. */
  traceparent: z.string().optional(),
};

function cloudEvent<Type extends string, Data extends z.ZodType>(type: Type, data: Data) {
  return z.object({ ...cloudEventAttributes, type: z.literal(type), data });
}

/** Who did it. */
const by = z.object({ kind: z.enum(['user', 'apiKey', 'system']), id: z.string() });

const profile = {
  by,
  name: z.string(),
  role: z.enum(['agent', 'supervisor', 'administrator']),
  language: z.enum(['en', 'de']),
  /** IANA name. */
  timeZone: z.string(),
  supervisorId: z.string().optional(),
  /** All teams that the user is in. Not there in events from before there were teams: none. */
  teamIds: z.array(z.string()).optional(),
};

/**
 * The public events of identity, by type. A schema only ever grows by optional fields; anything else is a new version
 * beside it. Nothing in them lets anybody sign in.
 */
export const publicEvents = {
  /** Active from now on. */
  'leadline.identity.UserRegistered.v1': cloudEvent(
    'leadline.identity.UserRegistered.v1',
    z.object({ ...profile, email: z.string() }),
  ),
  /** All that is known, as it is from now on. */
  'leadline.identity.UserChanged.v1': cloudEvent('leadline.identity.UserChanged.v1', z.object(profile)),
  'leadline.identity.UserDeactivated.v1': cloudEvent('leadline.identity.UserDeactivated.v1', z.object({ by })),
  'leadline.identity.UserReactivated.v1': cloudEvent('leadline.identity.UserReactivated.v1', z.object({ by })),
};

export type PublicEventType = keyof typeof publicEvents;

/** Any public event of identity. */
export type PublicEvent = { [Type in PublicEventType]: z.output<(typeof publicEvents)[Type]> }[PublicEventType];

/**
 * A message's value as a public event; null where it is of a type that this version does not know: pass it over.
 * @throws SyntaxError where it is no JSON, ZodError where it breaks its schema
 */
export function parsePublicEvent(value: string): PublicEvent | null {
  const json: unknown = JSON.parse(value);
  const { type } = z.object({ type: z.string() }).parse(json);
  return isPublicEventType(type) ? publicEvents[type].parse(json) : null;
}

/** JSON Schema (draft 2020-12) of every public event, by type: what AsyncAPI and consumers in other languages use. */
export function publicEventSchemas(): Record<PublicEventType, object>;
export function publicEventSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(publicEvents).map(([type, schema]) => [
      type,
      // What is written, so that fields a later version adds do not make it invalid.
      { $id: `urn:leadline:${type}`, title: type, ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) },
    ]),
  );
}

function isPublicEventType(type: string): type is PublicEventType {
  return Object.hasOwn(publicEvents, type);
}
