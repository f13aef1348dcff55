import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Message, NewMessage, PartitionLag, TopicDefinition } from './port.js';
import { partitionOf } from './partition-of.js';

/** One ordered log of messages. */
export interface Partition {
  readonly id: number;
  readonly topic: string;
  readonly number: number;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS bus_topics (
    name TEXT PRIMARY KEY,
    retention_ms INTEGER -- NULL: for ever
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS bus_partitions (
    id INTEGER PRIMARY KEY,
    topic TEXT NOT NULL REFERENCES bus_topics (name),
    number INTEGER NOT NULL,
    next_offset INTEGER NOT NULL DEFAULT 0,
    published_at INTEGER NOT NULL DEFAULT 0, -- of the last message; never falls back, as the clock may
    UNIQUE (topic, number)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS bus_messages (
    partition INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    published_at INTEGER NOT NULL,
    key TEXT NOT NULL,
    headers TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (partition, offset)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS bus_commits (
    consumer_group TEXT NOT NULL,
    partition INTEGER NOT NULL,
    next_offset INTEGER NOT NULL,
    PRIMARY KEY (consumer_group, partition)
  ) STRICT, WITHOUT ROWID;
`;

/** The tables of the bus. Every function is one or a few statements; transactions are the caller's. */
export type SqliteLog = ReturnType<typeof openLog>;

/** Makes the tables where they are missing. */
export function openLog(db: DatabaseSync) {
  db.exec(SCHEMA);
  const insertTopic = db.prepare('INSERT INTO bus_topics (name, retention_ms) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const insertPartition = db.prepare('INSERT INTO bus_partitions (topic, number) VALUES (?, ?)');
  const selectPartitions = db.prepare('SELECT id, topic, number FROM bus_partitions ORDER BY topic, number');
  const advance = db.prepare(
    `UPDATE bus_partitions SET next_offset = next_offset + ?, published_at = max(published_at, ?) WHERE id = ?
     RETURNING next_offset, published_at`,
  );
  const insertMessage = db.prepare(
    'INSERT INTO bus_messages (partition, offset, published_at, key, headers, value) VALUES (?, ?, ?, ?, ?, ?)',
  );
  // `LIMIT +?`: by a bare one SQLite would plan, and so prepare the statement anew at each call.
  const selectMessages = db.prepare(
    `SELECT offset, published_at, key, headers, value FROM bus_messages
     WHERE partition = ? AND offset >= ? ORDER BY offset LIMIT +?`,
  );
  const selectCommit = db.prepare('SELECT next_offset FROM bus_commits WHERE consumer_group = ? AND partition = ?');
  const setCommit = db.prepare(
    `INSERT INTO bus_commits (consumer_group, partition, next_offset) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET next_offset = excluded.next_offset`,
  );
  const initCommit = db.prepare(
    `INSERT INTO bus_commits (consumer_group, partition, next_offset)
     SELECT ?, id, iif(?, next_offset, 0) FROM bus_partitions WHERE id = ? ON CONFLICT DO NOTHING`,
  );
  const setBack = db.prepare(
    `INSERT INTO bus_commits (consumer_group, partition, next_offset)
     SELECT ?1, p.id, coalesce(
       (SELECT m.offset FROM bus_messages m WHERE m.partition = p.id AND m.published_at >= ?3 ORDER BY m.offset LIMIT 1),
       p.next_offset)
     FROM bus_partitions p WHERE p.id = ?2
     ON CONFLICT DO UPDATE SET next_offset = min(next_offset, excluded.next_offset)`,
  );
  const selectExpiring = db.prepare(
    `SELECT p.id, t.retention_ms FROM bus_partitions p JOIN bus_topics t ON t.name = p.topic
     WHERE t.retention_ms IS NOT NULL`,
  );
  const deleteOldest = db.prepare(
    `DELETE FROM bus_messages WHERE partition = ?1 AND published_at < ?2 AND offset IN
       (SELECT offset FROM bus_messages WHERE partition = ?1 ORDER BY offset LIMIT +?3)`,
  );

  return {
    /** Makes a topic with its partitions; one that exists stays as it is. */
    ensureTopic({ name, partitions, retentionDays }: TopicDefinition): void {
      const retentionMs = Number.isFinite(retentionDays) ? Math.round(retentionDays * 86_400_000) : null;
      if (insertTopic.run(name, retentionMs).changes === 0) return;
      for (let number = 0; number < partitions; number += 1) insertPartition.run(name, number);
    },

    partitions(): Partition[] {
      return selectPartitions
        .all()
        .map((row) => ({ id: Number(row['id']), topic: String(row['topic']), number: Number(row['number']) }));
    },

    /** Appends to the partitions of one topic, and answers which ones got something. */
    append(partitions: readonly Partition[], messages: readonly NewMessage[], now: number): Partition[] {
      const touched: Partition[] = [];
      const byPartition = groupBy(messages, (message) => partitionOf(message.key, partitions.length));
      for (const [number, mine] of byPartition) {
        const partition = partitions[number];
        const row = partition && advance.get(mine.length, now, partition.id);
        if (!row) throw new Error(`Partition ${number} is missing`);
        const first = Number(row['next_offset']) - mine.length;
        mine.forEach(({ key, headers, value }, index) =>
          insertMessage.run(
            partition.id,
            first + index,
            Number(row['published_at']),
            key,
            JSON.stringify(headers),
            value,
          ),
        );
        touched.push(partition);
      }
      return touched;
    },

    read(partition: Partition, from: number, limit: number): Message[] {
      return selectMessages.all(partition.id, from, limit).map((row) => messageOf(partition, row));
    },

    /** The group's next offset; null where it never joined. */
    committed(group: string, partition: Partition): number | null {
      const row = selectCommit.get(group, partition.id);
      return row ? Number(row['next_offset']) : null;
    },

    commit(group: string, partition: Partition, nextOffset: number): void {
      setCommit.run(group, partition.id, nextOffset);
    },

    /** Where a group starts that was never here; one that was goes on where it is. */
    begin(group: string, partition: Partition, from: 'earliest' | 'latest'): void {
      initCommit.run(group, from === 'latest' ? 1 : 0, partition.id);
    },

    setBack(group: string, partition: Partition, sinceMs: number): void {
      setBack.run(group, partition.id, sinceMs);
    },

    /** Partitions that forget, with the instant before which they do. */
    expiring(now: number): { partition: number; before: number }[] {
      return selectExpiring
        .all()
        .map((row) => ({ partition: Number(row['id']), before: now - Number(row['retention_ms']) }));
    },

    /** Deletes the oldest messages where they are older than that, and answers how many it were. */
    deleteOldest(partition: number, before: number, limit: number): number {
      return Number(deleteOldest.run(partition, before, limit).changes);
    },
  };
}

/** Like `Map.groupBy`, which the standard library of our target lacks. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function messageOf({ topic, number }: Partition, row: Record<string, SQLOutputValue>): Message {
  const headers = JSON.parse(String(row['headers'])) as Record<string, string>; // as `append` wrote it
  return {
    topic,
    partition: number,
    offset: String(row['offset']),
    publishedAt: new Date(Number(row['published_at'])).toISOString(),
    key: String(row['key']),
    headers,
    value: String(row['value']),
  };
}

/** Offsets of a partition are without gaps, so the lag is a difference; messages that retention took do not count. */
export function readLag(db: DatabaseSync, group: string, topics: readonly string[]): PartitionLag[] {
  const rows = db
    .prepare(
      `SELECT p.topic, p.number, p.next_offset AS end, c.next_offset AS committed,
         coalesce((SELECT min(m.offset) FROM bus_messages m WHERE m.partition = p.id), p.next_offset) AS first
       FROM bus_partitions p LEFT JOIN bus_commits c ON c.partition = p.id AND c.consumer_group = ?
       WHERE p.topic IN (SELECT value FROM json_each(?)) ORDER BY p.topic, p.number`,
    )
    .all(group, JSON.stringify(topics));
  return rows.map((row) => {
    const { topic, number, end, committed, first } = row;
    return {
      topic: String(topic),
      partition: Number(number),
      committed: committed === null ? null : String(committed),
      end: String(end),
      lag: Number(end) - Math.max(Number(committed), Number(first)),
    };
  });
}
