import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Figures } from './metrics.js';

/** The event loop is woken to be measured: twenty times a second costs an idle process nothing one could see. */
const LOOK_EVERY_MS = 50;

const NS_PER_SECOND = 1e9;

let ofThread: Registry | null = null;

/** Of the runtime: event loop, heap and garbage of this thread, and on the main one the process. Counted from the first call on. */
export function threadFigures(): Promise<Figures> {
  ofThread ??= measureThread(isMainThread ? 'main' : 'work');
  return ofThread.getMetricsAsJSON();
}

function measureThread(thread: string): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, labels: { thread }, eventLoopMonitoringPrecision: 60_000 });
  const dropped = registry.getMetricsAsArray().filter(({ name }) => isMisleading(name));
  for (const { name } of dropped) registry.removeSingleMetric(name);
  measureEventLoop(registry, thread);
  return registry;
}

/** The process is one: its memory must not be counted once for each thread. And prom-client's lag includes the time between two looks. */
function isMisleading(name: string): boolean {
  return name.startsWith('nodejs_eventloop_lag') || (!isMainThread && name.startsWith('process_'));
}

function measureEventLoop(registry: Registry, thread: string): void {
  const delay = monitorEventLoopDelay({ resolution: LOOK_EVERY_MS });
  delay.enable();
  const seconds = (ns: number): number => Math.max(ns / NS_PER_SECOND - LOOK_EVERY_MS / 1000, 0);
  new Gauge({
    name: 'leadline_event_loop_delay_seconds',
    help: 'How late the event loop of a thread was since the last scrape; quantile 1 is the longest.',
    labelNames: ['thread', 'quantile'],
    registers: [registry],
    collect() {
      if (delay.count > 0) {
        for (const quantile of [0.5, 0.9, 0.99]) {
          this.set({ thread, quantile: String(quantile) }, seconds(delay.percentile(quantile * 100)));
        }
        this.set({ thread, quantile: '1' }, seconds(delay.max));
      }
      delay.reset();
    },
  });
}
