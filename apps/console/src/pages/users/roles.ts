import type { Role } from '../../api/types.js';

export const ROLES = ['agent', 'supervisor', 'administrator'] as const satisfies readonly Role[];

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}
