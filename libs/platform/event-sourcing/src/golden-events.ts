import { deepStrictEqual } from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DomainEvent } from './decider.js';
import type { EventCodec, Recorded } from './event-codec.js';
import { testMetadata } from './given-when-then.js';
import type { JsonObject, StoredEvent } from './streams.js';

/**
 * Holds stored events fast: one JSON file per stored type and version in `folder`, append only.
 *
 * Every file there must decode through its upcasters, fit today's schema and fold. A type of today without a file gets
 * one from `examples` (and the check fails once where CI is set, so that it is committed); a file never changes.
 */
export function checkGoldenEvents<State, Event extends DomainEvent>(options: {
  readonly folder: string;
  readonly codec: EventCodec<Event>;
  readonly evolve: (state: State, event: Event) => State;
  readonly initialState: () => State;
  readonly examples: { readonly [Type in Event['type']]: Extract<Event, { type: Type }>['data'] };
}): void {
  const { folder, codec } = options;
  mkdirSync(folder, { recursive: true });
  const examples: Readonly<Record<string, unknown>> = options.examples;
  for (const type of Object.keys(codec.definitions) as Event['type'][]) {
    const file = join(folder, `${codec.storedType(type)}.json`);
    if (existsSync(file)) continue;
    if (process.env['CI']) throw new Error(`${file} is missing: run the specs once and commit it`);
    const [encoded] = codec.encode([{ type, data: examples[type] } as Event], testMetadata);
    writeFileSync(file, `${JSON.stringify(encoded?.data, null, 2)}\n`);
  }
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.json'))) {
    const data = JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonObject;
    const event = codec.decode(asStored(codec.category, name.slice(0, -'.json'.length), data));
    const [encodedAgain] = codec.encode([event], testMetadata);
    deepStrictEqual(encodedAgain?.data, JSON.parse(JSON.stringify(event.data)), `${name} no longer fits its schema`);
    options.evolve(options.initialState(), event);
  }
}

function asStored(category: string, type: string, data: JsonObject): StoredEvent {
  const { id: commandId, ...metadata } = testMetadata;
  return {
    id: commandId,
    type,
    data,
    metadata: { ...metadata, commandId } as unknown as JsonObject,
    stream: `${category}-1`,
    revision: 0,
    position: '0000000000000000',
  };
}

/** A recorded event for specs of views: as it would come from the store at that revision. */
export function recorded<Event extends DomainEvent>(
  event: Event,
  revision = 0,
  overrides: Partial<Recorded<DomainEvent>['metadata']> = {},
): Recorded<Event> {
  const { id: commandId, ...metadata } = testMetadata;
  return {
    ...event,
    id: `01990000-0000-5000-8000-${String(revision).padStart(12, '0')}`,
    stream: 'test-1',
    revision,
    position: String(revision).padStart(16, '0'),
    metadata: { ...metadata, commandId, ...overrides },
  };
}
