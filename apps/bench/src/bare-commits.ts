import { DatabaseSync } from 'node:sqlite';

export interface BareCommits {
  insert(type: string, data: string): void;
  close(): void;
}

/**
 * The bare limit for whatever stores one event durably: a table like the event store's with its indexes, one row per
 * commit, WAL, synchronous=FULL. No rules, no revisions, no idempotence.
 */
export function bareCommits(file: string): BareCommits {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA cache_size = -16000;
    CREATE TABLE bare (
      position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, category TEXT NOT NULL,
      id TEXT NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL) STRICT;
    CREATE UNIQUE INDEX bare_stream ON bare (stream, revision);
    CREATE INDEX bare_category ON bare (category, position);
  `);
  const insert = database.prepare(
    'INSERT INTO bare (stream, revision, category, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  let count = 0;
  return {
    insert: (type, data) => {
      const stream = `lead-01990000-0000-7000-8000-${String(Math.floor(count / 10)).padStart(12, '0')}`;
      insert.run(stream, count % 10, 'lead', crypto.randomUUID(), type, data, METADATA);
      count += 1;
    },
    close: () => database.close(),
  };
}

const METADATA = JSON.stringify({
  actor: { kind: 'user', id: '01990000-0000-7000-8000-0000000000aa', name: 'Ada Agent' },
  at: '2026-11-02T09:00:00.000Z',
  commandId: '01990000-0000-7000-8000-000000000001',
  correlationId: '01990000-0000-7000-8000-0000000000ff',
});
