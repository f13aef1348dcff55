import { nameId } from '@leadline/event-sourcing';
import type { Authenticator, Caller } from '../access/caller.js';
import type { Role } from '../http/route-settings.js';

/** A caller for tests: `callerNamed('Ada', 'supervisor')` has the same id each time. */
export function callerNamed(name: string, role: Role = 'agent', more: Partial<Caller> = {}): Caller {
  return {
    actor: { kind: 'user', id: nameId(name), name },
    role,
    language: 'en',
    timeZone: 'Europe/Berlin',
    ...more,
  };
}

/** Knows exactly these tokens. */
export function fixedAuthenticator(callers: Readonly<Record<string, Caller>>): Authenticator {
  return { authenticate: (token) => callers[token] ?? null };
}
