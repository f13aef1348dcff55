import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Snapshot } from '@leadline/event-sourcing';
import { aStream, collect, numbered, numbersOf } from './contract-fixture.js';
import { checkAppend } from './check-append.js';
import { groupCommit } from './group-commit.js';
import { migrations, openForReading, openForWriting, portError } from './sqlite-file.js';
import { sqliteWrites } from './sqlite-writes.js';
import { openSqliteEventStore, openSqliteEventStoreReadOnly } from './sqlite.js';

describe('the file of an SQLite event store', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leadline-events-'));
    file = join(folder, 'events.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const fault = (name: string) => expect.objectContaining({ name: 'EventStoreFileError', fault: name, file });

  it('is made, with its folder, where there is none', async () => {
    file = join(folder, 'deep', 'er', 'events.sqlite');
    const store = openSqliteEventStore({ file });
    await expect(store.head()).resolves.toBeNull();
    await store.close();
  });

  it('is written with nothing less than a sync per commit', () => {
    const database = openForWriting(file);
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    database.close();
  });

  it('is brought up to date from an earlier schema, with what it holds', () => {
    openForWriting(file, ['CREATE TABLE kept (value TEXT)']).close();
    openForWriting(file, ['CREATE TABLE kept (value TEXT)', "INSERT INTO kept VALUES ('second change')"]).close();
    const database = openForWriting(file, ['never again', 'nor this', "INSERT INTO kept VALUES ('third change')"]);
    expect(database.prepare('SELECT value FROM kept').all()).toEqual([
      { value: 'second change' },
      { value: 'third change' },
    ]);
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 3 });
    database.close();
  });

  it('stays as it was when bringing it up to date fails', () => {
    openForWriting(file, ['CREATE TABLE kept (value TEXT)']).close();
    expect(() => openForWriting(file, ['', 'CREATE TABLE more (value TEXT); nonsense'])).toThrow();
    const database = openForWriting(file, ['', 'CREATE TABLE more (value TEXT)']);
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 2 });
    database.close();
  });

  it('is refused when a newer version wrote it, by writer and reader', () => {
    openForWriting(file, [...migrations, 'CREATE TABLE future (value TEXT)']).close();
    expect(() => openSqliteEventStore({ file })).toThrow(fault('newer'));
    expect(() => openSqliteEventStoreReadOnly({ file })).toThrow(fault('newer'));
  });

  it('is refused to a reader before the writer has brought it up to date', () => {
    openForWriting(file, migrations.slice(0, -1)).close();
    expect(() => openForReading(file)).toThrow(fault('older'));
  });

  it('is refused when it is another program’s', () => {
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE invoices (id INTEGER)');
    other.close();
    expect(() => openSqliteEventStore({ file })).toThrow(fault('foreign'));
  });

  it('is refused when it is no SQLite file', () => {
    writeFileSync(file, 'These are not the bytes of an SQLite file, however often one reads them.'.repeat(100));
    expect(() => openSqliteEventStore({ file })).toThrow(fault('corrupt'));
  });

  it('is refused to a reader when there is none', () => {
    expect(() => openSqliteEventStoreReadOnly({ file })).toThrow(fault('missing'));
  });

  it('cannot be a folder', () => {
    file = folder;
    expect(() => openSqliteEventStore({ file })).toThrow(fault('unusable'));
  });

  it('tells of damage that shows only when reading', async () => {
    const store = openSqliteEventStore({ file });
    for (let number = 0; number < 20; number += 1) await store.append(aStream(), numbered(50), 'none');
    await store.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, 10 * 4096));
    const damaged = openSqliteEventStore({ file });
    const reading = async () => {
      const categories = damaged.categories();
      return damaged.readAll({ categories, limit: 2000 });
    };
    await expect(reading()).rejects.toMatchObject({ name: 'EventStoreFileError', fault: 'corrupt' });
    await damaged.close();
  });

  it('fails the appends while another process holds it locked, and takes them again afterwards', async () => {
    const store = openSqliteEventStore({ file });
    const stream = aStream();
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const events = numbered(1);
    await expect(store.append(stream, events, 'none')).rejects.toMatchObject({
      name: 'EngineUnavailableError',
      cause: { fault: 'locked' },
    });
    other.exec('ROLLBACK');
    other.close();
    await expect(store.append(stream, events, 'none')).resolves.toMatchObject({ revision: 0 });
    await store.close();
  });

  it('that cannot grow rejects the whole group, keeps nothing of it, and goes on once there is room', async () => {
    const database = openForWriting(file);
    const writes = sqliteWrites(database);
    const group = groupCommit(database, () => undefined);
    const append = (stream: string, bytes: number) => {
      const [event] = numbered(1);
      const encoded = checkAppend(stream, event ? [{ ...event, data: { text: 'x'.repeat(bytes) } }] : [], 'none');
      return group.commit(() => writes.append(stream, encoded, 'none'));
    };
    await append(aStream(), 10);
    database.exec('PRAGMA max_page_count = 30');
    const streams = [aStream(), aStream(), aStream()];
    const all = await Promise.allSettled(streams.map((stream, index) => append(stream, index === 1 ? 500_000 : 10)));
    for (const result of all) {
      expect(result.status).toBe('rejected');
      if (result.status === 'rejected') {
        expect(portError(result.reason, file)).toMatchObject({
          name: 'EngineUnavailableError',
          cause: { fault: 'full' },
        });
      }
    }
    expect(database.prepare('SELECT count(*) AS events FROM events').get()).toEqual({ events: 1 });
    database.exec('PRAGMA max_page_count = 100000');
    await Promise.all(streams.map((stream) => append(stream, 10)));
    expect(database.prepare('SELECT count(*) AS events FROM events').get()).toEqual({ events: 4 });
    database.close();
  });

  it('takes the appends that came with a snapshot which cannot be written', async () => {
    const store = openSqliteEventStore({ file });
    const stream = aStream();
    const state = { count: 1n } as unknown as Snapshot['state'];
    const [appended, snapshot] = await Promise.allSettled([
      store.append(stream, numbered(1), 'none'),
      store.writeSnapshot(stream, { revision: 0, schema: 'lead.v1', state }),
    ]);
    expect([appended.status, snapshot.status]).toEqual(['fulfilled', 'rejected']);
    await store.close();
  });

  it('can be read by another process while it is written, which sees what is new and may not write', async () => {
    const store = openSqliteEventStore({ file });
    const stream = aStream();
    await store.append(stream, numbered(1), 'none');
    const reader = openSqliteEventStoreReadOnly({ file });
    await store.append(stream, numbered(1, 1), 0);
    expect(numbersOf(await collect(reader.readStream(stream)))).toEqual([0, 1]);
    const readOnly = { name: 'ReadOnlyEventStoreError' };
    await expect(reader.append(stream, numbered(1), 'any')).rejects.toMatchObject(readOnly);
    await expect(reader.writeSnapshot(stream, { revision: 0, schema: 's', state: {} })).rejects.toMatchObject(readOnly);
    await store.close();
    await reader.close();
  });

  it('can be read when nobody writes it', async () => {
    const store = openSqliteEventStore({ file });
    const stream = aStream();
    await store.append(stream, numbered(3), 'none');
    await store.close();
    const reader = openSqliteEventStoreReadOnly({ file });
    expect(numbersOf(await collect(reader.readStream(stream)))).toEqual([0, 1, 2]);
    await reader.close();
  });
});
