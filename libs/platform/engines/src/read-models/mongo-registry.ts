import { randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { ModelPlan } from './model-plan.js';
import { type Database, isDuplicateKey } from './mongo-connection.js';
import { GenerationGoneError, InvalidReadModelError } from './port.js';

export interface RegisteredGeneration {
  /** `dropped`: gone for all, but its collection may still be there. */
  readonly state: 'filling' | 'live' | 'retired' | 'dropped';
  /** When it got into this state, or was last written to. */
  readonly touched: Date;
  /** By partition: `p0`, `p1` … */
  readonly checkpoints: Readonly<Record<string, string>>;
}

/**
 * One document per model and version. That it is one is what makes a switch atomic without transactions: the former and
 * the new generation change their states in the same update.
 */
export interface Entry {
  /** `leadList.3` */
  readonly _id: string;
  readonly model: string;
  readonly version: number;
  readonly live?: string;
  readonly generations?: Readonly<Record<string, RegisteredGeneration>>;
  /** Since when a later version is in use. */
  readonly superseded?: Date;
}

/** A process may be filling a generation, or an older one be running beside the new: after a day neither is likely. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1_000;

export interface Registry {
  read(plan: ModelPlan): Promise<Entry | null>;
  /** A name for a generation's collection. */
  newId(plan: ModelPlan): string;
  /** Comes before its collection, so that no crash leaves a collection that nobody knows of. */
  enter(plan: ModelPlan, id: string): Promise<void>;
  /** Makes it the live one where there is none; false where there is one by now. */
  makeFirst(plan: ModelPlan, id: string): Promise<boolean>;
  /** @throws GenerationGoneError */
  switchTo(plan: ModelPlan, id: string): Promise<void>;
  /** Harmless where there is no such generation. @throws InvalidReadModelError for the live one */
  remove(plan: ModelPlan, id: string): Promise<void>;
  /** @throws GenerationGoneError for one that is no longer to be written */
  saveCheckpoint(plan: ModelPlan, id: string, partition: number, position: string): Promise<void>;
  /** Tells the earlier versions of a model that they are no longer needed, and this one that it is. */
  supersede(plan: ModelPlan): Promise<void>;
  /** Drops what was retired for so long, what was abandoned, and what somebody began to drop. */
  sweep(plan: ModelPlan, graceMs: number): Promise<void>;
}

export function registryIn(database: Database): Registry {
  const entries = database.collection<Entry>('readModelGenerations');
  const keyOf = ({ name, version }: ModelPlan): string => `${name}.${version}`;
  const read = (plan: ModelPlan): Promise<Entry | null> => entries.findOne({ _id: keyOf(plan) });

  async function update(filter: mongo.Filter<Entry>, change: mongo.UpdateFilter<Entry>): Promise<boolean> {
    return (await entries.updateOne(filter, change)).matchedCount === 1;
  }

  /** First nobody uses it any more, then its collection goes, then its name: repeated after a crash, wherever that was. */
  async function drop(_id: string, id: string, { state, touched }: RegisteredGeneration): Promise<void> {
    const [stateField, touchedField] = [`generations.${id}.state`, `generations.${id}.touched`];
    const marked = await update(
      { _id, [stateField]: state, [touchedField]: touched },
      { $set: { [stateField]: 'dropped' }, ...(state === 'live' && { $unset: { live: '' } }) },
    );
    // Somebody has used it in the meantime.
    if (!marked) return;
    await database.drop(id);
    await update({ _id }, { $unset: { [`generations.${id}`]: '' } });
  }

  return {
    read,
    newId: ({ name, version }) => `${name}_${version}_${randomUUID().replaceAll('-', '').slice(0, 12)}`,
    enter: async (plan, id) => {
      const { name: model, version } = plan;
      const generation: RegisteredGeneration = { state: 'filling', touched: new Date(), checkpoints: {} };
      // The name is ours, hence fit for a field.
      const fields = { $set: { model, version, [`generations.${id}`]: generation } };
      try {
        await entries.updateOne({ _id: keyOf(plan) }, fields, { upsert: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        // Somebody else has made the entry in the same moment.
        await entries.updateOne({ _id: keyOf(plan) }, fields);
      }
    },
    makeFirst: (plan, id) =>
      update(
        { _id: keyOf(plan), live: { $exists: false } },
        { $set: { live: id, [`generations.${id}.state`]: 'live', [`generations.${id}.touched`]: new Date() } },
      ),
    switchTo: async (plan, id) => {
      for (;;) {
        const entry = await read(plan);
        const state = stateIn(entry, id);
        if (state === 'live') return;
        if (state !== 'filling') throw new GenerationGoneError(id);
        const former = entry?.live;
        const touched = new Date();
        const switched = await update(
          {
            _id: keyOf(plan),
            live: former ?? { $exists: false },
            [`generations.${id}.state`]: 'filling',
          },
          {
            $set: {
              live: id,
              [`generations.${id}.state`]: 'live',
              ...(former !== undefined && {
                [`generations.${former}.state`]: 'retired',
                [`generations.${former}.touched`]: touched,
              }),
            },
          },
        );
        if (switched) return;
      }
    },
    remove: async (plan, id) => {
      for (;;) {
        const entry = await read(plan);
        const generation = entry?.generations?.[id];
        if (stateIn(entry, id) === undefined || generation === undefined) return;
        if (generation.state === 'live') throw new InvalidReadModelError(`${id} is live: it is needed`);
        await drop(keyOf(plan), id, generation);
      }
    },
    saveCheckpoint: async (plan, id, partition, position) => {
      const saved = await update(
        { _id: keyOf(plan), [`generations.${id}.state`]: { $in: ['filling', 'live'] } },
        {
          $max: { [`generations.${id}.checkpoints.p${partition}`]: position },
          $set: { [`generations.${id}.touched`]: new Date() },
        },
      );
      if (!saved) throw new GenerationGoneError(id);
    },
    supersede: async (plan) => {
      await entries.updateMany(
        { model: plan.name, version: { $lt: plan.version }, superseded: { $exists: false } },
        { $set: { superseded: new Date() } },
      );
      await entries.updateOne({ _id: keyOf(plan) }, { $unset: { superseded: '' } });
    },
    sweep: async ({ name }, graceMs) => {
      const now = Date.now();
      for (const { _id, superseded, generations = {} } of await entries.find({ model: name }).toArray()) {
        const isOver = superseded !== undefined && superseded.getTime() < now - ABANDONED_AFTER_MS;
        for (const [id, generation] of Object.entries(generations)) {
          const { state, touched } = generation;
          const untouchedMs = now - touched.getTime();
          const isRetired = state === 'retired' && untouchedMs >= graceMs;
          const isAbandoned = untouchedMs > ABANDONED_AFTER_MS && (isOver || state === 'filling');
          if (isRetired || isAbandoned || state === 'dropped') await drop(_id, id, generation);
        }
      }
    },
  };
}

/** Undefined for one that is not there, or not any more. */
export function stateIn(entry: Entry | null, id: string): 'filling' | 'live' | 'retired' | undefined {
  const generations = entry?.generations ?? {};
  const state = Object.hasOwn(generations, id) ? generations[id]?.state : undefined;
  return state === 'dropped' ? undefined : state;
}

/** Of the live generation: what every partition has seen. */
export function liveCheckpoint(entry: Entry | null): string | null {
  const live = entry?.live === undefined ? undefined : entry.generations?.[entry.live];
  const [least = null] = Object.values(live?.checkpoints ?? {}).sort();
  return least;
}
