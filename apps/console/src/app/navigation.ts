import {
  IconFileImport,
  IconHeartRateMonitor,
  IconKey,
  IconUsers,
  IconUsersGroup,
  IconInbox,
} from '@tabler/icons-react';
import type { Role } from '../api/types.js';

/** The pages that the navigation leads to, and who sees them there. */
export const NAVIGATION = [
  { to: '/leads', label: 'leads', icon: IconInbox, group: 'work' },
  { to: '/leads/import', label: 'import', icon: IconFileImport, group: 'work' },
  { to: '/users', label: 'users', icon: IconUsers, group: 'administration' },
  { to: '/teams', label: 'teams', icon: IconUsersGroup, group: 'administration' },
  { to: '/api-keys', label: 'apiKeys', icon: IconKey, group: 'administration' },
  { to: '/operations', label: 'operations', icon: IconHeartRateMonitor, group: 'administration' },
] as const;

/** What the server would refuse is not offered either. */
export function navigationFor(role: Role): (typeof NAVIGATION)[number][] {
  return NAVIGATION.filter(({ group }) => group === 'work' || role === 'administrator');
}
