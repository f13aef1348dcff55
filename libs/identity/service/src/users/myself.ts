import type { Myself } from '@leadline/identity-contracts';
import type { User } from '@leadline/identity-domain';

/** What users are told of themselves. */
export function myself(id: string, { email, profile }: NonNullable<User>): Myself {
  const { name, role, language, timeZone, teamIds } = profile;
  return { id, email, name, role, language, timeZone, teamIds };
}
