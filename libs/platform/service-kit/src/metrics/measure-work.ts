import { Counter, Gauge, Histogram } from 'prom-client';
import type { MessageBus } from '@leadline/engines/message-bus';
import type { Ledger, RunningWork, SubscriptionStatus, Work } from '@leadline/subscriptions';
import type { Metrics } from './metrics.js';

/** Seconds: a local file, a broker near by, one that waits for its replicas. */
const PUBLISH_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** More run at once than anybody would ask for. */
const JOBS_LOOKED_AT = 20;

/** The same work, with each attempt of its handlers counted: one that failed comes again, so those are the retries. */
export function measuredWork({ registry }: Pick<Metrics, 'registry'>): (work: Work) => Work {
  const attempts = new Counter({
    name: 'leadline_subscription_attempts_total',
    help: 'How often reactions and consumptions were called, by outcome: done, or failed and to be tried again.',
    labelNames: ['subscription', 'kind', 'outcome'],
    registers: [registry],
  });
  const counted =
    <T>(
      kind: SubscriptionStatus['kind'],
      subscription: string,
      handle: (item: T, context: { readonly signal: AbortSignal }) => Promise<void>,
    ): typeof handle =>
    async (item, context) => {
      try {
        await handle(item, context);
        attempts.inc({ subscription, kind, outcome: 'done' });
      } catch (error) {
        // Cut short by a shutdown: nothing failed.
        if (!context.signal.aborted) attempts.inc({ subscription, kind, outcome: 'failed' });
        throw error;
      }
    };
  return (work) => ({
    ...work,
    reactions: work.reactions.map((each) => ({ ...each, handle: counted('reaction', each.name, each.handle) })),
    consumptions: work.consumptions.map((each) => ({
      ...each,
      handle: counted('consumption', each.name, each.handle),
    })),
  });
}

/** The same bus, with what is published on it counted. */
export function measuredBus(bus: MessageBus, { registry }: Pick<Metrics, 'registry'>): MessageBus {
  const registers = [registry];
  const seconds = new Histogram({
    name: 'leadline_bus_publish_seconds',
    help: 'Publications on the message bus, as long as they took.',
    labelNames: ['topic', 'outcome'],
    buckets: PUBLISH_BUCKETS,
    registers,
  });
  const messages = new Counter({
    name: 'leadline_bus_messages_total',
    help: 'Messages published.',
    labelNames: ['topic'],
    registers,
  });
  return {
    async publish(topic, batch) {
      const startedMs = performance.now();
      let outcome = 'failed';
      try {
        await bus.publish(topic, batch);
        outcome = 'done';
        messages.inc({ topic }, batch.length);
      } finally {
        seconds.observe({ topic, outcome }, (performance.now() - startedMs) / 1000);
      }
    },
    ensureTopics: (topics) => bus.ensureTopics(topics),
    consume: (options) => bus.consume(options),
    lag: (group, topics) => bus.lag(group, topics),
    replay: (group, topics, since) => bus.replay(group, topics, since),
    ping: () => bus.ping(),
    close: () => bus.close(),
  };
}

/** How the subscriptions worked here stand, and how far rebuilds are, as of each scrape. */
export function watchWork(
  { registry }: Pick<Metrics, 'registry'>,
  work: Pick<RunningWork, 'status'>,
  ledger: Pick<Ledger, 'jobs'>,
): void {
  // A consumption has no holder: the bus shares it out, and every replica knows its whole lag.
  const worked = (): readonly SubscriptionStatus[] =>
    work.status().filter(({ kind, holder }) => holder !== null || kind === 'consumption');
  const watch = (name: string, help: string, valueOf: (status: SubscriptionStatus) => number | null): void => {
    new Gauge({
      name: `leadline_subscription_${name}`,
      help,
      labelNames: ['subscription', 'kind', 'partition'],
      registers: [registry],
      collect() {
        this.reset();
        for (const status of worked()) {
          const value = valueOf(status);
          if (value === null) continue;
          this.set({ subscription: status.name, kind: status.kind, partition: status.partition }, value);
        }
      },
    });
  };
  watch('lag', 'Events or messages still to be dealt with.', ({ lag }) => lag);
  watch('position', 'Where in the log it stands.', ({ position }) => numberIn(position));
  watch(
    'dead_letters',
    'Events or messages given up on, behind which their streams wait.',
    ({ deadLetters }) => deadLetters,
  );
  watch('refused', '1 where it waits for an administrator, being ahead of the log.', ({ problem }) =>
    problem ? 1 : 0,
  );

  new Gauge({
    name: 'leadline_read_model_job_progress',
    help: 'Rebuilds and verifications that run, 0 to 1.',
    labelNames: ['read_model', 'kind'],
    registers: [registry],
    async collect() {
      this.reset();
      const running = (await ledger.jobs(JOBS_LOOKED_AT)).filter(({ state }) => state === 'running');
      for (const { readModel, kind, progress } of running) this.set({ read_model: readModel, kind }, progress);
    },
  });
}

/** The digits that a position begins with, as those of both event stores do: a place in the log. */
function numberIn(position: string | null): number | null {
  const digits = /^\d+/.exec(position ?? '')?.[0];
  return digits === undefined ? null : Number(digits);
}
