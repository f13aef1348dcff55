import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { ReadModel } from '@leadline/subscriptions';
import { ApiProblems } from './api-problems.js';
import { routeSettings } from './route-settings.js';

/**
 * A query that answers from this read model. With a `Leadline-Position` in the request it waits until the model has seen
 * that position: 2 s at most, then 503 with Retry-After.
 */
export function ReadsFrom(readModel: ReadModel): MethodDecorator {
  return applyDecorators(
    routeSettings({ readsFrom: readModel }),
    ApiHeader({ name: 'Leadline-Position', description: 'The answer includes everything up to this position.' }),
    ApiProblems(400, 401, 403, 503),
  );
}
