import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { aCategory, aStream, follow, numbered, numbersOf } from './contract-fixture.js';
import type { EventStore } from './port.js';
import { openSqliteEventStoreReader, serveEventStore } from './sqlite-threads.js';
import { openSqliteEventStore, type SqliteEventStore } from './sqlite.js';

describe('an event store across threads', () => {
  let folder: string;
  let writer: SqliteEventStore;
  let reader: EventStore;
  let port: MessagePort;
  let stopServing: () => void;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leadline-events-'));
    const file = join(folder, 'events.sqlite');
    writer = openSqliteEventStore({ file });
    const { port1, port2 } = new MessageChannel();
    port = port2;
    stopServing = serveEventStore(writer, port1);
    reader = openSqliteEventStoreReader({ file, writer: port2 });
  });
  afterEach(async () => {
    await reader.close();
    await writer.close();
    rmSync(folder, { recursive: true });
  });

  it('wakes a subscriber at every commit of the writer, not when it next looks', async () => {
    const category = aCategory();
    let next = 0;
    const { events } = await follow(
      reader,
      { categories: [category] },
      (seen) => seen.length >= 100, // with a look each second this would take longer than the test may
      async () => {
        await writer.append(aStream(category), numbered(1, next++), 'none');
      },
    );
    expect(events).toHaveLength(100);
  }, 20_000);

  it('shows the writer what the reader appended, and the reader what the writer did', async () => {
    const category = aCategory();
    await reader.append(aStream(category), numbered(1), 'none');
    await writer.append(aStream(category), numbered(1, 1), 'none');
    for (const store of [reader, writer]) {
      expect(numbersOf((await store.readAll({ categories: [category] })).events)).toEqual([0, 1]);
    }
  });

  it('commits what comes from both in one order, with one winner', async () => {
    const stream = aStream();
    await writer.append(stream, numbered(1), 'none');
    const all = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => (index % 2 ? reader : writer).append(stream, numbered(1), 0)),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of all) {
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({ name: 'WrongExpectedRevisionError', actual: 1 });
      }
    }
  });

  it('fails what waits for a writer that has gone, and all that comes later', async () => {
    const unavailable = { name: 'EngineUnavailableError' };
    const appended = reader.append(aStream(), numbered(1), 'none');
    const gone = new Promise((resolve) => port.once('close', resolve));
    stopServing();
    await expect(appended).rejects.toMatchObject(unavailable);
    await gone;
    await expect(reader.append(aStream(), numbered(1), 'none')).rejects.toMatchObject(unavailable);
    await expect(reader.head()).resolves.toBeNull();
  });

  it('refuses what cannot be handed over', async () => {
    const [event] = numbered(1);
    const data = { text: (() => undefined) as unknown as string };
    const refused = reader.append(aStream(), event ? [{ ...event, data }] : [], 'none');
    await expect(refused).rejects.toMatchObject({ name: 'DataCloneError' });
  });
});
