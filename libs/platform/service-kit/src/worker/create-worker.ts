import { hostname } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Logger } from 'pino';
import { newId } from '@leadline/event-sourcing';
import { runWork, type RunningWork } from '@leadline/subscriptions';
import { systemClock, type Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { createLogger, NestLogger } from '../logging/logger.js';
import { measuredBus, measuredWork, watchWork } from '../metrics/measure-work.js';
import { createMetrics, type Figures } from '../metrics/metrics.js';
import { PlatformModule } from '../platform.module.js';
import type { Engines, ServiceDefinition } from '../service-definition.js';
import { untilAvailable } from './until-available.js';

export interface WorkerOptions {
  /** Of the process's part, the same in all its replicas; names its own checkpoints. Default: `leadline`. */
  readonly name?: string;
  readonly services: readonly ServiceDefinition[];
  readonly engines: Engines;
  readonly config: Config;
  readonly clock?: Clock;
  readonly logger?: Logger;
}

export interface RunningWorker {
  readonly app: INestApplicationContext;
  readonly work: RunningWork;
  /** For `/metrics`. */
  readonly figures: () => Promise<Figures>;
  /** Finishes what is at hand, saves its checkpoints, gives up its leases. The engines stay open. May be called again. */
  stop(): Promise<void>;
}

/** The work behind all services' commands: read models, reactions, publications, consumptions. */
export async function createWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { services, engines, config, clock = systemClock } = options;
  const logger = options.logger ?? createLogger(config.logLevel);
  const metrics = createMetrics();
  const app = await NestFactory.createApplicationContext(
    PlatformModule.forRoot({ services, engines, config, clock, logger, metrics }),
    { abortOnError: false, logger: new NestLogger(logger) },
  );
  const work = services.map((service) => ({ readModels: service.readModels, ...service.work(app) }));
  const counted = measuredWork(metrics);
  const consumed = work.flatMap(({ consumptions }) => consumptions.flatMap(({ topics }) => topics));
  const topics = [...services.flatMap((service) => service.topics), ...consumed];
  await untilAvailable(() => engines.messageBus.ensureTopics(topics), logger);
  const running = runWork({
    name: options.name ?? 'leadline',
    work: work.map(counted),
    eventStore: engines.eventStore,
    messageBus: measuredBus(engines.messageBus, metrics),
    readModels: engines.readModels,
    ledger: engines.ledger,
    log: logger,
    messagingSystem: config.engines.kind === 'distributed' ? 'kafka' : 'leadline',
    holder: `${hostname()}-${process.pid}-${newId().slice(-12)}`,
  });
  watchWork(metrics, running, engines.ledger);
  let stopped: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    await running.stop();
    await app.close();
  };
  const figures = (): Promise<Figures> => metrics.registry.getMetricsAsJSON();
  return { app, work: running, figures, stop: () => (stopped ??= stop()) };
}
