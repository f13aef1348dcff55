import type { Config } from '../config/config.js';
import { engineChecks, serveHealth } from '../health/health.js';
import { serveMetrics } from '../metrics/serve-metrics.js';
import type { Engines } from '../service-definition.js';
import type { RunningWorker } from '../worker/create-worker.js';

export interface WorkHealth {
  /** `/health/ready` answers 503 from now on. */
  drain(): void;
  close(): Promise<void>;
}

/** A process that only works is asked for its health and its figures all the same, on PORT. */
export async function serveWorkHealth(
  engines: Engines,
  config: Pick<Config, 'host' | 'port' | 'metricsToken'>,
  worker: Pick<RunningWorker, 'figures'>,
): Promise<WorkHealth> {
  const { default: fastify } = await import('fastify');
  const server = fastify({ forceCloseConnections: true });
  const { drain } = serveHealth(server, engineChecks(engines));
  serveMetrics(server, { work: () => worker.figures() }, config);
  await server.listen({ host: config.host, port: config.port });
  return { drain, close: () => server.close() };
}
