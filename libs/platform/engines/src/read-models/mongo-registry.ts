import { randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { ModelPlan } from './model-plan.js';
import { type Database, isDuplicateKey } from './mongo-connection.js';
import { GenerationGoneError, InvalidReadModelError } from './port.js';

export interface RegisteredGeneration {
  readonly state: 'filling' | 'live' | 'retired';
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
  /** Enters a live generation; false where there is one by now. */
  enterLive(plan: ModelPlan, id: string): Promise<boolean>;
  enterFilling(plan: ModelPlan, id: string): Promise<void>;
  /** @throws GenerationGoneError */
  switchTo(plan: ModelPlan, id: string): Promise<void>;
  /** False where there is no such generation. @throws InvalidReadModelError for the live one */
  remove(plan: ModelPlan, id: string): Promise<boolean>;
  /** @throws GenerationGoneError for one that is no longer to be written */
  saveCheckpoint(plan: ModelPlan, id: string, partition: number, position: string): Promise<void>;
  /** Tells the earlier versions of a model that they are no longer needed, and this one that it is. */
  supersede(plan: ModelPlan): Promise<void>;
  /** Takes out what was retired for so long, or abandoned, once `drop` is done with it. */
  sweep(plan: ModelPlan, graceMs: number, drop: (id: string) => Promise<void>): Promise<void>;
}

export function registryIn(database: Database): Registry {
  const entries = database.collection<Entry>('readModelGenerations');
  const keyOf = ({ name, version }: ModelPlan): string => `${name}.${version}`;
  const read = (plan: ModelPlan): Promise<Entry | null> => entries.findOne({ _id: keyOf(plan) });

  /** The fields of a generation that begins now. Its name is ours, hence fit for a field. */
  function beginning({ name, version }: ModelPlan, id: string, state: RegisteredGeneration['state']) {
    const generation: RegisteredGeneration = { state, touched: new Date(), checkpoints: {} };
    return { model: name, version, [`generations.${id}`]: generation };
  }

  async function update(filter: mongo.Filter<Entry>, change: mongo.UpdateFilter<Entry>): Promise<boolean> {
    return (await entries.updateOne(filter, change)).matchedCount === 1;
  }

  async function enter(filter: mongo.Filter<Entry>, fields: Record<string, unknown>): Promise<boolean> {
    try {
      await entries.updateOne(filter, { $set: fields } as mongo.UpdateFilter<Entry>, { upsert: true });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  return {
    read,
    newId: ({ name, version }) => `${name}_${version}_${randomUUID().replaceAll('-', '').slice(0, 12)}`,
    enterLive: (plan, id) =>
      enter({ _id: keyOf(plan), live: { $exists: false } }, { ...beginning(plan, id, 'live'), live: id }),
    enterFilling: async (plan, id) => {
      // Two that make the entry at once: the one told of the duplicate now finds it there.
      while (!(await enter({ _id: keyOf(plan) }, beginning(plan, id, 'filling'))));
    },
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
          } as mongo.Filter<Entry>,
          {
            $set: {
              live: id,
              [`generations.${id}.state`]: 'live',
              ...(former !== undefined && {
                [`generations.${former}.state`]: 'retired',
                [`generations.${former}.touched`]: touched,
              }),
            },
          } as mongo.UpdateFilter<Entry>,
        );
        if (switched) return;
      }
    },
    remove: async (plan, id) => {
      const entry = await read(plan);
      if (stateIn(entry, id) === undefined) return false;
      const removed = await update({ _id: keyOf(plan), live: { $ne: id } }, {
        $unset: { [`generations.${id}`]: '' },
      } as mongo.UpdateFilter<Entry>);
      if (!removed) throw new InvalidReadModelError(`${id} is live: it is needed`);
      return true;
    },
    saveCheckpoint: async (plan, id, partition, position) => {
      const saved = await update(
        { _id: keyOf(plan), [`generations.${id}.state`]: { $in: ['filling', 'live'] } } as mongo.Filter<Entry>,
        {
          $max: { [`generations.${id}.checkpoints.p${partition}`]: position },
          $set: { [`generations.${id}.touched`]: new Date() },
        } as mongo.UpdateFilter<Entry>,
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
    sweep: async ({ name }, graceMs, drop) => {
      const now = Date.now();
      for (const { _id, superseded, generations = {} } of await entries.find({ model: name }).toArray()) {
        const isOver = superseded !== undefined && superseded.getTime() < now - ABANDONED_AFTER_MS;
        for (const [id, { state, touched }] of Object.entries(generations)) {
          const untouchedMs = now - touched.getTime();
          const isRetired = state === 'retired' && untouchedMs >= graceMs;
          const isAbandoned = untouchedMs > ABANDONED_AFTER_MS && (isOver || state === 'filling');
          if (!isRetired && !isAbandoned) continue;
          await drop(id);
          // The live one of a version nobody runs any more takes the entry's pointer with it.
          await entries.updateOne(
            { _id, [`generations.${id}.touched`]: touched } as mongo.Filter<Entry>,
            {
              $unset: { [`generations.${id}`]: '', ...(state === 'live' && { live: '' }) },
            } as mongo.UpdateFilter<Entry>,
          );
        }
      }
    },
  };
}

export function stateIn(entry: Entry | null, id: string): RegisteredGeneration['state'] | undefined {
  const generations = entry?.generations ?? {};
  return Object.hasOwn(generations, id) ? generations[id]?.state : undefined;
}

/** Of the live generation: what every partition has seen. */
export function liveCheckpoint(entry: Entry | null): string | null {
  const live = entry?.live === undefined ? undefined : entry.generations?.[entry.live];
  const [least = null] = Object.values(live?.checkpoints ?? {}).sort();
  return least;
}
