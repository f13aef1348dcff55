import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  eventTypeFilter,
  jsonEvent,
  streamNameFilter,
  type AllStreamSubscription,
  type Filter,
  type Position as LogPosition,
} from '@eventstore/db-client';
import { openKurrentEventStore, type EventStore } from '@leadline/engines/event-store';
import { newId, type NewEvent, type StoredEvent } from '@leadline/event-sourcing';
import { startStandIn, type StandIn } from './index.js';

const event = (number: number): NewEvent => ({ id: newId(), type: 'LeadCreated.v1', data: { number }, metadata: {} });
const numbersOf = (events: readonly StoredEvent[]) => events.map(({ data }) => data['number']);

let dataFolder: string;
let standIn: StandIn;

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'leadline-stand-in-'));
  standIn = await startStandIn({ port: 0, dataFolder });
});
afterEach(async () => {
  await standIn.stop();
  rmSync(dataFolder, { recursive: true });
});

/** As after a crash of the server: gone, then back on the same port and data. */
async function restart(whileDown: () => Promise<void> = async () => undefined): Promise<void> {
  const { port } = standIn;
  await standIn.stop();
  await whileDown();
  standIn = await startStandIn({ port, dataFolder });
}

describe('the adapter, when the server goes away', () => {
  let store: EventStore;
  beforeEach(async () => {
    store = await openKurrentEventStore({ url: standIn.url });
  });
  afterEach(() => store.close());

  it('says so, and works again once the server is back', async () => {
    const first = await store.append('lead-1', [event(0)], 'none');
    await restart(async () => {
      const unavailable = { name: 'EngineUnavailableError' };
      await expect(store.ping()).rejects.toMatchObject(unavailable);
      await expect(store.head()).rejects.toMatchObject(unavailable);
      await expect(store.append('lead-1', [event(1)], 0)).rejects.toMatchObject(unavailable);
      await expect(store.append('lead-1', [event(1)], 'any')).rejects.toMatchObject(unavailable);
      await expect(store.readAll({ categories: ['lead'] })).rejects.toMatchObject(unavailable);
      await expect(store.readSnapshot('lead-1')).rejects.toMatchObject(unavailable);
      await expect(store.readStream('lead-1')[Symbol.asyncIterator]().next()).rejects.toMatchObject(unavailable);
    });
    await store.ping();
    const second = await store.append('lead-1', [event(1)], 0);
    expect(second.position > first.position).toBe(true);
  });

  it('says so of a server that was never there, without what must stay secret', async () => {
    const nobody = await openKurrentEventStore({ url: 'esdb://admin:changeit@127.0.0.1:1?tls=false' });
    await expect(nobody.ping()).rejects.toMatchObject({
      name: 'EngineUnavailableError',
      engine: 'EventStoreDB at esdb://127.0.0.1:1',
    });
    await nobody.close();
  });

  it('goes on with a subscription where it was, without a gap or a repeat', async () => {
    const ending = new AbortController();
    const seen: StoredEvent[] = [];
    let restarts = 0;
    await store.append('lead-1', [event(0)], 'none');
    for await (const batch of store.subscribe({ categories: ['lead'], signal: ending.signal })) {
      seen.push(...batch.events);
      if (seen.length === 4) ending.abort();
      if (restarts === seen.length || seen.length === 4) continue;
      restarts = seen.length;
      await restart();
      await store.append('lead-1', [event(restarts)], restarts - 1);
    }
    expect(numbersOf(seen)).toEqual([0, 1, 2, 3]);
    expect(restarts).toBe(3);
  });

  it('waits for it with a subscription that begins while it is away', async () => {
    const { port } = standIn;
    await standIn.stop();
    const ending = new AbortController();
    const batches = store.subscribe({ categories: ['lead'], signal: ending.signal })[Symbol.asyncIterator]();
    const first = batches.next();
    standIn = await startStandIn({ port, dataFolder });
    await expect(first).resolves.toMatchObject({ done: false });
    ending.abort();
    await expect(batches.next()).resolves.toMatchObject({ done: true });
  });

  it('ends such a subscription when asked to', async () => {
    await standIn.stop();
    const ending = new AbortController();
    const batches = store.subscribe({ categories: ['lead'], signal: ending.signal })[Symbol.asyncIterator]();
    const first = batches.next();
    ending.abort();
    await expect(first).resolves.toMatchObject({ done: true });
    standIn = await startStandIn({ port: 0, dataFolder });
  });

  it('reads behind a snapshot that it learns of, and once more from there', async () => {
    const other = await openKurrentEventStore({ url: standIn.url });
    await other.append('lead-1', [event(0), event(1), event(2)], 'none');
    await other.writeSnapshot('lead-1', { revision: 1, schema: 'lead.v1', state: {} });
    for (const expected of [[2], [2, 3], [2, 3, 4]]) {
      const snapshot = await store.readSnapshot('lead-1');
      const events: StoredEvent[] = [];
      for await (const one of store.readStream('lead-1', { from: (snapshot?.revision ?? -1) + 1 })) events.push(one);
      expect(numbersOf(events)).toEqual(expected);
      await other.append('lead-1', [event(events.length + 2)], events.length + 1);
    }
    await other.close();
  });
});

describe('the stand-in, to its client', () => {
  let client: EventStoreDBClient;
  beforeEach(() => {
    client = EventStoreDBClient.connectionString(standIn.url);
  });
  afterEach(() => client.dispose());

  const lead = (type = 'LeadCreated.v1') => jsonEvent({ id: newId(), type, data: { some: 'data' } });
  const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
    const all: T[] = [];
    for await (const item of items) all.push(item);
    return all;
  };
  /** What a subscription tells until it has caught up: types of events, and checkpoints. */
  const untilCaughtUp = async (filter: (checkpointReached: () => void) => Filter, from?: LogPosition) => {
    const told: string[] = [];
    let subscription: AllStreamSubscription | undefined;
    await new Promise<void>((resolve, reject) => {
      subscription = client.subscribeToAll({
        filter: filter(() => told.push('checkpoint')),
        ...(from ? { fromPosition: from } : {}),
      });
      subscription.on('data', ({ event: one }) => told.push(one?.type ?? 'none'));
      subscription.on('caughtUp', () => setImmediate(resolve));
      subscription.on('error', reject);
    });
    await subscription?.unsubscribe();
    return told;
  };

  it('reads $all from a position on, that one included, the system’s own events too', async () => {
    const { position } = await client.appendToStream('lead-1', [lead(), lead('LeadClosed.v1')]);
    const all = await collect(client.readAll());
    expect(all.map(({ event: one }) => one?.type)).toEqual(['$statsCollected', 'LeadCreated.v1', 'LeadClosed.v1']);
    const from = position ?? END;
    const [last] = await collect(client.readAll({ fromPosition: from }));
    expect(last?.event).toMatchObject({ type: 'LeadClosed.v1', position });
    const backwards = await collect(client.readAll({ direction: BACKWARDS, fromPosition: from, maxCount: 1 }));
    expect(backwards.map(({ event: one }) => one?.type)).toEqual(['LeadCreated.v1']);
  });

  it('refuses a position at which no event stands', async () => {
    const reading = collect(client.readAll({ fromPosition: { commit: 1_234_567n, prepare: 1_234_567n } }));
    await expect(reading).rejects.toMatchObject({ code: 3 });
  });

  it('filters a subscription by stream or type, by prefix or expression, and tells how far it is', async () => {
    await client.appendToStream('lead-1', [lead(), lead('LeadClosed.v1')]);
    await client.appendToStream('user-1', [lead('UserCreated.v1')]);
    await expect(
      untilCaughtUp((checkpointReached) => streamNameFilter({ prefixes: ['lead-'], checkpointReached })),
    ).resolves.toEqual(['LeadCreated.v1', 'LeadClosed.v1', 'checkpoint']);
    await expect(
      untilCaughtUp((checkpointReached) => streamNameFilter({ regex: '^(user|order)-', checkpointReached })),
    ).resolves.toEqual(['UserCreated.v1', 'checkpoint']);
    await expect(
      untilCaughtUp((checkpointReached) => eventTypeFilter({ regex: 'Created', checkpointReached })),
    ).resolves.toEqual(['LeadCreated.v1', 'UserCreated.v1', 'checkpoint']);
  });

  it('begins a subscription behind the position given, and at the end tells nothing but that', async () => {
    const { position } = await client.appendToStream('lead-1', lead());
    const nothing = untilCaughtUp(
      (checkpointReached) => streamNameFilter({ prefixes: ['lead-'], checkpointReached }),
      position,
    );
    await expect(nothing).resolves.toEqual([]);
  });

  it('keeps as many events of a stream as its metadata says', async () => {
    await client.setStreamMetadata('lead-1', { maxCount: 2 });
    for (const type of ['A', 'B', 'C']) await client.appendToStream('lead-1', lead(type));
    const read = await collect(client.readStream('lead-1'));
    expect(read.map(({ event: one }) => [one?.type, one?.revision])).toEqual([
      ['B', 1n],
      ['C', 2n],
    ]);
  });

  it('answers an append of the older kind as one of the newer', async () => {
    const credentials = { username: 'admin', password: 'changeit' }; // with these the client uses Append, not BatchAppend
    const events = [lead(), lead()];
    const options = { expectedRevision: 'no_stream', credentials } as const;
    const first = await client.appendToStream('lead-1', events, options);
    await expect(client.appendToStream('lead-1', events, options)).resolves.toEqual(first);
    await expect(client.appendToStream('lead-1', [lead()], options)).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 1n,
    });
    const large = jsonEvent({ type: 'Large', data: { text: 'x'.repeat(1_100_000) } });
    await expect(client.appendToStream('lead-2', large, options)).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
    });
    await expect(client.appendToStream('lead-2', large)).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
    });
  });

  it('says what it does not have', async () => {
    await client.appendToStream('lead-1', lead());
    await expect(client.deleteStream('lead-1')).rejects.toMatchObject({ code: 12 });
    await expect(collect(client.subscribeToStream('lead-1'))).rejects.toMatchObject({ code: 12 });
  });
});
