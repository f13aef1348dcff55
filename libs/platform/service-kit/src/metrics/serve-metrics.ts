import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AggregatorRegistry, Gauge, Registry } from 'prom-client';
import type { Config } from '../config/config.js';
import { ROUTE_SETTINGS } from '../http/route-settings.js';
import { languageOf } from '../problems/language.js';
import { unauthenticated } from '../problems/problem-error.js';
import { toProblem } from '../problems/to-problem.js';
import type { Figures, MetricSource } from './metrics.js';
import { threadFigures } from './runtime-metrics.js';

/** A part that does not answer within this time is left out, so that the others are seen: it is the one to look at. */
const SOURCE_TIMEOUT_MS = 2_000;

/**
 * `GET /metrics` for Prometheus: the figures of all parts of this process together. Open, unless METRICS_TOKEN is set:
 * then that is the bearer token to show.
 */
export function serveMetrics(
  fastify: FastifyInstance,
  sources: Readonly<Record<string, MetricSource>>,
  { metricsToken }: Pick<Config, 'metricsToken'>,
): void {
  const parts = new Registry();
  const up = new Gauge({
    name: 'leadline_part_up',
    help: '1 where that part of the process told its figures.',
    labelNames: ['part'],
    registers: [parts],
  });
  const isAllowed = metricsToken === undefined ? () => true : knows(metricsToken);

  fastify.get('/metrics', { config: { [ROUTE_SETTINGS]: { public: true } } }, async (request, reply) => {
    if (!isAllowed(request)) return refuse(request, reply);
    const told = await Promise.all(
      Object.entries(sources).map(async ([part, source]) => {
        const figures = await inTime(source());
        up.set({ part }, figures ? 1 : 0);
        return figures ?? [];
      }),
    );
    const all = AggregatorRegistry.aggregate([await threadFigures(), await parts.getMetricsAsJSON(), ...told]);
    return reply
      .header('content-type', all.contentType)
      .header('cache-control', 'no-store')
      .send(await all.metrics());
  });
  // From now on, not from the first scrape.
  void threadFigures();
}

/** Here, since the server of a process that only works knows no problems. */
function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { document, headers } = toProblem(unauthenticated(), languageOf(request), new Map());
  return reply
    .code(document.status)
    .headers(headers)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(document));
}

/** Hashes are compared, so that neither length nor time tells anything. */
function knows(token: string): (request: FastifyRequest) => boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  const expected = hash(token);
  return ({ headers }) =>
    timingSafeEqual(hash(/^Bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''), expected);
}

async function inTime(figures: Promise<Figures | null>): Promise<Figures | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), SOURCE_TIMEOUT_MS);
  });
  try {
    return await Promise.race([figures.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
