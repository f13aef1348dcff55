import type { components } from '../../api/schema/identity.js';
import type { Role } from '../../api/types.js';

type ChangeUser = components['schemas']['ChangeUser'];
type RegisterUser = components['schemas']['RegisterUser'];
export type Language = RegisterUser['language'];

/** A user as administrators read them. */
export interface KnownUser {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: Language;
  readonly timeZone: string;
  readonly supervisorId: string | null;
  readonly teamIds: readonly string[];
  readonly active: boolean;
  readonly invited: boolean;
}

/** What can be typed and chosen about a user. */
export interface UserFields {
  name: string;
  email: string;
  role: Role;
  language: Language;
  timeZone: string;
  /** Empty: nobody. */
  supervisorId: string;
  teamIds: string[];
}

/** The user in an answer; null where the caller may see no more than the name. */
export function knownUser(user: components['schemas']['User']): KnownUser | null {
  const { id, name, active, revision, email, role, language, timeZone } = user;
  if (revision === undefined || email === undefined || role === undefined) return null;
  return {
    id,
    revision,
    name,
    email,
    role,
    language: language ?? 'en',
    timeZone: timeZone ?? 'UTC',
    supervisorId: user.supervisorId ?? null,
    teamIds: user.teamIds ?? [],
    active,
    invited: user.invited ?? false,
  };
}

export function fieldsOf(user: KnownUser): UserFields {
  const { name, email, role, language, timeZone, supervisorId, teamIds } = user;
  return { name, email, role, language, timeZone, supervisorId: supervisorId ?? '', teamIds: [...teamIds] };
}

/** A new user begins with what the administrator has. */
export function emptyFields(language: Language, timeZone: string): UserFields {
  return { name: '', email: '', role: 'agent', language, timeZone, supervisorId: '', teamIds: [] };
}

/** Without a password: they are invited to set their own. */
export function registrationOf({ name, email, supervisorId, ...fields }: UserFields): RegisterUser {
  return { name: name.trim(), email: email.trim(), ...fields, ...(supervisorId !== '' && { supervisorId }) };
}

/** Only what is different now, so that two administrators who change different things do not undo each other's work. */
export function changesOf(fields: UserFields, user: KnownUser): ChangeUser {
  const changes: ChangeUser = {};
  if (fields.name.trim() !== user.name) changes.name = fields.name.trim();
  if (fields.role !== user.role) changes.role = fields.role;
  if (fields.language !== user.language) changes.language = fields.language;
  if (fields.timeZone !== user.timeZone) changes.timeZone = fields.timeZone;
  if (fields.supervisorId !== (user.supervisorId ?? '')) changes.supervisorId = fields.supervisorId || null;
  if (!sameIds(fields.teamIds, user.teamIds)) changes.teamIds = fields.teamIds;
  return changes;
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && new Set([...one, ...other]).size === one.length;
}
