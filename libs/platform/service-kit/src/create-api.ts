import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import type { Logger } from 'pino';
import type { Authenticator } from './access/caller.js';
import type { Confirmations } from './access/confirmations.js';
import { guardRoutes } from './access/guard.js';
import { rateLimits } from './access/rate-limits.js';
import { systemClock, type Clock } from './clock.js';
import type { Config } from './config/config.js';
import { openDocs, serveDocs } from './docs/api-docs.js';
import { engineChecks, serveHealth, type Check } from './health/health.js';
import { BODY_LIMIT, readBodies } from './http/body.js';
import { serveConsole } from './http/console.js';
import { apiHeaders, pageHeaders } from './http/security-headers.js';
import { answerBrokenRequest } from './http/broken-request.js';
import { endIdleConnectionsWhileClosing } from './http/closing.js';
import { admit, shapeRoutes } from './http/hooks.js';
import { correlationIdOf } from './http/request-headers.js';
import { recordRoutes, type RouteInfo } from './http/routes.js';
import { waitForReadModel } from './http/wait-for-read-model.js';
import { logRequests } from './logging/access-log.js';
import { createLogger, NestLogger } from './logging/logger.js';
import { measureRequests } from './metrics/measure-requests.js';
import { createMetrics, type MetricSource } from './metrics/metrics.js';
import { serveMetrics } from './metrics/serve-metrics.js';
import { OperationsModule } from './operations/operations.module.js';
import { PlatformModule } from './platform.module.js';
import { PLATFORM_MESSAGES, type MessageDefinition } from './problems/messages.js';
import { ProblemFilter } from './problems/problem-filter.js';
import { validationPipe } from './problems/validation.js';
import type { Engines, ServiceDefinition } from './service-definition.js';
import { traceRequests } from './tracing/trace-requests.js';

export interface ApiOptions {
  readonly services: readonly ServiceDefinition[];
  /** Modules that are no service: pages. */
  readonly modules?: readonly Type<unknown>[];
  readonly engines: Engines;
  readonly config: Config;
  readonly authenticator: Authenticator;
  /** Default: nothing is confirmed. */
  readonly confirmations?: Confirmations;
  /** Names of services behind the same address, whose documents `/api/docs` shows too. */
  readonly neighbours?: readonly string[];
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** Folder of the built console, to be served at `/`. Without it, nothing is there. */
  readonly console?: string | undefined;
  /** Other parts of the process whose figures `/metrics` shows too: the work. */
  readonly metricSources?: Readonly<Record<string, MetricSource>>;
  /** What else must be well for `/health/ready`. */
  readonly checks?: Readonly<Record<string, Check>>;
}

/** An upload of 20 MiB over a slow line takes its time; a client that trickles bytes must not take for ever. */
const REQUEST_TIMEOUT_MS = 120_000;

/** Longer than what usual load balancers keep a connection, so that they end it and not we, in the midst of a request. */
const KEEP_ALIVE_TIMEOUT_MS = 72_000;

declare module 'fastify' {
  interface FastifyInstance {
    /** See {@link drainApi}. */
    drain(): void;
  }
}

/** The HTTP side of a process with all its services, initialised, not yet listening. `close()` lets what runs finish. */
export async function createApi(options: ApiOptions): Promise<NestFastifyApplication> {
  const { services, modules = [], engines, config, authenticator, confirmations, clock = systemClock } = options;
  const logger = options.logger ?? createLogger(config.logLevel);
  const messages = [PLATFORM_MESSAGES, ...services.map((service) => service.messages ?? {})];
  const catalogue = new Map<string, MessageDefinition>(messages.flatMap((sentences) => Object.entries(sentences)));
  const filter = new ProblemFilter(catalogue, logger);
  const metrics = createMetrics();

  const server: FastifyServerOptions = {
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    trustProxy: trustedProxies(config),
    genReqId: ({ headers }) => correlationIdOf(headers),
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => filter.answer(error, request, reply),
  };
  // Only here: the thread that works loads this module too, and needs no server.
  const { FastifyAdapter } = await import('@nestjs/platform-fastify');
  const adapter = new FastifyAdapter({ ...server, skipMiddie: true });
  const fastify: FastifyInstance = adapter.getInstance();
  fastify.decorate('clock', clock);
  if (config.tracing) traceRequests(fastify);
  const forPages = pageHeaders(config);
  openDocs(fastify, forPages);
  recordRoutes(fastify);
  guardRoutes(fastify, authenticator, rateLimits(config.rateLimits));
  shapeRoutes(fastify, waitForReadModel(engines));
  readBodies(fastify);
  fastify.addHook('onRequest', admit(apiHeaders(config)));
  logRequests(fastify, logger);
  measureRequests(fastify, metrics);
  endIdleConnectionsWhileClosing(fastify);
  const health = serveHealth(fastify, { ...engineChecks(engines), ...options.checks });
  fastify.decorate('drain', health.drain);
  serveMetrics(fastify, { api: () => metrics.registry.getMetricsAsJSON(), ...options.metricSources }, config);
  if (options.console !== undefined) await serveConsole(fastify, options.console, forPages);

  const app = await NestFactory.create<NestFastifyApplication>(
    PlatformModule.forRoot({ services, modules, engines, config, clock, logger, metrics, confirmations }),
    adapter,
    { bodyParser: false, abortOnError: false, logger: new NestLogger(logger) },
  );
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(filter);
  serveDocs(app, [...services, { name: 'operations', module: OperationsModule }], options.neighbours);
  await app.init();
  await fastify.ready();
  return app;
}

/** In Fastify's terms. A list of none would be taken for "all". */
function trustedProxies({ trustedProxies: given = 0 }: Config): NonNullable<FastifyServerOptions['trustProxy']> {
  if (typeof given !== 'number') return [...given];
  return given > 0 && ((_address, hop) => hop < given);
}

/** Every route of an API, also those of documents and health: for the test that walks them all. */
export function listRoutes(app: NestFastifyApplication): readonly RouteInfo[] {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  return fastify.leadlineRoutes;
}

/** `/health/ready` answers 503 from now on, so that whoever sends requests here looks for another. */
export function drainApi(app: NestFastifyApplication): void {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  fastify.drain();
}
