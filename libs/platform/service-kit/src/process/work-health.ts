import fastify from 'fastify';
import type { Config } from '../config/config.js';
import { engineChecks, serveHealth } from '../health/health.js';
import type { Engines } from '../service-definition.js';

export interface WorkHealth {
  /** `/health/ready` answers 503 from now on. */
  drain(): void;
  close(): Promise<void>;
}

/** A process that only works is asked for its health all the same, on PORT. */
export async function serveWorkHealth(
  engines: Engines,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<WorkHealth> {
  const server = fastify({ forceCloseConnections: true });
  const { drain } = serveHealth(server, engineChecks(engines));
  await server.listen({ host, port });
  return { drain, close: () => server.close() };
}
