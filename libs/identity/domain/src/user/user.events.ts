import { event, eventCodec, type EventDefinition, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';

export const roles = ['agent', 'supervisor', 'administrator'] as const;
export const languages = ['en', 'de'] as const;

/** What is known of a user, secrets apart. */
const profile = z.strictObject({
  name: z.string().min(1),
  role: z.enum(roles),
  language: z.enum(languages),
  /** IANA name. */
  timeZone: z.string().min(1),
  supervisorId: z.uuid().optional(),
  teamIds: z.array(z.uuid()),
});

/** Before there were teams nobody was in one. */
const sinceTeams: Pick<EventDefinition, 'version' | 'upcast'> = {
  version: 2,
  upcast: { 1: (data) => ({ ...data, teamIds: [] }) },
};

export const userEvents = {
  UserRegistered: event(
    'Someone may use Leadline from now on.',
    profile.extend({ email: z.string().min(3) }),
    sinceTeams,
  ),
  UserDetailsChanged: event('What is known of the user, as a whole, as it is from now on.', profile, sinceTeams),
  UserInvited: event(
    'Whoever holds the invitation may set a password for the user, once. Only its hash is kept; an earlier one ends.',
    z.strictObject({ tokenHash: z.string().min(1), expiresAt: z.iso.datetime() }),
  ),
  UserPasswordChanged: event(
    'The user signs in by another password. Only its hash is kept, and no one but sign-in reads it.',
    z.strictObject({ hash: z.string().startsWith('$argon2id$'), changedAt: z.iso.datetime() }),
  ),
  UserLinkedToProvider: event(
    'The user may sign in by this account at an external OpenID Connect provider.',
    z.strictObject({ issuer: z.string().min(1), subject: z.string().min(1) }),
  ),
  UserUnlinkedFromProvider: event(
    'The user cannot sign in by this account any more; another one may be linked.',
    z.strictObject({ issuer: z.string().min(1), subject: z.string().min(1) }),
  ),
  UserDeactivated: event('The user can no longer sign in.', z.strictObject({})),
  UserReactivated: event('The user can sign in again.', z.strictObject({})),
};

export type Role = (typeof roles)[number];
export type Language = (typeof languages)[number];
export type UserProfile = z.output<typeof profile>;
export type UserEvent = EventsOf<typeof userEvents>;

export const userCodec = eventCodec('user', userEvents);
