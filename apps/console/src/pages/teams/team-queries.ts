import { queryOptions } from '@tanstack/react-query';
import { identity } from '../../api/clients.js';
import { answer } from '../../api/command.js';
import { keys } from '../../api/queries.js';

const NAMED = 6;

/** How many are in a team, and the first of them by name. */
export const membersQuery = (teamId: string) =>
  queryOptions({
    queryKey: [...keys.users, 'members', teamId],
    queryFn: ({ signal }) =>
      answer(
        identity.GET('/api/identity/users', { params: { query: { teamId, active: 'true', limit: NAMED } }, signal }),
      ),
  });
