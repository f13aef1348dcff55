import { jsonEvent, type EventData, type ResolvedEvent } from '@eventstore/db-client';
import type { JsonObject, NewEvent, StoredEvent } from '@leadline/event-sourcing';
import { positionOfEvent } from './kurrent-position.js';

/** Our event as the client wants it. */
export function eventData({ id, type, data, metadata }: NewEvent): EventData {
  return jsonEvent({ id, type, data, metadata });
}

/** The door from what the server sends to events. The client has parsed the JSON already. @throws Error for an event that is not ours: no JSON object */
export function storedEvent({ event }: ResolvedEvent): StoredEvent {
  if (!event) throw new Error('EventStoreDB answered with a link to an event that is gone');
  return {
    id: event.id,
    type: event.type,
    data: jsonObject(event.data, event.streamId),
    metadata: event.metadata === undefined ? {} : jsonObject(event.metadata, event.streamId),
    stream: event.streamId,
    revision: Number(event.revision),
    position: positionOfEvent(event.position),
  };
}

function jsonObject(value: unknown, stream: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Uint8Array) {
    throw new Error(`Stream ${stream} holds an event that is no JSON object, so none of ours`);
  }
  return value as JsonObject;
}
