import { BACKWARDS, END, StreamNotFoundError, jsonEvent, type EventStoreDBClient } from '@eventstore/db-client';
import { categoryOf, idOf, newId, type JsonObject, type Snapshot } from '@leadline/event-sourcing';

/** `snapshotOfLead-…` for `lead-…`: a category of its own, which nobody subscribes to. */
function snapshotStreamOf(stream: string): string {
  const category = categoryOf(stream);
  return `snapshotOf${category.charAt(0).toUpperCase()}${category.slice(1)}-${idOf(stream)}`;
}

type SnapshotEvent = {
  readonly type: 'Snapshot.v1';
  readonly data: { readonly revision: number; readonly schema: string; readonly state: JsonObject };
};

/** The last snapshot of a stream; its stream holds no other for long. */
export async function readSnapshot(client: EventStoreDBClient, stream: string): Promise<Snapshot | null> {
  const reading = client.readStream<SnapshotEvent>(snapshotStreamOf(stream), {
    direction: BACKWARDS,
    fromRevision: END,
    maxCount: 1,
  });
  try {
    let snapshot: Snapshot | null = null;
    for await (const { event } of reading) if (event) snapshot = event.data;
    return snapshot;
  } catch (error) {
    if (error instanceof StreamNotFoundError) return null;
    throw error;
  }
}

/** Writes a snapshot, and with the first one that the server need only keep the last. */
export async function writeSnapshot(client: EventStoreDBClient, stream: string, snapshot: Snapshot): Promise<void> {
  const name = snapshotStreamOf(stream);
  const { revision, schema, state } = snapshot;
  const data = { revision, schema, state: state as Record<string, unknown> };
  const { nextExpectedRevision } = await client.appendToStream(
    name,
    jsonEvent({ id: newId(), type: 'Snapshot.v1', data }),
  );
  if (nextExpectedRevision === 0n) await client.setStreamMetadata(name, { maxCount: 1 });
}
