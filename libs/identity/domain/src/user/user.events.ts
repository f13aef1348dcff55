import { event, eventCodec, type EventsOf } from '@leadline/event-sourcing';
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
});

export const userEvents = {
  UserRegistered: event('Someone may use Leadline from now on.', profile.extend({ email: z.string().min(3) })),
  UserDetailsChanged: event('What is known of the user, as a whole, as it is from now on.', profile),
  UserPasswordChanged: event(
    'The user signs in by another password. Only its hash is kept, and no one but sign-in reads it.',
    z.strictObject({ hash: z.string().startsWith('$argon2id$'), changedAt: z.iso.datetime() }),
  ),
  UserDeactivated: event('The user can no longer sign in.', z.strictObject({})),
  UserReactivated: event('The user can sign in again.', z.strictObject({})),
};

export type Role = (typeof roles)[number];
export type Language = (typeof languages)[number];
export type UserProfile = z.output<typeof profile>;
export type UserEvent = EventsOf<typeof userEvents>;

export const userCodec = eventCodec('user', userEvents);
