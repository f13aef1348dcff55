import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseTraceparent } from '@leadline/subscriptions';

declare module 'fastify' {
  interface FastifyRequest {
    /** With the span of the request; null where it has none. */
    traceContext: Context | null;
  }
}

const tracer = trace.getTracer('leadline');

/**
 * A span for each request to the API, by OpenTelemetry's conventions for HTTP servers, continuing the caller's trace where
 * `traceparent` names one. Addresses, queries and what was sent are left out. Must be called before the hooks that are to
 * work in the span.
 */
export function traceRequests(fastify: FastifyInstance): void {
  fastify.decorateRequest('traceContext', null);
  fastify.addHook('onRequest', (request, reply, done) => {
    const { url: route } = request.routeOptions;
    // Health and metrics are asked for all day long, files say nothing, and what leads nowhere may hold anything.
    if (request.is404 || route === undefined || !route.startsWith('/api/')) return done();
    const caller = parseTraceparent(request.headers['traceparent']);
    const parent = caller ? trace.setSpanContext(ROOT_CONTEXT, caller) : ROOT_CONTEXT;
    const attributes = {
      'http.request.method': request.method,
      'http.route': route,
      'url.path': pathOf(route, request.params),
      'url.scheme': request.protocol,
      'leadline.correlation_id': request.id,
    };
    const span = tracer.startSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
    request.traceContext = trace.setSpan(parent, span);
    // Also where the caller goes away before the answer.
    reply.raw.once('close', () => {
      if (reply.raw.writableFinished) tellAnswer(reply);
      else span.setAttribute('error.type', 'aborted');
      span.end();
    });
    context.with(request.traceContext, done);
  });
  // Reading a body leaves the context; what follows comes back to it.
  fastify.addHook('preValidation', (request, _reply, done) => {
    if (request.traceContext) context.with(request.traceContext, done);
    else done();
  });
}

function tellAnswer({ request, statusCode }: FastifyReply): void {
  const span = request.traceContext && trace.getSpan(request.traceContext);
  span?.setAttribute('http.response.status_code', statusCode);
  if (statusCode < 500) return;
  span?.setAttribute('error.type', String(statusCode));
  span?.setStatus({ code: SpanStatusCode.ERROR });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The path as the route has it, with its ids. Any other parameter may be a secret or a name. */
function pathOf(route: string, params: FastifyRequest['params']): string {
  const given: Readonly<Record<string, unknown>> = typeof params === 'object' && params !== null ? { ...params } : {};
  return route.replace(/:(\w+)/g, (parameter, name: string) => {
    const value = given[name];
    return typeof value === 'string' && UUID.test(value) ? value : parameter;
  });
}
