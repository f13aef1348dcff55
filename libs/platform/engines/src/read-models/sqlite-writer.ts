import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ModelPlan } from './model-plan.js';
import { GenerationGoneError, InvalidReadModelError } from './port.js';
import { connect, type Connection } from './sqlite-connection.js';
import { openGeneration, type SqliteGeneration } from './sqlite-generation.js';
import { createIndexes, createTables, dropTables, layoutOf } from './sqlite-layout.js';
import * as registry from './sqlite-registry.js';

/** The one that writes a file: its generations, from begin to drop. */
export interface SqliteWriter {
  readonly connection: Connection;
  live(plan: ModelPlan): SqliteGeneration;
  begin(plan: ModelPlan): SqliteGeneration;
  switchTo(plan: ModelPlan, id: string): Promise<void>;
  discard(plan: ModelPlan, id: string): void;
  close(): void;
}

export function openToWrite(file: string, graceMs: number): SqliteWriter {
  mkdirSync(dirname(file), { recursive: true });
  const connection = connect(file, 'writer');
  // NORMAL never corrupts the file, but may lose the last commits to a power cut: then their events are folded again.
  // Bulk writes come to the same pages again and again: they are copied into the file every 4,000 pages, not every 1,000.
  connection.exec(`pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = normal;
    pragma wal_autocheckpoint = 4000; pragma cache_size = -64000; pragma journal_size_limit = 67108864`);
  registry.prepareRegistry(connection);

  /** Only those in use since the file was opened; what one knows of its completion is kept for all who ask. */
  const generations = new Map<string, SqliteGeneration>();
  let sweeping: NodeJS.Timeout | null = null;
  // Nobody from before the start is left who could read what was replaced or go on with what was being filled.
  drop(connection.reading(() => registry.expiredGenerations(connection, Date.now(), true)));

  function drop(ids: readonly string[]): void {
    for (const id of ids) {
      connection.writing(() => {
        connection.exec(dropTables(id));
        registry.forgetGeneration(connection, id);
      });
      generations.delete(id);
    }
  }

  /** Until nothing retired is left. */
  function sweepLater(): void {
    sweeping ??= setTimeout(() => {
      sweeping = null;
      try {
        drop(connection.reading(() => registry.expiredGenerations(connection, Date.now() - graceMs, false)));
        if (connection.reading(() => registry.isAnyRetired(connection))) sweepLater();
      } catch {
        // Nobody waits for it, and nothing depends on it: it is tried again, at the latest at the next start.
        sweepLater();
      }
    }, graceMs + 1).unref();
  }

  function opened(plan: ModelPlan, id: string, isComplete: boolean): SqliteGeneration {
    const known = generations.get(id) ?? openGeneration(connection, plan, id, isComplete);
    generations.set(id, known);
    return known;
  }

  /** @throws GenerationGoneError also for a generation of another model */
  function stateOf(plan: ModelPlan, id: string): registry.GenerationState {
    if (!registry.isOf(connection, plan, id)) throw new GenerationGoneError(id);
    return registry.stateOf(connection, id);
  }

  return {
    connection,
    live(plan) {
      const { id, isNew } = connection.writing(() => {
        const live = registry.liveGeneration(connection, plan);
        if (live !== null) return { id: live.id, isNew: false };
        const made = registry.registerGeneration(connection, plan, 'live', Date.now());
        const layout = layoutOf(plan, made);
        connection.exec(createTables(layout));
        connection.exec(createIndexes(plan, layout));
        registry.retireEarlierVersions(connection, plan, Date.now());
        return { id: made, isNew: true };
      });
      if (isNew) sweepLater();
      return opened(plan, id, true);
    },
    begin(plan) {
      const id = connection.writing(() => {
        const made = registry.registerGeneration(connection, plan, 'filling', Date.now());
        connection.exec(createTables(layoutOf(plan, made)));
        return made;
      });
      return opened(plan, id, false);
    },
    async switchTo(plan, id) {
      if (stateOf(plan, id) === 'live') return;
      await opened(plan, id, false).complete();
      connection.writing(() => {
        const state = stateOf(plan, id);
        if (state === 'retired') throw new GenerationGoneError(id);
        const former = registry.liveGeneration(connection, plan);
        if (former?.id === id) return;
        if (former !== null) registry.setState(connection, former.id, 'retired', Date.now());
        registry.setState(connection, id, 'live', Date.now());
        registry.retireEarlierVersions(connection, plan, Date.now());
      });
      sweepLater();
    },
    discard(plan, id) {
      if (!registry.isOf(connection, plan, id)) return;
      if (registry.stateOf(connection, id) === 'live') throw new InvalidReadModelError(`${id} is live: it is needed`);
      drop([id]);
    },
    close() {
      if (sweeping !== null) clearTimeout(sweeping);
      connection.close();
    },
  };
}
