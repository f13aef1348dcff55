import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiHeader, ApiProperty, ApiResponse } from '@nestjs/swagger';
import type { Type } from '@nestjs/common';
import { routeSettings } from '../http/route-settings.js';
import { ApiProblems } from '../http/api-problems.js';

/** The answer to a command. */
export class CommandAnswered {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer', description: 'The revision after the command, also in the ETag.' })
  revision!: number;
}

export interface CommandRouteOptions {
  /** Default 200; 201 where something comes into being, 202 where it goes on afterwards. */
  readonly status?: 200 | 201 | 202;
  /** The answer's shape where it says more than id and revision. */
  readonly answer?: Type<unknown>;
  /** Bytes; default 1 MiB. */
  readonly bodyLimit?: number;
  /** Fields of the body that must leave no trace: they do not count when a repetition is compared with the first. */
  readonly secrets?: readonly string[];
  /** Media types of the body: `['text/csv']` (then it arrives as a Buffer). Default: JSON alone. */
  readonly consumes?: readonly string[];
}

const ANSWER_HEADERS = {
  ETag: { description: 'The revision after the command.', schema: { type: 'string' as const, example: '"12"' } },
  'Leadline-Position': {
    description: 'Send it with a query that must have seen this command.',
    schema: { type: 'string' as const },
  },
};

/** Marks a command route: answers `{ id, revision }`, ETag and Leadline-Position from what the handler returns. */
export function CommandRoute(options: CommandRouteOptions = {}): MethodDecorator {
  const { status = 200, answer = CommandAnswered, bodyLimit, consumes, secrets } = options;
  return applyDecorators(
    HttpCode(status),
    routeSettings({
      command: true,
      creates: status === 201,
      ...(bodyLimit !== undefined && { bodyLimit }),
      ...(consumes && { consumes }),
      ...(secrets && { secrets }),
    }),
    ApiHeader({
      name: 'Idempotency-Key',
      description:
        'The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key.',
    }),
    ApiHeader({ name: 'If-Match', description: 'The revision that was seen, `"12"`; another one is a 412.' }),
    ApiResponse({ status, type: answer, headers: ANSWER_HEADERS }),
    ApiProblems(400, 401, 403, 404, 409, 412, 413, 415, 422, 503),
  );
}
