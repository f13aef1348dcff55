import type { mongo } from 'mongoose';
import { assertFits, textsAt } from './document-values.js';
import { isSearched } from './find-plan.js';
import { latestWrites } from './latest-writes.js';
import type { ModelPlan } from './model-plan.js';
import { type Database, duplicatesOf } from './mongo-connection.js';
import type { MongoDocument } from './mongo-filter.js';
import { documentOf, type MongoCollection } from './mongo-find.js';
import { type Registry, stateIn } from './mongo-registry.js';
import { type Document, type DocumentWrite, type Generation, GenerationGoneError } from './port.js';
import { searchTokens } from './search-text.js';

const SCAN_PAGE = 500;
/** Documents in one bulk: some megabytes, far below what a message to the server may hold. */
const BULK = 500;

/** Makes the collection with its indexes: to build them beside writes would block those. */
export async function createCollection(database: Database, plan: ModelPlan, id: string): Promise<void> {
  const lists = plan.indexes.map(({ on }) => on.map((path) => `document.${path}`));
  if (isSearched(plan)) lists.push(['tokens']);
  const keys = new Map(lists.map((fields) => [fields.join(), Object.fromEntries(fields.map((field) => [field, 1]))]));
  const indexes = [...keys.values()].map((key, at) => ({
    key: { alive: 1 as const, ...key, _id: 1 as const },
    name: `by_${at}`,
  }));
  // Without an index of its own there still has to be a collection, so that the first write does not race to make it.
  await database.collection(id).createIndexes(indexes.length > 0 ? indexes : [{ key: { alive: 1 }, name: 'by_alive' }]);
}

export function openGeneration<D extends Document>(
  database: Database,
  registry: Registry,
  plan: ModelPlan,
  id: string,
): Generation<D> {
  const collection: MongoCollection = database.collection<MongoDocument>(id);

  async function assertWritable(): Promise<void> {
    const state = stateIn(await registry.read(plan), id);
    if (state !== 'filling' && state !== 'live') throw new GenerationGoneError(id);
  }

  return {
    id,
    load: (ids) =>
      database.asking(async () => {
        const rows = await collection.find({ _id: { $in: [...ids] } }, { projection: { tokens: 0 } }).toArray();
        return new Map(rows.map((row) => [row._id, { document: documentOf<D>(row), position: row.position }]));
      }),
    write: (writes, { partition, position }) =>
      database.asking(async () => {
        const latest = latestWrites(writes);
        for (const { document } of latest) if (document !== null) assertFits(plan, document);
        // A write to a collection that was dropped would make it anew, without indexes.
        await assertWritable();
        for (let at = 0; at < latest.length; at += BULK)
          await writeGuarded(collection, plan, latest.slice(at, at + BULK));
        await registry.saveCheckpoint(plan, id, partition, position);
      }),
    checkpoint: (partition) =>
      database.asking(async () => {
        const entry = await registry.read(plan);
        if (stateIn(entry, id) === undefined) throw new GenerationGoneError(id);
        return entry?.generations?.[id]?.checkpoints[`p${partition}`] ?? null;
      }),
    async *scan() {
      let after = '';
      for (let more = true; more;) {
        const query = { alive: true as const, _id: { $gt: after } };
        const page = await database.asking(() => collection.find(query).sort({ _id: 1 }).limit(SCAN_PAGE).toArray());
        for (const row of page) {
          after = row._id;
          const document = documentOf<D>(row);
          if (document !== null) yield { id: row._id, document, position: row.position };
        }
        more = page.length === SCAN_PAGE;
      }
      // A collection that was dropped on the way looks like one that has come to its end.
      const state = stateIn(await database.asking(() => registry.read(plan)), id);
      if (state === undefined) throw new GenerationGoneError(id);
    },
    count: () => database.asking(() => collection.countDocuments({ alive: true })),
  };
}

/**
 * Inserts what is not there, replaces what has seen less, and spares what has seen as much. Where another writer has
 * made a document since the look, the insertion meets it: then the replacement has its turn, and it too leaves alone
 * what is newer. (An upsert would do without the look, but servers insert in bulk and upsert one by one.)
 */
async function writeGuarded(
  collection: MongoCollection,
  plan: ModelPlan,
  writes: readonly DocumentWrite[],
): Promise<void> {
  const ids = writes.map(({ id }) => id);
  const there = await collection.find({ _id: { $in: ids } }, { projection: { position: 1 } }).toArray();
  const positions = new Map(there.map(({ _id, position }) => [_id, position]));
  const needed = writes.filter(({ id, position }) => (positions.get(id) ?? '') < position);
  const replacing = (write: DocumentWrite): mongo.AnyBulkWriteOperation<MongoDocument> => ({
    replaceOne: {
      filter: { _id: write.id, position: { $lt: write.position } },
      replacement: contentOf(plan, write),
    },
  });
  if (needed.length === 0) return;
  try {
    await collection.bulkWrite(
      needed.map((write) =>
        positions.has(write.id)
          ? replacing(write)
          : { insertOne: { document: { _id: write.id, ...contentOf(plan, write) } } },
      ),
      { ordered: false },
    );
  } catch (error) {
    const met = new Set(duplicatesOf(error));
    await collection.bulkWrite(needed.filter((_write, at) => met.has(at)).map(replacing), { ordered: false });
  }
}

function contentOf(plan: ModelPlan, { document, position }: DocumentWrite): Omit<MongoDocument, '_id'> {
  if (document === null) return { position };
  const tokens = isSearched(plan)
    ? { tokens: searchTokens(textsAt(document, plan.search), textsAt(document, plan.searchPhones)) }
    : {};
  return { position, alive: true, ...tokens, document };
}
