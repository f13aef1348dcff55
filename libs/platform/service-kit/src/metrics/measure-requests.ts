import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.js';

/** Rate, errors and duration of every route. */
export function measureRequests(fastify: FastifyInstance, { requests }: Pick<Metrics, 'requests'>): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = (request.is404 ? undefined : request.routeOptions.url) ?? 'none';
    requests.observe({ method: request.method, route, status: classOf(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
}

function classOf(status: number): string {
  return `${Math.trunc(status / 100)}xx`;
}
