import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { nameId, newId, type CommandMetadata, type HandleOptions } from '@leadline/event-sourcing';
import type { FastifyRequest } from 'fastify';
import { callerOf, type Caller } from '../access/caller.js';
import type { Clock } from '../clock.js';
import { settingsOf } from '../http/routes.js';
import { idempotencyKeyOf, ifMatchOf } from '../http/request-headers.js';

/** What a command route needs besides its body. */
export interface Circumstances {
  readonly metadata: CommandMetadata;
  /** `expectedRevision` from `If-Match`. */
  readonly options: HandleOptions;
  readonly caller: Caller;
  /** True when a repetition of this request would carry the same command id. */
  readonly hasIdempotencyKey: boolean;
}

declare module 'fastify' {
  interface FastifyInstance {
    clock: Clock;
  }
}

/** `@Circumstances() circumstances: Circumstances` in a command route. */
export const Circumstances = createParamDecorator((_data: unknown, context: ExecutionContext): Circumstances =>
  circumstancesOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/**
 * The circumstances of a request. A key counts for one caller, method and path: the same key elsewhere is another
 * command, since the ids of events and of what a command creates follow from its id.
 */
export function circumstancesOf(request: FastifyRequest): Circumstances {
  const caller = callerOf(request);
  const key = idempotencyKeyOf(request.headers);
  const expectedRevision = ifMatchOf(request.headers);
  const [path = '', query = ''] = request.url.split('?', 2);
  const scope = `${request.method} ${path}`;
  return {
    caller,
    hasIdempotencyKey: key !== undefined,
    options: expectedRevision === undefined ? {} : { expectedRevision },
    metadata: {
      id: key === undefined ? newId() : nameId(`command\n${caller.actor.id}\n${scope}\n${key}`),
      actor: caller.actor,
      at: request.server.clock.now(),
      correlationId: request.id,
      ...(key === undefined ? {} : { fingerprint: fingerprint(scope, query, bodyWithoutSecrets(request)) }),
    },
  };
}

/** The fingerprint is stored with the event, and a hash of a password is something to guess passwords by. */
function bodyWithoutSecrets({ body, routeOptions }: FastifyRequest): unknown {
  const { secrets } = settingsOf(routeOptions);
  if (!secrets || typeof body !== 'object' || body === null || body instanceof Uint8Array) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => !secrets.includes(name)));
}

function fingerprint(scope: string, query: string, body: unknown): string {
  // A file is hashed as it came: as JSON, 20 MiB of bytes would block the thread for seconds.
  const isWritten = typeof body === 'string' || body instanceof Uint8Array;
  const sent = isWritten ? body : body === undefined ? '' : JSON.stringify(body);
  return createHash('sha256').update(`${scope}?${query}\n`).update(sent).digest('base64url');
}
