import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { traceFields } from '../tracing/log-fields.js';

/** One line per request: the route's pattern instead of the URL, since ids and searches may tell of people. */
export function logRequests(fastify: FastifyInstance, logger: Logger): void {
  if (!logger.isLevelEnabled('info')) return;
  fastify.addHook('onResponse', (request, reply, done) => {
    logger.info(
      {
        correlationId: request.id,
        method: request.method,
        route: request.is404 ? null : request.routeOptions.url,
        status: reply.statusCode,
        ...traceFields(request.traceContext),
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });
}
