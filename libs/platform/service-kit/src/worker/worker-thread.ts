import { setPriority } from 'node:os';
import { MessageChannel, MessagePort, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Logger } from 'pino';
import { serveEventStore, type SqliteEventStore } from '@leadline/engines/event-store';
import type { Config } from '../config/config.js';
import { openWorkEngines } from '../engines/open-engines.js';
import { createLogger } from '../logging/logger.js';
import type { ServiceDefinition } from '../service-definition.js';
import type { Figures } from '../metrics/metrics.js';
import { threadFigures } from '../metrics/runtime-metrics.js';
import { serviceNameOf, startTracing } from '../tracing/start-tracing.js';
import { createWorker, type RunningWorker } from './create-worker.js';

interface ThreadData {
  readonly config: Config;
  readonly writer: MessagePort | null;
}

/** What the threads say to each other; a port asks for figures, to be told there. */
const READY = 'ready';
const STOP = 'stop';

export interface WorkerThreadOptions {
  /** A module that calls {@link workerThreadMain}. */
  readonly entry: URL;
  readonly config: Config;
  /** Embedded: the store that this thread writes, for the appends of the other. */
  readonly eventStore?: SqliteEventStore | undefined;
  readonly logger: Logger;
}

export interface WorkerThread {
  /** Resolves once the first thread does its work; rejects where it cannot even start. */
  readonly ready: Promise<void>;
  isRunning(): boolean;
  /** For `/metrics`; null where it does not run. A thread that hangs never answers. */
  figures(): Promise<Figures | null>;
  /** Lets it finish what is at hand; ends it where it does not within the time. */
  stop(timeoutMs?: number): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A thread that ran for so long failed of something new, not of what the one before it failed of. */
const STABLE_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;

/**
 * Runs the work in a thread of its own, so that a rebuild never slows a request. A thread that dies is logged and started
 * again, ever more slowly: everything in it goes on from its checkpoints.
 */
export function startWorkerThread(options: WorkerThreadOptions): WorkerThread {
  const { entry, config, eventStore, logger } = options;
  const started: PromiseWithResolvers<void> = Promise.withResolvers();
  // Whoever awaits it is told; while nobody does, a failure is logged and no more.
  started.promise.catch(() => undefined);
  let pauseMs = FIRST_PAUSE_MS;
  let stopping = false;
  let running = false;
  let thread: Worker;
  let gone: Promise<void>;
  let restart: NodeJS.Timeout | undefined;

  const start = (): void => {
    const channel = eventStore ? new MessageChannel() : null;
    const endServing = eventStore && channel ? serveEventStore(eventStore, channel.port1) : () => undefined;
    const data: ThreadData = { config, writer: channel?.port2 ?? null };
    const startedAtMs = performance.now();
    thread = new Worker(entry, { workerData: data, transferList: channel ? [channel.port2] : [] });
    thread.on('message', (message: unknown) => {
      if (message !== READY) return;
      running = true;
      started.resolve();
    });
    thread.on('error', (error) => {
      logger.error({ err: error }, 'The worker thread failed');
      started.reject(error);
    });
    gone = new Promise((resolve) => thread.once('exit', () => resolve()));
    thread.once('exit', (code) => {
      endServing();
      running = false;
      if (stopping) return;
      started.reject(new Error(`The worker thread ended with ${code} before it was ready`));
      if (performance.now() - startedAtMs > STABLE_MS) pauseMs = FIRST_PAUSE_MS;
      logger.error({ code, pauseMs }, 'The worker thread ended; it is started again');
      restart = setTimeout(start, pauseMs);
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    });
  };
  start();

  return {
    ready: started.promise,
    isRunning: () => running,
    figures: async () => (running ? askFigures(thread) : null),
    async stop(timeoutMs = STOP_TIMEOUT_MS) {
      stopping = true;
      clearTimeout(restart);
      const late = setTimeout(() => {
        logger.error({ timeoutMs }, 'The worker thread does not end; it is ended');
        void thread.terminate();
      }, timeoutMs);
      thread.postMessage(STOP);
      await gone;
      clearTimeout(late);
    },
  };
}

function askFigures(thread: Worker): Promise<Figures> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    port1.once('message', (figures: Figures) => {
      resolve(figures);
      port1.close();
    });
    port1.once('close', () => reject(new Error('The worker thread told no figures')));
    thread.postMessage(port2, [port2]);
  });
}

/** Of the thread, in the system's terms: a third of the share of one that serves requests (measured: a sixth more of them). */
const NICENESS = 5;

/** The whole of a worker thread's module: opens its engines, does the work, ends when told to. */
export async function workerThreadMain(services: readonly ServiceDefinition[], name?: string): Promise<void> {
  const parent = parentPort;
  if (!parent) throw new Error('This module runs as a worker thread only');
  const { config, writer } = workerData as ThreadData;
  // Where processors are short, requests come first: the work catches up. Linux alone can say this of one thread.
  if (process.platform === 'linux') setPriority(0, NICENESS);
  const logger = createLogger(config.logLevel);
  const tracing = await startTracing(config, serviceNameOf(name), logger);
  const engines = await openWorkEngines(config, writer);
  const worker = await createWorker({ ...(name !== undefined && { name }), services, engines, config, logger });
  const stop = (): void => {
    void worker
      .stop()
      .catch((error: unknown) => logger.error({ err: error }, 'The work did not stop in good order'))
      .then(() => engines.close())
      .catch((error: unknown) => logger.error({ err: error }, 'An engine did not close in good order'))
      .then(() => tracing.stop())
      .finally(() => parent.close());
  };
  parent.on('message', (message: unknown) => {
    if (message === STOP) stop();
    else if (message instanceof MessagePort) void tellFigures(worker, message);
  });
  // Counted from now on, not from the first scrape.
  void threadFigures();
  parent.postMessage(READY);
}

/** A port that is closed without a word says that there was an error. */
async function tellFigures(worker: RunningWorker, port: MessagePort): Promise<void> {
  try {
    port.postMessage([...(await threadFigures()), ...(await worker.figures())]);
  } catch {
    port.close();
  }
}
