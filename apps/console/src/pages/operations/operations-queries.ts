import { queryOptions } from '@tanstack/react-query';
import { operations } from '../../api/clients.js';
import { answer } from '../../api/command.js';
import { keys } from '../../api/queries.js';

/** Work goes on while one looks at it. */
const REFETCH_MS = 2_000;

export const subscriptionsQuery = queryOptions({
  queryKey: [...keys.operations, 'subscriptions'],
  queryFn: ({ signal }) => answer(operations.GET('/api/operations/subscriptions', { signal })),
  refetchInterval: REFETCH_MS,
});

export const deadLettersQuery = queryOptions({
  queryKey: [...keys.operations, 'deadLetters'],
  queryFn: ({ signal }) => answer(operations.GET('/api/operations/dead-letters', { signal })),
  refetchInterval: REFETCH_MS,
});

export const jobsQuery = queryOptions({
  queryKey: [...keys.operations, 'jobs'],
  queryFn: ({ signal }) => answer(operations.GET('/api/operations/rebuilds', { signal })),
  refetchInterval: REFETCH_MS,
});
