import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EngineUnavailableError } from '../errors.js';
import { message, numbered, recorder, until } from './contract-fixture.js';
import { messageBusContract } from './contract.js';
import { openSqliteMessageBusReader, ReadOnlyMessageBusError } from './sqlite-reader.js';
import { openSqliteMessageBus } from './sqlite.js';

const folders: string[] = [];
const newFile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadline-bus-'));
  folders.push(folder);
  return join(folder, 'work.sqlite');
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const shared = { file: newFile(), backoff: { firstMs: 20, maxMs: 200 } };
messageBusContract('SQLite', () => openSqliteMessageBus(shared), {
  module: new URL('./sqlite.ts', import.meta.url),
  open: 'openSqliteMessageBus',
  options: shared,
});

describe('message bus: SQLite, besides', () => {
  const topic = { name: 'leadline.leads.v1', partitions: 1, retentionDays: 7 };
  let file = '';
  beforeEach(() => {
    file = newFile();
  });
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });
  const opened = async (now?: () => number) => {
    const bus = await openSqliteMessageBus({ file, ...(now && { now }) });
    closers.push(() => bus.close());
    await bus.ensureTopics([topic]);
    return bus;
  };

  it('forgets what is older than its topic keeps, and goes on counting', async () => {
    const day = 86_400_000;
    const past = await opened(() => Date.now() - 8 * day);
    await past.publish(topic.name, numbered(0, 2_500));
    await past.close();
    const recent = await opened(() => Date.now() - 6 * day);
    await recent.publish(topic.name, numbered(2_500, 2_503));
    const lag = async () => (await recent.lag('new', [topic.name]))[0];
    expect(await lag()).toMatchObject({ end: '2503', lag: 2_503 });
    await recent.close();
    const bus = await opened();
    await until(
      async () => (await bus.lag('new', [topic.name]))[0]?.lag === 3,
      () => 'retention',
    );
    const seen = recorder();
    await bus.consume({ topics: [topic.name], group: 'new', handle: seen.handle });
    await seen.count(3);
    expect(seen.messages.map(({ offset }) => offset)).toEqual(['2500', '2501', '2502']);
  });

  it('leaves nothing waiting where a consumer stops amid a batch that fails', async () => {
    const bus = await opened();
    await bus.publish(topic.name, [message('1')]);
    const failing = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const handle = () => {
      begun.resolve();
      return failing.promise;
    };
    const consumer = await bus.consume({ topics: [topic.name], group: 'stopping', handle });
    await begun.promise;
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    try {
      const stopped = consumer.stop();
      failing.reject(new Error('not now'));
      await stopped;
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('never dates a message before the one ahead of it, though the clock falls back', async () => {
    let now = 2_000_000_000_000;
    const bus = await opened(() => now);
    await bus.publish(topic.name, [message('1')]);
    now -= 5_000;
    await bus.publish(topic.name, [message('2')]);
    const seen = recorder();
    await bus.consume({ topics: [topic.name], group: 'group', handle: seen.handle });
    await seen.count(2);
    expect(seen.messages[1]?.publishedAt).toBe(seen.messages[0]?.publishedAt);
  });

  it('leaves room for another connection of the same thread on the same file', async () => {
    const bus = await opened();
    const ledger = new DatabaseSync(file, { timeout: 5_000 });
    ledger.exec('PRAGMA journal_mode = WAL; CREATE TABLE checkpoints (name TEXT PRIMARY KEY, position INTEGER)');
    const seen = recorder();
    await bus.consume({ topics: [topic.name], group: 'group', batchSize: 1, handle: seen.handle });
    for (let round = 0; round < 50; round += 1) {
      const publishing = bus.publish(topic.name, [message(String(round))]);
      ledger.prepare('INSERT OR REPLACE INTO checkpoints VALUES (?, ?)').run('subscription', round);
      await publishing;
    }
    await seen.count(50);
    ledger.close();
  });

  it('shows the lag to a thread that only reads, and refuses it everything else', async () => {
    const reader = await openSqliteMessageBusReader({ file });
    closers.push(() => reader.close());
    expect(await reader.lag('group', [topic.name])).toEqual([]);
    const bus = await opened();
    await bus.publish(topic.name, numbered(0, 3));
    expect(await reader.lag('group', [topic.name])).toEqual(await bus.lag('group', [topic.name]));
    await reader.ping();
    const handle = async () => undefined;
    await expect(reader.publish(topic.name, [message('1')])).rejects.toThrow(ReadOnlyMessageBusError);
    await expect(reader.consume({ topics: [topic.name], group: 'group', handle })).rejects.toThrow(
      ReadOnlyMessageBusError,
    );
    await expect(reader.replay('group', [topic.name], null)).rejects.toThrow(ReadOnlyMessageBusError);
    await expect(reader.ensureTopics([topic])).rejects.toThrow(ReadOnlyMessageBusError);
  });

  it('is unavailable where its file cannot be opened', async () => {
    const folder = join(file, '..');
    await expect(openSqliteMessageBus({ file: folder })).rejects.toThrow(EngineUnavailableError);
  });

  it('keeps nothing of a publication that the disk refuses', async () => {
    const bus = await opened();
    const writer = new DatabaseSync(file);
    writer.exec(`CREATE TRIGGER full BEFORE INSERT ON bus_messages WHEN new.value = 'last'
      BEGIN SELECT raise(ABORT, 'disk full'); END`);
    writer.close();
    const publishing = bus.publish(topic.name, [message('first'), message('last')]);
    await expect(publishing).rejects.toThrow(EngineUnavailableError);
    expect((await bus.lag('group', [topic.name]))[0]?.end).toBe('0');
  });
});
