import { handleCommand, newId, type Position } from '@leadline/event-sourcing';
import type { ReadModel, Work } from './definitions.js';
import type { Ledger, SubscriptionStatus } from './ledger-port.js';
import { messageRetries } from './operations/message-retries.js';
import { OPERATION } from './operations/operation.events.js';
import { operationAggregate, SYSTEM } from './operations/operation.js';
import { readModelJobs } from './operations/read-model-jobs.js';
import type { EventStore, MessageBus, ReadModelStore } from './ports.js';
import { followReadModel } from './read-models/follow-read-model.js';
import { waitForPosition } from './wait-for-position.js';
import type { ConsumptionContext } from './work/consume.js';
import { consumer, lagOf } from './work/consumer.js';
import { followPublication } from './work/follow-publication.js';
import { followReaction } from './work/follow-reaction.js';
import { fairShare } from './work/fair-share.js';
import type { Follower } from './work/follower.js';
import { DEFAULT_LEASE, type LeaseTimes } from './work/lease.js';
import type { WorkLog } from './work/log.js';
import { DEFAULT_RETRY, describeError, pause, type RetryPolicy } from './work/retry.js';
import { sharedLog } from './work/shared-log.js';
import { subscription } from './work/subscription.js';

export interface RunWorkOptions {
  /** Of the process's part, the same in all its replicas: `leads`, `leadline`. */
  readonly name: string;
  readonly work: readonly Work[];
  readonly eventStore: EventStore;
  readonly messageBus: MessageBus;
  readonly readModels: ReadModelStore;
  readonly ledger: Ledger;
  readonly log: WorkLog;
  /** Unique over all processes and their restarts. Default: a fresh id. */
  readonly holder?: string;
  readonly retry?: RetryPolicy;
  readonly lease?: LeaseTimes;
  /** How many workers share a read model whose documents are of one stream each. Default 1. Fixed once deployed; to change it, rebuild. */
  readonly readModelPartitions?: number;
  /** How many streams a reaction or consumption deals with at the same time. Default 16. */
  readonly concurrency?: number;
  /** What traces call the bus (OpenTelemetry's `messaging.system`). Default `leadline`. */
  readonly messagingSystem?: string;
  readonly now?: () => Date;
  /** Milliseconds of a clock that never goes back. */
  readonly monotonicMs?: () => number;
}

export interface RunningWork {
  /** Finishes the batches at hand, saves, gives the leases back. Long handlers are told by their signal. */
  stop(): Promise<void>;
  /** Of this runner: what it works or stands by for. */
  status(): readonly SubscriptionStatus[];
  /** True once all its subscriptions, wherever they are worked, have dealt with the log up to the position. */
  waitUntil(position: Position, timeoutMs?: number): Promise<boolean>;
  /** True once there is nothing left to do: the log dealt with up to its end, and all messages taken. */
  idle(timeoutMs?: number): Promise<boolean>;
  /** Asks, in the log, for a dead letter to be tried again; whichever process holds its subscription does so. */
  retryDeadLetter(id: string): Promise<void>;
}

const DEFAULT_CONCURRENCY = 16;
const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * Runs all the work behind the services' commands: keeps read models, calls reactions, publishes, consumes, and carries
 * out what operators ask for. As many runners as one likes may run the same work: leases share it out.
 * @throws Error where two of the work have one name
 *
 * Begins at once and goes on whatever fails; nothing it does is lost when it is killed, at most done again.
 */
export function runWork(options: RunWorkOptions): RunningWork {
  const stopped = new AbortController();
  const { signal } = stopped;
  const context = contextOf(options);
  const followers = followersOf(options, context);
  const log = sharedLog({
    eventStore: options.eventStore,
    categories: [...new Set([OPERATION, ...followers.flatMap(({ categories }) => categories)])],
    retry: context.retry,
    onError: (error) => context.log.warn({ error: describeError(error) }, 'The event store does not answer'),
  });
  const consumptions = options.work.flatMap((work) => work.consumptions);
  assertDistinct([...followers.map(({ leaseName }) => leaseName), ...consumptions.map(({ name }) => name)]);
  const share = fairShare({
    ...context,
    name: options.name,
    times: context.lease,
    onError: (error) => context.log.warn({ error: describeError(error) }, 'The ledger does not answer'),
  });
  const workers = [
    ...followers.map((follower) => subscription(follower, { ...context, sharedLog: log, share })),
    ...consumptions.map((consumption) => consumer(consumption, context)),
  ];
  const running = Promise.all([log.run(signal), share.run(signal), ...workers.map((worker) => worker.run(signal))]);

  async function waitUntil(position: Position, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<boolean> {
    const { eventStore } = options;
    const seen = followers.map(({ checkpoint, categories }) =>
      waitForPosition({
        checkpoint,
        eventStore,
        categories: [...categories, OPERATION],
        position,
        timeoutMs,
        signal,
      }),
    );
    return (await Promise.all(seen)).every((each) => each);
  }

  return {
    status: () => workers.map((worker) => worker.status()),
    waitUntil,
    async idle(timeoutMs = DEFAULT_TIMEOUT_MS) {
      const end = performance.now() + timeoutMs;
      for (;;) {
        const head = await options.eventStore.head();
        if (head !== null && !(await waitUntil(head, Math.max(end - performance.now(), 0)))) return false;
        const lags = await Promise.all(consumptions.map((consumption) => lagOf(consumption, options.messageBus)));
        if (lags.every((lag) => lag === 0) && head === (await options.eventStore.head())) return true;
        if (performance.now() >= end || signal.aborted) return false;
        await pause(IDLE_LOOK_MS, signal);
      }
    },
    async retryDeadLetter(id) {
      const correlationId = newId();
      await handleCommand(options.eventStore, operationAggregate, id, {
        type: 'RequestDeadLetterRetry',
        data: { deadLetterId: id },
        metadata: { id: correlationId, actor: SYSTEM, at: context.now().toISOString(), correlationId },
      });
    },
    async stop() {
      stopped.abort(new Error('The work is stopped'));
      await running;
    },
  };
}

const IDLE_LOOK_MS = 10;

/** Two of one name would share a checkpoint, and each would miss what the other has seen. */
function assertDistinct(names: readonly string[]): void {
  if (new Set(names).size < names.length) throw new Error(`Work of one name twice, among: ${names.join(', ')}`);
}

function contextOf(options: RunWorkOptions): ConsumptionContext & { readonly eventStore: EventStore } {
  const { eventStore, messageBus, ledger, log } = options;
  return {
    eventStore,
    messageBus,
    ledger,
    log,
    holder: options.holder ?? newId(),
    lease: options.lease ?? DEFAULT_LEASE,
    retry: options.retry ?? DEFAULT_RETRY,
    concurrency: options.concurrency ?? DEFAULT_CONCURRENCY,
    messagingSystem: options.messagingSystem ?? 'leadline',
    now: options.now ?? (() => new Date()),
    monotonicMs: options.monotonicMs ?? (() => performance.now()),
  };
}

function followersOf(options: RunWorkOptions, context: ReturnType<typeof contextOf>): readonly Follower[] {
  const { name, work, readModels: store, readModelPartitions = 1 } = options;
  const readModels = work.flatMap((each) => each.readModels);
  const consumptions = work.flatMap((each) => each.consumptions);
  const partitionsOf = (readModel: ReadModel): number => (readModel.ofOneStream ? readModelPartitions : 1);
  const reactions = work.flatMap((each) => each.reactions);
  const retries = consumptions.length > 0 ? [messageRetries(name, consumptions, context)] : [];
  const jobs = readModelJobs({ ...context, name, readModels, partitionsOf, store });
  return [
    ...readModels.flatMap((readModel) =>
      shares(partitionsOf(readModel), (partition, partitions) =>
        followReadModel({ ...context, readModel, readModels: store, partition, partitions }),
      ),
    ),
    ...reactions.flatMap((reaction) =>
      shares(reaction.partitions ?? 1, (partition) => followReaction({ ...context, reaction, partition })),
    ),
    ...retries.map((reaction) => followReaction({ ...context, reaction, partition: 0, atSetback: 'goOn' })),
    followReaction({ ...context, reaction: jobs, partition: 0, concurrency: 1, atSetback: 'goOn' }),
    ...work.flatMap(({ publications }) =>
      publications.map((publication) => followPublication({ ...context, publication })),
    ),
  ];
}

function shares<T>(partitions: number, make: (partition: number, partitions: number) => T): T[] {
  return Array.from({ length: partitions }, (_, partition) => make(partition, partitions));
}
