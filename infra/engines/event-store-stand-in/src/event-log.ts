import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { openSqliteEventStore, type SqliteEventStore } from '@leadline/engines/event-store';
import { newId, type ExpectedRevision, type NewEvent, type Position, type StoredEvent } from '@leadline/event-sourcing';

/** The server's log, over our SQLite event store: all streams, the system's own among them. */
export interface EventLog {
  append: SqliteEventStore['append'];
  readStream: SqliteEventStore['readStream'];
  /** Events of all streams behind a position, at most `limit`. */
  after(position: Position | null, limit: number): Promise<readonly StoredEvent[]>;
  newest: SqliteEventStore['readNewest'];
  /** How many commits there were; {@link changed} resolves when it is another. */
  readonly commits: number;
  changed(since: number, signal: AbortSignal): Promise<void>;
  /** Refuses new appends, and closes when those under way are on disk. */
  close(): Promise<void>;
}

/** Opens the log in a folder; as the real server does, it begins with an event of the system's own. */
export async function openEventLog(dataFolder: string): Promise<EventLog> {
  const store = openSqliteEventStore({ file: join(dataFolder, 'stand-in.sqlite') });
  const bell = new EventEmitter().setMaxListeners(0);
  const underWay = new Set<Promise<unknown>>();
  let commits = 0;
  store.onCommit(() => {
    commits += 1;
    bell.emit('commit');
  });
  await store.append('$stats-stand-in', [{ id: newId(), type: '$statsCollected', data: {}, metadata: {} }], 'any');

  return {
    append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision) {
      const appending = store.append(stream, events, expected);
      underWay.add(appending);
      return appending.finally(() => underWay.delete(appending));
    },
    readStream: (stream, options) => store.readStream(stream, options),
    after: async (position, limit) =>
      (await store.readAll({ categories: store.categories(), after: position, limit })).events,
    newest: (position, limit) => store.readNewest(position, limit),
    get commits() {
      return commits;
    },
    async changed(since, signal) {
      if (commits !== since || signal.aborted) return;
      await once(bell, 'commit', { signal }).catch(() => undefined); // rejects on abort only, which the caller looks at
    },
    async close() {
      await Promise.allSettled(underWay);
      await store.close();
    },
  };
}
