import { latestWrites } from './latest-writes.js';
import type { ModelPlan } from './model-plan.js';
import { type Document, type Generation, GenerationGoneError, type StoredDocument } from './port.js';
import { type Connection, numberOf, textOf } from './sqlite-connection.js';
import { parseDocument } from './sqlite-find.js';
import { createIndexes, type Layout, layoutOf } from './sqlite-layout.js';
import { checkpointOf, saveCheckpoint, setAnalysed, stateOf } from './sqlite-registry.js';
import { rowWriter } from './sqlite-rows.js';

const SCAN_PAGE = 500;
const WORDS_PAGE = 1_000;
/** Rows looked at per index; enough for the planner's estimates, and done in milliseconds. */
const ANALYSIS_LIMIT = 1_000;

/** A generation on the writer's side. */
export interface SqliteGeneration<D extends Document = Document> extends Generation<D> {
  /** Makes the indexes and the words that were left for later. The longer part is done in pieces, others in between. */
  complete(): Promise<void>;
}

/**
 * A generation that is being filled has neither indexes nor words: making them once, at the end, is several times
 * cheaper than keeping them up to date all along.
 */
export function openGeneration<D extends Document>(
  connection: Connection,
  plan: ModelPlan,
  id: string,
  isComplete: boolean,
): SqliteGeneration<D> {
  const layout = layoutOf(plan, id);
  const { rows, documents, words, gone } = layout;
  let completing: Promise<void> | null = isComplete ? Promise.resolve() : null;
  let withWords = isComplete && words !== null;
  const writer = rowWriter(connection, layout, plan, () => withWords);
  const growth = growthOf(connection, layout, id);

  async function makeComplete(): Promise<void> {
    if (words !== null) {
      connection.writing(() => connection.run(`insert into ${words} (${words}) values ('delete-all')`));
      const sql = `select n, document from ${documents} where n > ? order by n limit ?`;
      let last = 0;
      for (let more = true; more; await immediate()) {
        connection.writing(() => {
          stateOf(connection, id);
          const page = connection.rows(sql, [last, WORDS_PAGE]);
          for (const [n, document] of page) writer.addWords(numberOf(n), parseDocument(textOf(document)));
          last = numberOf(page.at(-1)?.[0] ?? 0);
          more = page.length === WORDS_PAGE;
        });
      }
    }
    connection.writing(() => {
      stateOf(connection, id);
      connection.exec(createIndexes(plan, layout));
      growth.analyse();
    });
    withWords = words !== null;
  }

  return {
    id,
    complete() {
      completing ??= makeComplete().catch((error: unknown) => {
        completing = null;
        throw error;
      });
      return completing;
    },
    async load(ids) {
      return connection.reading(() => {
        stateOf(connection, id);
        const found = new Map<string, StoredDocument<D>>();
        for (const each of ids) {
          const row = connection.row(
            `select t.position, d.document from ${rows} t join ${documents} d on d.n = t.n where t.id = ?`,
            [each],
          );
          if (row) {
            found.set(each, { position: textOf(row[0]), document: parseDocument<D>(textOf(row[1])) });
            continue;
          }
          const buried = connection.row(`select position from ${gone} where id = ?`, [each]);
          if (buried) found.set(each, { position: textOf(buried[0]), document: null });
        }
        return found;
      });
    },
    async write(writes, { partition, position }) {
      if (completing) await completing;
      connection.writing(() => {
        if (stateOf(connection, id) === 'retired') throw new GenerationGoneError(id);
        let added = 0;
        for (const write of latestWrites(writes)) added += writer.write(write);
        saveCheckpoint(connection, id, partition, position);
        if (completing) growth.grownBy(added);
      });
    },
    async checkpoint(partition) {
      return connection.reading(() => {
        stateOf(connection, id);
        return checkpointOf(connection, id, partition);
      });
    },
    async *scan() {
      const sql = `select t.id, t.position, d.document from ${rows} t join ${documents} d on d.n = t.n
        where t.id > ? order by t.id limit ?`;
      let after = '';
      for (let more = true; more;) {
        const page = connection.reading(() => {
          stateOf(connection, id);
          return connection.rows(sql, [after, SCAN_PAGE]);
        });
        for (const row of page) {
          after = textOf(row[0]);
          yield { id: after, position: textOf(row[1]), document: parseDocument<D>(textOf(row[2])) };
        }
        more = page.length === SCAN_PAGE;
      }
    },
    async count() {
      return connection.reading(() => {
        stateOf(connection, id);
        return numberOf(connection.row(`select count(*) from ${rows}`)?.[0]);
      });
    },
  };
}

/** Keeps the planner's statistics roughly true: taken anew whenever there are four times as many rows as then. */
function growthOf(connection: Connection, { rows, many }: Layout, id: string) {
  let counted: { now: number; analysed: number } | null = null;
  const count = (): number => numberOf(connection.row(`select count(*) from ${rows}`)?.[0]);

  function analyse(): void {
    const now = count();
    connection.exec(`pragma analysis_limit = ${ANALYSIS_LIMIT}; analyze ${rows}; analyze ${many}`);
    setAnalysed(connection, id, now);
    counted = { now, analysed: now };
  }

  return {
    analyse,
    grownBy(added: number): void {
      if (added === 0) return;
      counted ??= { now: count() - added, analysed: 0 };
      counted.now += added;
      if (counted.now >= Math.max(1_000, 4 * counted.analysed)) analyse();
    },
  };
}

function immediate(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
