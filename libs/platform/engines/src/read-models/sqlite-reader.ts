import { existsSync } from 'node:fs';
import type { ModelPlan } from './model-plan.js';
import { connect, type Connection } from './sqlite-connection.js';
import { liveGeneration, registryExists } from './sqlite-registry.js';

/** Reads a file that another thread writes, and that may not be there yet. */
export interface SqliteReader {
  onLive<T>(plan: ModelPlan, empty: T, read: (connection: Connection, id: string) => T): T;
  close(): void;
}

export function openToRead(file: string): SqliteReader {
  let connection: Connection | null = null;
  /** As this connection has loaded them; null before its first look. */
  let statistics: number | null = null;

  function open(): Connection {
    connection = connect(file, 'reader');
    connection.exec('pragma cache_size = -32000');
    statistics = null;
    return connection;
  }

  function attempt<T>(
    reader: Connection,
    plan: ModelPlan,
    empty: T,
    read: (connection: Connection, id: string) => T,
  ): { readonly result: T } | 'outdated' {
    return reader.reading(() => {
      const live = registryExists(reader) ? liveGeneration(reader, plan) : null;
      if (live === null) return { result: empty };
      statistics ??= live.statistics;
      return statistics === live.statistics ? { result: read(reader, live.id) } : 'outdated';
    });
  }

  return {
    onLive(plan, empty, read) {
      if (connection === null && !existsSync(file)) return empty;
      for (;;) {
        const outcome = attempt(connection ?? open(), plan, empty, read);
        if (outcome !== 'outdated') return outcome.result;
        // A connection loads the planner's statistics once; only a new one sees those taken since.
        connection?.close();
        connection = null;
      }
    },
    close() {
      connection?.close();
      connection = null;
    },
  };
}
