import { isMainThread } from 'node:worker_threads';
import type { Logger } from 'pino';
import { loadConfig, type Config } from '../config/config.js';
import { createApi, drainApi } from '../create-api.js';
import { openApiEngines, openWorkEngines } from '../engines/open-engines.js';
import type { Check } from '../health/health.js';
import { createLogger } from '../logging/logger.js';
import { serviceNameOf, startTracing, type Tracing } from '../tracing/start-tracing.js';
import { createWorker } from '../worker/create-worker.js';
import { untilAvailable } from '../worker/until-available.js';
import { startWorkerThread, workerThreadMain, type WorkerThread } from '../worker/worker-thread.js';
import { assertFits } from './process-config.js';
import type { ProcessOptions } from './process-options.js';
import { serveWorkHealth } from './work-health.js';
import { fail, stopOnSignals } from './stop-on-signals.js';

const OLDEST_NODE = 24;

/** How long requests may take to finish once it stops. Half of what compose and Kubernetes wait. */
const PATIENCE_MS = 12_000;

/**
 * The whole of an app's `main.ts`: one process with the services given, in the role that LEADLINE_ROLE says. `api` serves
 * HTTP; `work` does what follows from commands and serves its health; `all` does both, the work in a thread of its own.
 * Ends the process when told to, or where it cannot start.
 */
export async function runProcess(options: ProcessOptions): Promise<void> {
  if (!isMainThread) return workerThreadMain(options.services, options.name);
  try {
    refuseOldNode();
    const config = loadConfig(process.env, process.stdout.isTTY);
    assertFits(config, options);
    const logger = createLogger(config.logLevel);
    const tracing = await startTracing(config, serviceNameOf(options.name), logger);
    const started = performance.now();
    await (config.role === 'work' ? startWork : startApi)(options, config, logger, tracing);
    const tookMs = Math.round(performance.now() - started);
    logger.info({ service: options.name, role: config.role, port: config.port, tookMs }, 'Leadline is ready');
  } catch (error) {
    fail(error);
  }
}

async function startApi(options: ProcessOptions, config: Config, logger: Logger, tracing: Tracing): Promise<void> {
  const { services, modules, neighbours, entry } = options;
  const engines = await untilAvailable(() => openApiEngines(config), logger);
  const worker =
    config.role === 'all'
      ? startWorkerThread({ entry: new URL(entry), config, eventStore: engines.writer, logger })
      : null;
  const app = await createApi({
    services,
    engines,
    config,
    logger,
    ...options.access(engines),
    console: options.console,
    ...(modules && { modules }),
    ...(neighbours && { neighbours }),
    ...(worker && { checks: { worker: runs(worker) }, metricSources: { work: () => worker.figures() } }),
  });
  stopOnSignals(logger, async () => {
    drainApi(app);
    // Whoever keeps a request open without end must not keep the process.
    const patience = setTimeout(() => app.getHttpServer().closeAllConnections(), PATIENCE_MS);
    await app.close();
    clearTimeout(patience);
    await worker?.stop();
    await engines.close();
    await tracing.stop();
  });
  await app.listen({ port: config.port, host: config.host });
  await options.onListening?.({ engines, config });
  await worker?.ready;
}

async function startWork(
  { name, services }: ProcessOptions,
  config: Config,
  logger: Logger,
  tracing: Tracing,
): Promise<void> {
  const engines = await untilAvailable(() => openWorkEngines(config, null), logger);
  const worker = await createWorker({ name, services, engines, config, logger });
  const health = await serveWorkHealth(engines, config, worker);
  stopOnSignals(logger, async () => {
    health.drain();
    await worker.stop();
    await health.close();
    await engines.close();
    await tracing.stop();
  });
}

function runs(worker: WorkerThread): Check {
  return async () => {
    if (!worker.isRunning()) throw new Error('The worker thread does not run');
  };
}

function refuseOldNode(): void {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return;
  process.stderr.write(
    `Leadline needs Node ${OLDEST_NODE} or newer, this is ${process.versions.node}. Start it with \`npm start\`, which brings its own.\n`,
  );
  process.exit(1);
}
