import { EngineUnavailableError } from '../errors.js';
import { planFacets, planFind } from './find-plan.js';
import { type ModelPlan, planOf } from './model-plan.js';
import type { Document, Generation, ReadModelReader, ReadModelStore } from './port.js';
import { type Connection, textOf } from './sqlite-connection.js';
import { countFacets, findDocuments, parseDocument } from './sqlite-find.js';
import { layoutOf } from './sqlite-layout.js';
import { openToRead } from './sqlite-reader.js';
import * as registry from './sqlite-registry.js';
import { openToWrite, type SqliteWriter } from './sqlite-writer.js';

export interface SqliteReadModelsOptions {
  readonly file: string;
  /** One thread of one process writes a file; any other may read it, also before it is there. */
  readonly mode: 'writer' | 'reader';
  /** How long a generation stays after another took its place. Default: one minute. */
  readonly graceMs?: number;
}

/** Read models in one SQLite file. Deleting the file is harmless: its models are folded again. */
export function openSqliteReadModels({ file, mode, graceMs = 60_000 }: SqliteReadModelsOptions): ReadModelStore {
  const side = mode === 'reader' ? openToRead(file) : openToWrite(file, graceMs);
  let isClosed = false;

  function assertOpen(): void {
    if (isClosed) throw new EngineUnavailableError(`SQLite file ${file}, closed,`);
  }

  function writer(): SqliteWriter {
    assertOpen();
    if ('onLive' in side) throw new TypeError(`${file} was opened for reading`);
    return side;
  }

  /** The live generation and whatever is read of it are of one moment, so that no switch can come between them. */
  function onLive<T>(plan: ModelPlan, empty: T, read: (connection: Connection, id: string) => T): T {
    assertOpen();
    if ('onLive' in side) return side.onLive(plan, empty, read);
    const { connection } = side;
    return connection.reading(() => {
      const live = registry.liveGeneration(connection, plan);
      return live === null ? empty : read(connection, live.id);
    });
  }

  function readerOf<D extends Document>(plan: ModelPlan): ReadModelReader<D> {
    return {
      get: async (id) =>
        onLive<D | null>(plan, null, (connection, live) => {
          const { rows, documents } = layoutOf(plan, live);
          const sql = `select d.document from ${rows} t join ${documents} d on d.n = t.n where t.id = ?`;
          const row = connection.row(sql, [id]);
          return row ? parseDocument<D>(textOf(row[0])) : null;
        }),
      find: async (find) => {
        const planned = planFind(plan, find);
        const empty = { items: [], next: null, ...(planned.total && { total: 0 }) };
        return onLive(plan, empty, (connection, live) => findDocuments<D>(connection, layoutOf(plan, live), planned));
      },
      facets: async (paths, where, search) => {
        const planned = planFacets(plan, paths, where, search);
        const empty = Object.fromEntries(paths.map((path) => [path, []]));
        return onLive(plan, empty, (connection, live) => countFacets(connection, layoutOf(plan, live), planned));
      },
      checkpoint: async () => onLive<string | null>(plan, null, registry.checkpointOf),
    };
  }

  return {
    reader: (definition) => readerOf(planOf(definition)),
    live: async (definition) => typed(writer().live(planOf(definition))),
    begin: async (definition) => typed(writer().begin(planOf(definition))),
    switchTo: async (definition, id) => writer().switchTo(planOf(definition), id),
    discard: async (definition, id) => writer().discard(planOf(definition), id),
    ping: async () => assertOpen(),
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      side.close();
    },
  };
}

/** What a generation gives back is what its fold has put in: the type is the caller's. */
function typed<D extends Document>(generation: Generation<Document>): Generation<D> {
  return generation as unknown as Generation<D>;
}
