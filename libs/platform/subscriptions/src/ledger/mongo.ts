import { createConnection, type Connection } from 'mongoose';
import { EngineUnavailableError } from '@leadline/engines';
import type { DeadLetter, Job, Ledger, Setback, SubscriptionStatus } from '../ledger-port.js';
import type { Message } from '../ports.js';
import { sortableOffset } from './json.js';

export interface MongoLedgerOptions {
  /** `mongodb://…/leadline`. Collections of the ledger begin with `ledger_`. */
  readonly url: string;
  /** How long to wait for an answer. A connection that hangs is given up then, and fails what waits for it. Default: 10 s. */
  readonly answerMs?: number;
}

/** How long to look for a server before saying that there is none. */
const SERVER_SELECTION_MS = 5_000;
const ANSWER_MS = 10_000;

/** The ledger in MongoDB, shared by all replicas. Uses only what FerretDB has too: no transactions, no change streams. */
export async function openMongoLedger({ url, answerMs = ANSWER_MS }: MongoLedgerOptions): Promise<Ledger> {
  const connection = createConnection(url, {
    serverSelectionTimeoutMS: SERVER_SELECTION_MS,
    connectTimeoutMS: SERVER_SELECTION_MS,
    socketTimeoutMS: answerMs,
  });
  try {
    await connection.asPromise();
    await connection.collection('ledger_dead_letters').createIndex({ subscription: 1, position: 1 }, {}, {});
    await connection
      .collection('ledger_parked_messages')
      .createIndex({ consumption: 1, topic: 1, key: 1, offset: 1 }, {}, {});
  } catch (error) {
    await connection.destroy();
    throw new EngineUnavailableError(`MongoDB at ${withoutCredentials(url)}`, { cause: error });
  }
  return ledgerIn(connection);
}

function ledgerIn(connection: Connection): Ledger {
  const checkpoints = connection.collection<{ _id: string; position: string }>('ledger_checkpoints');
  const leases = connection.collection<{ _id: string; holder: string; until: Date }>('ledger_leases');
  const letters = connection.collection<Stored<DeadLetter> & { subscription: string; position: string }>(
    'ledger_dead_letters',
  );
  const parked = connection.collection<
    Stored<Message> & { consumption: string; topic: string; key: string; offset: string }
  >('ledger_parked_messages');
  const jobs = connection.collection<Stored<Job>>('ledger_jobs');
  const reports = connection.collection<Stored<SubscriptionStatus>>('ledger_reports');

  const setbacks = connection.collection<Stored<Setback>>('ledger_setbacks');

  return {
    checkpoint: async (subscription, partition) => {
      const found = await checkpoints.findOne({ _id: `${subscription}/${partition}` });
      return found?.position ?? null;
    },
    saveCheckpoint: async (subscription, partition, position) => {
      await checkpoints.updateOne({ _id: `${subscription}/${partition}` }, { $max: { position } }, { upsert: true });
    },
    resetCheckpoint: async (subscription, partition, position) => {
      const _id = `${subscription}/${partition}`;
      if (position === null) await checkpoints.deleteOne({ _id });
      else await checkpoints.updateOne({ _id }, { $set: { position } }, { upsert: true });
    },
    putSetback: async (setback) => {
      const _id = `${setback.subscription}/${setback.partition}`;
      try {
        await setbacks.insertOne({ _id, body: setback });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    setback: async (subscription, partition) =>
      (await setbacks.findOne({ _id: `${subscription}/${partition}` }))?.body ?? null,
    setbacks: async () => (await setbacks.find().toArray()).map(({ body }) => body).sort(bySubscription),
    removeSetback: async (subscription, partition) => {
      await setbacks.deleteOne({ _id: `${subscription}/${partition}` });
    },
    holdLease: async (name, holder, ttlMs) => {
      const until = { $add: ['$$NOW', Math.ceil(ttlMs)] };
      const free = { $or: [{ holder }, { $expr: { $lte: ['$until', '$$NOW'] } }] };
      const renewed = await leases.updateOne({ _id: name, ...free }, [
        { $set: { holder: { $literal: holder }, until } },
      ]);
      if (renewed.matchedCount === 1) return true;
      // An upsert may not look at the clock in its filter, so a lease that was never there is made in a step of its own.
      const unlessThere = {
        holder: { $ifNull: ['$holder', { $literal: holder }] },
        until: { $ifNull: ['$until', until] },
      };
      try {
        return (await leases.updateOne({ _id: name }, [{ $set: unlessThere }], { upsert: true })).upsertedCount === 1;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    releaseLease: async (name, holder) => {
      await leases.deleteOne({ _id: name, holder });
    },
    leases: async () => {
      const held = await leases
        .find({ $expr: { $gt: ['$until', '$$NOW'] } })
        .sort({ _id: 1 })
        .toArray();
      return held.map(({ _id, holder, until }) => ({ name: _id, holder, until: until.toISOString() }));
    },
    putDeadLetter: async (letter) => {
      const { id, subscription, position } = letter;
      await letters.replaceOne({ _id: id }, { subscription, position, body: letter }, { upsert: true });
    },
    removeDeadLetter: async (id) => {
      await letters.deleteOne({ _id: id });
    },
    deadLetters: async (subscription) => {
      const found = letters.find(subscription === undefined ? {} : { subscription }).sort({ position: 1, _id: 1 });
      return (await found.toArray()).map(({ body }) => body);
    },
    deadLetter: async (id) => (await letters.findOne({ _id: id }))?.body ?? null,
    parkMessage: async (consumption, message) => {
      const { topic, key } = message;
      const offset = sortableOffset(message.offset);
      await parked.replaceOne(
        { _id: parkedId(consumption, message) },
        { consumption, topic, key, offset, body: message },
        { upsert: true },
      );
    },
    parkedMessages: async (consumption, topic, key) => {
      const found = await parked.find({ consumption, topic, key }).sort({ offset: 1 }).toArray();
      return found.map(({ body }) => body);
    },
    unparkMessage: async (consumption, message) => {
      await parked.deleteOne({ _id: parkedId(consumption, message) });
    },
    putJob: async (job) => {
      await jobs.replaceOne({ _id: job.id }, { body: job }, { upsert: true });
    },
    job: async (id) => (await jobs.findOne({ _id: id }))?.body ?? null,
    jobs: async (limit) => {
      const found = await jobs.find().sort({ 'body.startedAt': -1, _id: -1 }).limit(limit).toArray();
      return found.map(({ body }) => body);
    },
    report: async (status) => {
      await reports.replaceOne({ _id: `${status.name}/${status.partition}` }, { body: status }, { upsert: true });
    },
    reports: async () => {
      const found = (await reports.find().toArray()).map(({ body }) => body);
      return found.sort((a, b) => (a.name === b.name ? a.partition - b.partition : a.name < b.name ? -1 : 1));
    },
    close: () => connection.close(),
  };
}

interface Stored<T> {
  readonly _id: string;
  readonly body: T;
}

function bySubscription(a: Setback, b: Setback): number {
  if (a.subscription === b.subscription) return a.partition - b.partition;
  return a.subscription < b.subscription ? -1 : 1;
}

function parkedId(consumption: string, { topic, partition, offset }: Message): string {
  return `${consumption}/${topic}/${partition}/${offset}`;
}

/** FerretDB gives the code and nothing else. */
function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11_000;
}

function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
