import type { components } from '../../api/schema/identity.js';

export type Scope = components['schemas']['CreateApiKey']['scopes'][number];

export const AREAS = ['leads', 'contacts', 'sales-documents', 'notifications', 'identity', 'operations'] as const;
export type Area = (typeof AREAS)[number];

/** Each includes those before it. */
export const LEVELS = ['read', 'write', 'admin'] as const;
export type Level = (typeof LEVELS)[number];

/** What is chosen in each area; none where an area is left out. */
export type Reach = Partial<Record<Area, Level>>;

/** The scopes to ask for. `write` without `read` would be of little use, so the lower ones are said as well. */
export function scopesOf(reach: Reach): Scope[] {
  return AREAS.flatMap((area) => {
    const level = reach[area];
    if (level === undefined) return [];
    return LEVELS.slice(0, LEVELS.indexOf(level) + 1).map((each): Scope => `${area}:${each}`);
  });
}

export interface AreaReach {
  readonly area: string;
  readonly levels: readonly string[];
}

/** Scopes by area, as they are shown. */
export function byArea(scopes: readonly string[]): readonly AreaReach[] {
  const areas = Map.groupBy(scopes, (scope) => scope.split(':')[0] ?? '');
  return [...areas].map(([area, group]) => ({ area, levels: group.map((scope) => scope.split(':')[1] ?? '') }));
}

export type KeyState = 'active' | 'revoked' | 'expired';

export function keyStateOf(
  key: { readonly revoked: boolean; readonly expiresAt: string | null },
  nowMs: number,
): KeyState {
  if (key.revoked) return 'revoked';
  return key.expiresAt !== null && Date.parse(key.expiresAt) <= nowMs ? 'expired' : 'active';
}
