import type { StoredEvent } from '@leadline/event-sourcing';
import type { Reaction, ReadModel } from '../definitions.js';
import type { Job, Ledger } from '../ledger-port.js';
import type { EventStore, ReadModelStore } from '../ports.js';
import type { Progress } from '../read-models/progress.js';
import { rebuildReadModel } from '../read-models/rebuild.js';
import { verifyReadModel } from '../read-models/verify.js';
import type { LeaseTimes } from '../work/lease.js';
import type { WorkLog } from '../work/log.js';
import { describeError, isUnavailable, nameOf } from '../work/retry.js';
import { operationCodec } from './operation.events.js';

export interface ReadModelJobsOptions {
  /** Of the runner: its checkpoint is under this name. */
  readonly name: string;
  /** Those that this runner keeps; a request for another one is another runner's. */
  readonly readModels: readonly ReadModel[];
  readonly partitionsOf: (readModel: ReadModel) => number;
  readonly store: ReadModelStore;
  readonly eventStore: EventStore;
  readonly ledger: Ledger;
  readonly lease: LeaseTimes;
  readonly now: () => Date;
  readonly log: WorkLog;
}

/** How often the progress of a job is written. */
const TELL_EVERY_MS = 500;

/**
 * Carries out rebuilds and verifications that were asked for, one after the other. A job that is done is not run again;
 * one that was cut short is begun anew, and the store throws away what it had folded.
 */
export function readModelJobs(options: ReadModelJobsOptions): Reaction {
  return {
    name: `${options.name}ReadModelJobs`,
    categories: [operationCodec.category],
    handle: async (stored, { signal }) => {
      const asked = jobIn(stored, options);
      if (!asked) return;
      const { job, readModel } = asked;
      const before = await options.ledger.job(job.id);
      if (before?.state === 'done' || before?.state === 'failed') return;
      await run(options, readModel, job, signal);
    },
  };
}

function jobIn(stored: StoredEvent, { readModels }: ReadModelJobsOptions): { job: Job; readModel: ReadModel } | null {
  const event = operationCodec.decode(stored);
  if (event.type === 'DeadLetterRetryRequested') return null;
  const { jobId, readModel: name } = event.data;
  const readModel = readModels.find((each) => each.name === name);
  if (!readModel) return null;
  const kind = event.type === 'ReadModelRebuildRequested' ? 'rebuild' : 'verify';
  return { job: { id: jobId, kind, readModel: name, state: 'waiting', done: 0, progress: 0 }, readModel };
}

async function run(options: ReadModelJobsOptions, readModel: ReadModel, job: Job, signal: AbortSignal): Promise<void> {
  const { ledger, now, log } = options;
  let current: Job = { ...job, state: 'running', startedAt: now().toISOString() };
  const put = async (news: Partial<Job>): Promise<void> => {
    current = { ...current, ...news };
    await ledger.putJob(current);
  };
  const telling = tellProgress(put);
  try {
    const result = await carryOut(options, readModel, job.kind, signal, telling.onProgress);
    await telling.end();
    await put({ state: 'done', finishedAt: now().toISOString(), progress: 1, ...result });
    log.info({ job: job.id, kind: job.kind, readModel: readModel.name }, 'A read model job is done');
  } catch (error) {
    await telling.end();
    // Begun again, by this runner or the next: nothing is wrong with the job.
    if (signal.aborted || isUnavailable(error) || nameOf(error) === 'GenerationGoneError') throw error;
    await put({ state: 'failed', finishedAt: now().toISOString(), error: describeError(error) });
    log.error(
      { job: job.id, kind: job.kind, readModel: readModel.name, error: describeError(error) },
      'A read model job failed',
    );
  }
}

async function carryOut(
  { store, eventStore, ledger, lease, partitionsOf, now }: ReadModelJobsOptions,
  readModel: ReadModel,
  kind: Job['kind'],
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Partial<Job>> {
  const shared = {
    readModel,
    eventStore,
    readModels: store,
    partitions: partitionsOf(readModel),
    now,
    signal,
    onProgress,
  };
  switch (kind) {
    case 'rebuild': {
      const { events } = await rebuildReadModel({ ...shared, ledger, lease });
      return { done: events };
    }
    case 'verify': {
      const { events, differences } = await verifyReadModel(shared);
      return { done: events, differences };
    }
  }
}

/** Writes progress now and then, one write at a time. */
function tellProgress(put: (news: Partial<Job>) => Promise<void>): {
  onProgress(progress: Progress): void;
  /** Waits for the last write. */
  end(): Promise<void>;
} {
  let told = performance.now();
  let writing: Promise<void> = Promise.resolve();
  return {
    onProgress({ events, progress }) {
      if (performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      // Telling is not the job: a ledger that does not answer is met again when the job ends.
      writing = writing.then(() => put({ done: events, progress })).catch(() => undefined);
    },
    end: () => writing,
  };
}
