import { z } from 'zod';
import type { CommandMetadata, DomainEvent } from './decider.js';
import { eventId } from './ids.js';
import type { JsonObject, NewEvent, Position, StoredEvent } from './streams.js';

/** Who, when and why, stored with every event. */
export interface EventMetadata {
  readonly actor: CommandMetadata['actor'];
  /** ISO 8601, UTC: when it was decided. */
  readonly at: string;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly fingerprint?: string;
  /** Of the span that appended it (W3C Trace Context), where that was recorded. No part of any decision: stores add it. */
  readonly traceparent?: string;
}

/** A domain event as it was recorded: what happened, with where it stands and how it came about. */
export type Recorded<Event extends DomainEvent> = Event & {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly metadata: EventMetadata;
};

/** One event type: its schema today, and how each earlier version becomes the next one. */
export interface EventDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  readonly version: number;
  /** What it says, in a sentence, for the catalogue. */
  readonly summary: string;
  /** `upcast[1]` turns data of version 1 into data of version 2. Total over all that was ever stored. */
  readonly upcast: Readonly<Record<number, (data: JsonObject) => JsonObject>>;
}

/** Declares an event type. Versions start at 1; each later one needs an upcaster from the one before. */
export function event<Schema extends z.ZodType>(
  summary: string,
  schema: Schema,
  options: { version?: number; upcast?: EventDefinition['upcast'] } = {},
): EventDefinition<Schema> {
  const version = options.version ?? 1;
  const upcast = options.upcast ?? {};
  for (let from = 1; from < version; from += 1) {
    if (!upcast[from]) throw new Error(`An event of version ${version} needs an upcaster from version ${from}`);
  }
  return { schema, version, summary, upcast };
}

export type EventDefinitions = Readonly<Record<string, EventDefinition>>;

/** The union of domain events that a set of definitions describes. */
export type EventsOf<Definitions extends EventDefinitions> = {
  [Type in keyof Definitions & string]: DomainEvent<Type, Readonly<z.output<Definitions[Type]['schema']>>>;
}[keyof Definitions & string];

/** Stored JSON that no definition fits. The event stays as it is; whoever reads it must be told. */
export class UnknownEventError extends Error {
  override readonly name = 'UnknownEventError';
}

/** The only door between stored JSON and code: validates on write, upcasts on read. */
export interface EventCodec<Event extends DomainEvent> {
  readonly category: string;
  readonly definitions: EventDefinitions;
  encode(events: readonly Event[], metadata: CommandMetadata): NewEvent[];
  decode(stored: StoredEvent): Recorded<Event>;
  /** The stored name of a type at its present version. */
  storedType(type: Event['type']): string;
  streamOf(id: string): string;
}

/** Makes the codec of a category, `lead`, from its event definitions. */
export function eventCodec<Definitions extends EventDefinitions>(
  category: string,
  definitions: Definitions,
): EventCodec<EventsOf<Definitions>> {
  if (!/^[a-z][A-Za-z]*$/.test(category)) throw new Error(`Category "${category}" must be camelCase letters`);
  type Event = EventsOf<Definitions>;
  const storedNames = new Map(Object.entries(definitions).map(([type, { version }]) => [type, `${type}.v${version}`]));

  const storedType = (type: string): string => {
    const name = storedNames.get(type);
    if (name === undefined) throw new UnknownEventError(`"${type}" is no event of ${category}`);
    return name;
  };

  return {
    category,
    definitions,
    storedType,
    streamOf: (id) => `${category}-${id}`,

    encode(events, metadata) {
      const { id: commandId, ...rest } = metadata;
      return events.map(({ type, data }, index) => {
        const definition = definitions[type];
        if (!definition) throw new UnknownEventError(`"${type}" is no event of ${category}`);
        return {
          id: eventId(metadata, index),
          type: storedType(type),
          data: definition.schema.parse(data) as JsonObject,
          metadata: { ...rest, commandId } as unknown as JsonObject,
        };
      });
    },

    decode(stored) {
      const dot = stored.type.lastIndexOf('.v');
      const type = stored.type.slice(0, dot);
      const definition = definitions[type];
      const version = Number(stored.type.slice(dot + 2));
      if (!definition || !Number.isInteger(version) || version < 1 || version > definition.version) {
        throw new UnknownEventError(`No definition fits stored event ${stored.type} in ${stored.stream}`);
      }
      let data = stored.data;
      for (let from = version; from < definition.version; from += 1) data = definition.upcast[from]?.(data) ?? data;
      return { ...stored, type, data } as unknown as Recorded<Event>;
    },
  };
}

/** JSON Schema (draft 2020-12) of every event of a codec, by stored type: what catalogue and AsyncAPI are made of. */
export function jsonSchemas(definitions: EventDefinitions): Record<string, object> {
  return Object.fromEntries(
    Object.entries(definitions).map(([type, { schema, version, summary }]) => [
      `${type}.v${version}`,
      { title: type, description: summary, ...z.toJSONSchema(schema, { target: 'draft-2020-12' }) },
    ]),
  );
}
