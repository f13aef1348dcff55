import { infiniteQueryOptions } from '@tanstack/react-query';
import { identity } from '../../api/clients.js';
import { answer } from '../../api/command.js';
import { keys } from '../../api/queries.js';
import type { components } from '../../api/schema/identity.js';

export type ApiKey = components['schemas']['ApiKey'];

export const apiKeysQuery = infiniteQueryOptions({
  queryKey: keys.apiKeys,
  queryFn: ({ signal, pageParam }) =>
    answer(
      identity.GET('/api/identity/api-keys', {
        params: { query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
});
