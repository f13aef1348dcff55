import type { FastifyInstance } from 'fastify';

const SWEEP_MS = 50;

/**
 * Lets a closing server end when its last request does. Node closes connections that are idle when it is told to; one
 * that becomes idle afterwards would hold the process until its keep-alive time is over.
 */
export function endIdleConnectionsWhileClosing(fastify: FastifyInstance): void {
  let sweeping: NodeJS.Timeout | undefined;
  fastify.addHook('preClose', (done) => {
    sweeping = setInterval(() => fastify.server.closeIdleConnections(), SWEEP_MS);
    done();
  });
  fastify.addHook('onClose', (_instance, done) => {
    clearInterval(sweeping);
    done();
  });
}
