import { newId, type Actor, type CommandMetadata } from '@leadline/event-sourcing';
import type { Clock, Config } from '@leadline/service-kit';
import type { FastifyRequest } from 'fastify';

/** The circumstances of a command that comes by a public route, where there is no caller. */
export function metadataOf(request: FastifyRequest, actor: Actor, clock: Clock): CommandMetadata {
  return { id: newId(), actor, at: clock.now(), correlationId: request.id };
}

/** Where Leadline is reached from outside: as configured, else as this request reached it. Without a slash at its end. */
export function originOf(request: FastifyRequest, { publicUrl }: Config): string {
  return publicUrl ?? `${request.protocol}://${request.host}`;
}
