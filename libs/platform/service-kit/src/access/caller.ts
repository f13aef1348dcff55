import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@leadline/event-sourcing';
import type { FastifyRequest } from 'fastify';
import type { Role } from '../http/route-settings.js';
import { unauthenticated } from '../problems/problem-error.js';

export type Language = 'en' | 'de';

/** Who sent the request. */
export interface Caller {
  readonly actor: Actor;
  readonly role: Role;
  readonly language: Language;
  /** IANA name, `Europe/Berlin`. */
  readonly timeZone: string;
  /** API keys only: `leads:read`, `leads:write`, `leads:admin`. The guard looks at them; a key without any may nothing. */
  readonly scopes?: readonly string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the body is read; null on a public route. */
    caller: Caller | null;
  }
}

/** `@Caller() caller: Caller` in a guarded route. In a public one, where tokens are not looked at: 401. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw unauthenticated();
  return request.caller;
}

/** Turns tokens into callers. identity-service has the real one. */
export interface Authenticator {
  /**
   * The caller behind a bearer token, or null where it is not (any more) valid. May answer at once: then the request
   * waits for nothing.
   * @throws EngineUnavailableError
   */
  authenticate(token: string): Caller | null | Promise<Caller | null>;
}
