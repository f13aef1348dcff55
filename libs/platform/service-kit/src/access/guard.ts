import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { forbidden, unauthenticated } from '../problems/problem-error.js';
import { settingsOf } from '../http/routes.js';
import type { Role } from '../http/route-settings.js';
import type { Authenticator, Caller } from './caller.js';
import { addressOf, type RateLimit, type RateLimits } from './rate-limits.js';
import { isInScope, neededScope, outOfScope, type NeededScope } from './scopes.js';

/**
 * Guards every route that is not public, before its body is read: who may not enter costs no parsing. It hangs on the
 * registration of routes, so none can be forgotten; so do the limits on how often one may ask. Must be called before the
 * first one is registered.
 */
export function guardRoutes(fastify: FastifyInstance, authenticator: Authenticator, limits: RateLimits): void {
  fastify.decorateRequest('caller', null);
  fastify.addHook('onRoute', (route) => {
    const settings = settingsOf(route);
    const others = [route.onRequest ?? []].flat();
    if (settings.public === true) {
      // Health and metrics are asked by machines that must never be refused; a file costs less than refusing it.
      if (limits.address && route.url.startsWith('/api/'))
        route.onRequest = [limitAddresses(limits.address), ...others];
      return;
    }
    const scope = neededScope([route.method].flat(), route.url, settings.roles);
    route.onRequest = [guard(authenticator, limits, settings.roles, scope), ...others];
  });
}

function limitAddresses(limit: RateLimit): onRequestHookHandler {
  return (request, reply, done) => {
    limit(addressOf(request), reply).then(done, done);
  };
}

function guard(
  authenticator: Authenticator,
  limits: RateLimits,
  roles: readonly Role[] | undefined,
  scope: NeededScope | null,
): onRequestHookHandler {
  const admit = (caller: Caller | null): Error | undefined => {
    if (!caller) return unauthenticated();
    if (roles && !roles.includes(caller.role)) return forbidden();
    return isInScope(caller, scope) ? undefined : outOfScope(scope);
  };
  /** Counts the request, then admits it: who asks too often is told that first. */
  const settle = (
    request: FastifyRequest,
    reply: FastifyReply,
    done: (error?: Error) => void,
    caller: Caller | null,
  ): void => {
    request.caller = caller;
    const refusal = admit(caller);
    const counted = caller ? limits.user?.(caller.actor.id, reply) : limits.address?.(addressOf(request), reply);
    if (counted) counted.then((tooMany) => done(tooMany ?? refusal), done);
    else done(refusal);
  };
  return (request, reply, done) => {
    // What needs a token must not lie in anybody's cache.
    void reply.header('cache-control', 'no-store');
    const token = bearerToken(request.headers.authorization);
    if (token === null) return settle(request, reply, done, null);
    const result = authenticator.authenticate(token);
    if (result instanceof Promise) result.then((caller) => settle(request, reply, done, caller), done);
    else settle(request, reply, done, result);
  };
}

/** RFC 6750 section 2.1; the scheme in any case. */
function bearerToken(header: string | undefined): string | null {
  return /^Bearer +([\w.~+/=-]{1,8192})$/i.exec(header ?? '')?.[1] ?? null;
}
