import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EngineUnavailableError } from '../errors.js';
import { DEFAULT_BACKOFF, type Backoff } from './backoff.js';
import { openGroupCommit } from './group-commit.js';
import { millisecondsOf } from './instant.js';
import { refuseTooLarge } from './message-size.js';
import { GroupRunningError, UnknownTopicError, type MessageBus } from './port.js';
import { openGroups } from './sqlite-groups.js';
import { groupBy, openLog, readLag, type Partition } from './sqlite-log.js';
import { keepClean } from './sqlite-retention.js';

export interface SqliteMessageBusOptions {
  /** `work.sqlite`. Other tables of the same thread may live in it; those of the bus begin with `bus_`. */
  readonly file: string;
  /** Between a consumer's failure and its next try. */
  readonly backoff?: Backoff;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: () => number;
  /** Told when old messages could not be deleted; it is tried again within the hour. */
  readonly onError?: (error: unknown) => void;
}

/**
 * The message bus in an SQLite file, for one process: whoever opens it is the one thread that writes the file.
 * Published means on disk (WAL, synchronous=FULL). Consumers are those of this bus.
 */
export async function openSqliteMessageBus(options: SqliteMessageBusOptions): Promise<MessageBus> {
  const { file, now = Date.now, onError = warn } = options;
  const engine = `The message bus in ${file}`;
  const db = openDatabase(file, engine);
  const log = openLog(db);
  const commits = openGroupCommit(db);
  const groups = openGroups(log, commits, options.backoff ?? DEFAULT_BACKOFF);
  const cleaner = keepClean(log, commits, { now, onError });
  let topics = byTopic(log.partitions());
  let closed = false;

  function partitionsOf(topic: string): readonly Partition[] {
    const partitions = topics.get(topic);
    if (!partitions) throw new UnknownTopicError(topic);
    return partitions;
  }

  /** What the engine throws becomes the port's error; after the close nothing is done any more. */
  async function guarded<T>(work: () => T | Promise<T>): Promise<T> {
    if (closed) throw new EngineUnavailableError(engine);
    try {
      return await work();
    } catch (error) {
      throw isSqliteError(error) ? new EngineUnavailableError(engine, { cause: error }) : error;
    }
  }

  return {
    ensureTopics: (wanted) =>
      guarded(async () => {
        await commits.write(() => wanted.forEach((topic) => log.ensureTopic(topic)));
        topics = byTopic(log.partitions());
      }),

    publish: (topic, messages) =>
      guarded(async () => {
        const partitions = partitionsOf(topic);
        refuseTooLarge(messages);
        if (messages.length === 0) return;
        groups.wake(await commits.write(() => log.append(partitions, messages, now())));
      }),

    consume: (consumer) =>
      guarded(async () => {
        const { group, from = 'earliest' } = consumer;
        const partitions = consumer.topics.flatMap(partitionsOf);
        await commits.write(() => partitions.forEach((partition) => log.begin(group, partition, from)));
        if (closed) throw new EngineUnavailableError(engine);
        return groups.join(consumer, partitions);
      }),

    lag: (group, wanted) => guarded(() => readLag(db, group, wanted)),

    replay: (group, wanted, since) =>
      guarded(async () => {
        const partitions = wanted.flatMap(partitionsOf);
        const sinceMs = since === null ? 0 : millisecondsOf(since);
        if (groups.isRunning(group)) throw new GroupRunningError(group);
        await commits.write(() => partitions.forEach((partition) => log.setBack(group, partition, sinceMs)));
      }),

    ping: () => guarded(() => void db.prepare('SELECT 1').get()),

    async close() {
      if (closed) return;
      closed = true;
      await groups.stop();
      await cleaner.stop();
      commits.flush();
      db.close();
    },
  };
}

function openDatabase(file: string, engine: string): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const db = new DatabaseSync(file, { timeout: 5_000 });
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    return db;
  } catch (error) {
    throw new EngineUnavailableError(engine, { cause: error });
  }
}

function byTopic(partitions: readonly Partition[]): Map<string, Partition[]> {
  return groupBy(partitions, ({ topic }) => topic);
}

/** By its code: inside Jest an error of a built-in is not `instanceof Error`. */
function isSqliteError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}

function warn(error: unknown): void {
  process.emitWarning(String(error));
}
