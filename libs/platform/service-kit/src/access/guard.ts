import type { FastifyInstance, onRequestHookHandler } from 'fastify';
import { forbidden, unauthenticated } from '../problems/problem-error.js';
import { settingsOf } from '../http/routes.js';
import type { Role } from '../http/route-settings.js';
import type { Authenticator, Caller } from './caller.js';
import { isInScope, neededScope, outOfScope, type NeededScope } from './scopes.js';

/**
 * Guards every route that is not public, before its body is read: who may not enter costs no parsing. It hangs on the
 * registration of routes, so none can be forgotten. Must be called before the first one is registered.
 */
export function guardRoutes(fastify: FastifyInstance, authenticator: Authenticator): void {
  fastify.decorateRequest('caller', null);
  fastify.addHook('onRoute', (route) => {
    const settings = settingsOf(route);
    if (settings.public === true) return;
    const scope = neededScope([route.method].flat(), route.url, settings.roles);
    route.onRequest = [guard(authenticator, settings.roles, scope), ...[route.onRequest ?? []].flat()];
  });
}

function guard(
  authenticator: Authenticator,
  roles: readonly Role[] | undefined,
  scope: NeededScope | null,
): onRequestHookHandler {
  const admit = (caller: Caller | null): Error | undefined => {
    if (!caller) return unauthenticated();
    if (roles && !roles.includes(caller.role)) return forbidden();
    return isInScope(caller, scope) ? undefined : outOfScope(scope);
  };
  return (request, reply, done) => {
    // What needs a token must not lie in anybody's cache.
    void reply.header('cache-control', 'no-store');
    const token = bearerToken(request.headers.authorization);
    if (token === null) return done(unauthenticated());
    const settle = (caller: Caller | null): void => {
      request.caller = caller;
      done(admit(caller));
    };
    const result = authenticator.authenticate(token);
    if (result instanceof Promise) result.then(settle, done);
    else settle(result);
  };
}

/** RFC 6750 section 2.1; the scheme in any case. */
function bearerToken(header: string | undefined): string | null {
  return /^Bearer +([\w.~+/=-]{1,8192})$/i.exec(header ?? '')?.[1] ?? null;
}
