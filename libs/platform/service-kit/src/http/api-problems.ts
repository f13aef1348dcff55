import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemDocument } from '../problems/problem-document.js';

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'What was sent is not valid; `errors` names the fields.',
  401: 'No valid token.',
  403: 'The role does not allow it.',
  404: 'There is no such thing.',
  409: 'A rule forbids it now; `code` names the rule.',
  412: 'The revision in If-Match is not the present one.',
  413: 'Too much was sent.',
  415: 'The content type is not understood.',
  422: 'The idempotency key was used for something else.',
  429: 'Too many requests; try again after Retry-After.',
  503: 'An engine cannot be reached, or a position was not seen in time; try again after Retry-After.',
};

/** Declares which problem documents a route answers. */
export function ApiProblems(...statuses: number[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiExtraModels(ProblemDocument),
    // Whatever asks for a token also counts how often.
    ...(statuses.includes(401) ? [...statuses, 429] : statuses).map((status) =>
      ApiResponse({
        status,
        description: DESCRIPTIONS[status] ?? '',
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDocument) } } },
      }),
    ),
  );
}
