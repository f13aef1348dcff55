import type { FastifyInstance } from 'fastify';
import { ROUTE_SETTINGS } from '../http/route-settings.js';
import type { Engines } from '../service-definition.js';

/** Rejects when what it looks at is not well. */
export type Check = () => Promise<unknown>;

/** Longer than this is as bad as no answer. */
const CHECK_TIMEOUT_MS = 2_000;

export interface Health {
  /** From now on the process is not ready, so that no new work is sent to it. */
  drain(): void;
}

export function engineChecks(engines: Engines): Record<string, Check> {
  return {
    eventStore: () => engines.eventStore.ping(),
    messageBus: () => engines.messageBus.ping(),
    readModels: () => engines.readModels.ping(),
    blobs: () => engines.blobs.ping(),
  };
}

/** `/health/live`: the process runs. `/health/ready`: and can do its work; each check by name, 503 unless all are well. */
export function serveHealth(fastify: FastifyInstance, checks: Readonly<Record<string, Check>>): Health {
  let draining = false;
  let running: Promise<Record<string, 'up' | 'down'>> | null = null;

  // However many ask at once, the engines are asked once.
  const outcome = async (): Promise<Record<string, 'up' | 'down'>> => {
    running ??= runAll(checks).finally(() => (running = null));
    return running;
  };

  const open = { config: { [ROUTE_SETTINGS]: { public: true } } };
  fastify.get('/health/live', open, (_request, reply) => reply.send({ status: 'up' }));
  fastify.get('/health/ready', open, async (_request, reply) => {
    if (draining) return reply.code(503).send({ status: 'draining', checks: {} });
    const results = await outcome();
    const well = Object.values(results).every((state) => state === 'up');
    return reply.code(well ? 200 : 503).send({ status: well ? 'up' : 'down', checks: results });
  });
  return { drain: () => (draining = true) };
}

async function runAll(checks: Readonly<Record<string, Check>>): Promise<Record<string, 'up' | 'down'>> {
  const entries = Object.entries(checks).map(async ([name, check]) => [name, await run(check)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function run(check: Check): Promise<'up' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'down'>((resolve) => {
    timer = setTimeout(() => resolve('down'), CHECK_TIMEOUT_MS);
  });
  try {
    return await Promise.race([check().then(() => 'up' as const), late]);
  } catch {
    return 'down';
  } finally {
    clearTimeout(timer);
  }
}
