import { planFacets, planFind } from './find-plan.js';
import { type ModelPlan, planOf } from './model-plan.js';
import { connectTo, type MongoReadModelsOptions } from './mongo-connection.js';
import type { MongoDocument } from './mongo-filter.js';
import { countFacets, documentOf, findDocuments, type MongoCollection } from './mongo-find.js';
import { createCollection, openGeneration } from './mongo-generation.js';
import { type Entry, liveCheckpoint, registryIn } from './mongo-registry.js';
import type { Document, Generation, ReadModelReader, ReadModelStore } from './port.js';

export type { MongoReadModelsOptions } from './mongo-connection.js';

/** How long a reader goes on with the generation it knows. Far shorter than the former one stays after a switch. */
const KNOWN_FOR_MS = 250;

/**
 * Read models in MongoDB, a collection per generation. Uses only what FerretDB has too: no transactions, no collation,
 * no change streams.
 * @throws EngineUnavailableError
 */
export async function openMongoReadModels(options: MongoReadModelsOptions): Promise<ReadModelStore> {
  const { graceMs = 60_000 } = options;
  const database = await connectTo(options);
  const registry = registryIn(database);
  const known = new Map<string, { readonly live: string | undefined; readonly untilMs: number }>();
  const used = new WeakSet<ModelPlan>();
  const sweeps = new Set<NodeJS.Timeout>();

  /** What is known of a model from now on is what stands here: a reader that has seen a checkpoint reads what led to it. */
  async function lookUp(plan: ModelPlan): Promise<Entry | null> {
    const entry = await registry.read(plan);
    known.set(`${plan.name}.${plan.version}`, { live: entry?.live, untilMs: Date.now() + KNOWN_FOR_MS });
    return entry;
  }

  function onLive<T>(plan: ModelPlan, empty: T, read: (collection: MongoCollection) => Promise<T>): Promise<T> {
    return database.asking(async () => {
      const found = known.get(`${plan.name}.${plan.version}`);
      const isFresh = found !== undefined && found.untilMs > Date.now();
      const live = isFresh ? found.live : (await lookUp(plan))?.live;
      return live === undefined ? empty : read(database.collection<MongoDocument>(live));
    });
  }

  function readerOf<D extends Document>(plan: ModelPlan): ReadModelReader<D> {
    return {
      get: (id) =>
        onLive<D | null>(plan, null, async (collection) => {
          const row = await collection.findOne({ _id: id }, { projection: { document: 1 } });
          return row === null ? null : documentOf<D>(row);
        }),
      find: async (find) => {
        const planned = planFind(plan, find);
        const empty = { items: [], next: null, ...(planned.total && { total: 0 }) };
        return onLive(plan, empty, (collection) => findDocuments<D>(collection, planned));
      },
      facets: async (paths, where, search) => {
        const planned = planFacets(plan, paths, where, search);
        const empty = Object.fromEntries(paths.map((path) => [path, []]));
        return onLive(plan, empty, (collection) => countFacets(collection, plan, planned));
      },
      checkpoint: () => database.asking(async () => liveCheckpoint(await lookUp(plan))),
    };
  }

  async function begin<D extends Document>(plan: ModelPlan): Promise<Generation<D>> {
    const id = registry.newId(plan);
    await registry.enter(plan, id);
    await createCollection(database, plan, id);
    return openGeneration<D>(database, registry, plan, id);
  }

  async function live<D extends Document>(plan: ModelPlan): Promise<Generation<D>> {
    if (!used.has(plan)) {
      // Once per process, which says by it which version of the model is in use.
      await registry.supersede(plan);
      await registry.sweep(plan, graceMs);
      used.add(plan);
    }
    for (;;) {
      const entry = await registry.read(plan);
      if (entry?.live !== undefined) return openGeneration<D>(database, registry, plan, entry.live);
      const made = await begin<D>(plan);
      const isFirst = await registry.makeFirst(plan, made.id);
      known.clear();
      if (!isFirst) await registry.remove(plan, made.id);
    }
  }

  function sweepLater(plan: ModelPlan): void {
    const timer = setTimeout(() => {
      sweeps.delete(timer);
      // Nobody waits for it: what cannot be dropped now is dropped with the next generation.
      database.asking(() => registry.sweep(plan, graceMs)).catch(() => undefined);
    }, graceMs + 1).unref();
    sweeps.add(timer);
  }

  return {
    reader: (definition) => readerOf(planOf(definition)),
    live: async <D extends Document>(definition: Parameters<ReadModelStore['live']>[0]) => {
      const plan = planOf(definition);
      return database.asking(() => live<D>(plan));
    },
    begin: async <D extends Document>(definition: Parameters<ReadModelStore['begin']>[0]) => {
      const plan = planOf(definition);
      return database.asking(async () => {
        await registry.sweep(plan, graceMs);
        return begin<D>(plan);
      });
    },
    switchTo: async (definition, id) => {
      const plan = planOf(definition);
      await database.asking(async () => {
        await registry.switchTo(plan, id);
        await registry.supersede(plan);
      });
      known.clear();
      sweepLater(plan);
    },
    discard: async (definition, id) => {
      const plan = planOf(definition);
      await database.asking(() => registry.remove(plan, id));
    },
    ping: () => database.ping(),
    close: async () => {
      for (const timer of sweeps) clearTimeout(timer);
      await database.close();
    },
  };
}
