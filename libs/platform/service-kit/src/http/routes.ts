import type { FastifyInstance, RouteOptions } from 'fastify';
import { ROUTE_SETTINGS, type Role, type RouteSettings } from './route-settings.js';

/** A route as it was registered. */
export interface RouteInfo {
  readonly method: string;
  /** With parameters as `:name`. */
  readonly url: string;
  readonly public: boolean;
  readonly roles: readonly Role[] | null;
}

declare module 'fastify' {
  interface FastifyInstance {
    leadlineRoutes: RouteInfo[];
  }
  interface FastifyContextConfig {
    [ROUTE_SETTINGS]?: RouteSettings;
  }
}

export function settingsOf(route: Pick<RouteOptions, 'config'>): RouteSettings {
  return route.config?.[ROUTE_SETTINGS] ?? {};
}

/** Keeps a list of all routes. Must be called before the first one is registered. */
export function recordRoutes(fastify: FastifyInstance): void {
  fastify.decorate('leadlineRoutes', []);
  fastify.addHook('onRoute', (route) => {
    const { public: isPublic = false, roles = null } = settingsOf(route);
    for (const method of [route.method].flat()) {
      fastify.leadlineRoutes.push({ method, url: route.url, public: isPublic, roles });
    }
  });
}

/** The methods that a path could have been asked with; empty where there is no such path. */
export function methodsAt(routes: readonly RouteInfo[], path: string): string[] {
  const segments = path.split('/');
  const matching = routes.filter(({ url }) => {
    const pattern = url.split('/');
    return (
      pattern.length === segments.length &&
      pattern.every((part, index) => part === segments[index] || (part.startsWith(':') && segments[index] !== ''))
    );
  });
  return [...new Set(matching.map(({ method }) => method))];
}
