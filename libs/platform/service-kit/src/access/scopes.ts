import type { Caller } from './caller.js';
import type { Role } from '../http/route-settings.js';
import { ProblemError } from '../problems/problem-error.js';

/** What an API key needs for a route; `leads:admin` stands for the other two as well. */
export interface NeededScope {
  readonly scope: string;
  /** Any of these will do. */
  readonly accepted: readonly string[];
}

const READING = new Set(['GET', 'HEAD']);

/**
 * The scope a route asks of API keys: `<service>:read` to read, `<service>:write` for the rest, `<service>:admin` where only
 * administrators may; the service is what follows `/api/`. Null for a route of no service: no key opens it.
 */
export function neededScope(
  methods: readonly string[],
  url: string,
  roles: readonly Role[] | undefined,
): NeededScope | null {
  const service = /^\/api\/([^/:*]+)/.exec(url)?.[1];
  if (service === undefined) return null;
  const admin = `${service}:admin`;
  if (roles?.every((role) => role === 'administrator')) return { scope: admin, accepted: [admin] };
  const scope = `${service}:${methods.every((method) => READING.has(method)) ? 'read' : 'write'}`;
  return { scope, accepted: [scope, admin] };
}

/** True for people, and for keys that have the scope. A key of which no scopes are known has none. */
export function isInScope({ actor, scopes }: Caller, needed: NeededScope | null): boolean {
  if (scopes === undefined) return actor.kind !== 'apiKey';
  return needed !== null && needed.accepted.some((scope) => scopes.includes(scope));
}

/** 403 that names what the key lacks. */
export function outOfScope(needed: NeededScope | null): ProblemError {
  return new ProblemError(
    403,
    'forbidden',
    needed
      ? {
          en: `This API key lacks the scope "${needed.scope}". An administrator can make one that has it.`,
          de: `Diesem API-Schlüssel fehlt der Scope "${needed.scope}". Administratoren können einen anlegen, der ihn hat.`,
        }
      : { en: 'This route is not for API keys.', de: 'Diese Route ist nicht für API-Schlüssel.' },
  );
}
