import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { identity } from '../../api/clients.js';
import { answer } from '../../api/command.js';
import { keys } from '../../api/queries.js';
import type { Role } from '../../api/types.js';

const PAGE = 50;

export interface UserFilters {
  readonly q?: string;
  readonly role?: Role;
  readonly teamId?: string;
  readonly active?: 'true' | 'false';
}

export const usersQuery = (filters: UserFilters) =>
  infiniteQueryOptions({
    queryKey: [...keys.users, 'list', filters],
    queryFn: ({ signal, pageParam }) =>
      answer(
        identity.GET('/api/identity/users', {
          params: { query: { limit: PAGE, ...filters, ...(pageParam === null ? {} : { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** Who may be somebody's supervisor. */
export const supervisorsQuery = queryOptions({
  queryKey: [...keys.users, 'supervisors'],
  queryFn: async ({ signal }) => {
    const of = (role: Role) =>
      answer(identity.GET('/api/identity/users', { params: { query: { limit: 200, role, active: 'true' } }, signal }));
    const [supervisors, administrators] = await Promise.all([of('supervisor'), of('administrator')]);
    return [...supervisors.items, ...administrators.items];
  },
});

export const teamsQuery = queryOptions({
  queryKey: keys.teams,
  queryFn: ({ signal }) => answer(identity.GET('/api/identity/teams', { signal })),
});
