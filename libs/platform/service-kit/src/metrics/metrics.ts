import { Counter, Histogram, Registry } from 'prom-client';

/** What a registry holds, as plain data: it can be handed from thread to thread. */
export type Figures = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

/** Somebody who has figures; null where he cannot be asked now. */
export type MetricSource = () => Promise<Figures | null>;

/**
 * What one part of a process counts: its API, its work. Labels are names out of the code alone, so that their number is
 * bounded and none tells of a person.
 */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly commands: Counter<'aggregate' | 'command' | 'outcome' | 'code'>;
}

/** Seconds: from an answer out of memory to one that nobody waits for. */
const REQUEST_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'leadline_http_request_seconds',
      help: 'Requests by route, as long as they took; the route is "none" where there is none.',
      labelNames: ['method', 'route', 'status'],
      buckets: REQUEST_BUCKETS,
      registers,
    }),
    commands: new Counter({
      name: 'leadline_commands_total',
      help: 'Commands to aggregates: committed, unchanged, repeated, rejected (with its code), stale, conflict, failed.',
      labelNames: ['aggregate', 'command', 'outcome', 'code'],
      registers,
    }),
  };
}
