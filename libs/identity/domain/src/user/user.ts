import { DomainError, type Aggregate, type Command } from '@leadline/event-sourcing';
import { foldEmail, userIdOf } from './user-id.js';
import { userCodec, type UserEvent, type UserProfile } from './user.events.js';

/** A user, or null where there is none by that id. */
export type User = {
  readonly email: string;
  readonly profile: UserProfile;
  readonly passwordHash: string | null;
  readonly active: boolean;
} | null;

type ExistingUser = NonNullable<User>;

export type UserCommand =
  | Command<'RegisterUser', UserProfile & { readonly email: string; readonly passwordHash?: string }>
  | Command<'ChangeUserDetails', Partial<Omit<UserProfile, 'supervisorId'>> & { readonly supervisorId?: string | null }>
  | Command<'ChangePassword', { readonly hash: string }>
  | Command<'DeactivateUser', Record<string, never>>
  | Command<'ReactivateUser', Record<string, never>>;

export const userAggregate: Aggregate<User, UserCommand, UserEvent> = {
  decider: { initialState: () => null, decide, evolve },
  codec: userCodec,
  stateVersion: 1,
};

function decide(command: UserCommand, user: User): readonly UserEvent[] {
  if (command.type === 'RegisterUser') return register(command, user);
  if (!user) throw new DomainError('user.not-found');
  switch (command.type) {
    case 'ChangeUserDetails':
      return changeDetails(command, user);
    case 'ChangePassword':
      refuseDeactivated(user);
      return command.data.hash === user.passwordHash ? [] : [{ type: 'UserPasswordChanged', data: command.data }];
    case 'DeactivateUser':
      refuseOneself(command, user);
      return user.active ? [{ type: 'UserDeactivated', data: {} }] : [];
    case 'ReactivateUser':
      return user.active ? [] : [{ type: 'UserReactivated', data: {} }];
  }
}

type Of<Type extends UserCommand['type']> = Extract<UserCommand, { type: Type }>;

function register({ data }: Of<'RegisterUser'>, user: User): readonly UserEvent[] {
  if (user) throw new DomainError('user.email-taken');
  const { passwordHash, email, ...profile } = data;
  const registered: UserEvent = { type: 'UserRegistered', data: { ...profile, email: foldEmail(email) } };
  return passwordHash === undefined
    ? [registered]
    : [registered, { type: 'UserPasswordChanged', data: { hash: passwordHash } }];
}

function changeDetails(command: Of<'ChangeUserDetails'>, user: ExistingUser): readonly UserEvent[] {
  refuseDeactivated(user);
  const { supervisorId, ...changes } = command.data;
  const { supervisorId: before, ...rest } = user.profile;
  const supervisor = supervisorId === undefined ? before : (supervisorId ?? undefined);
  const profile: UserProfile = { ...rest, ...changes, ...(supervisor !== undefined && { supervisorId: supervisor }) };
  // Whoever administers must not lock themselves out; another administrator can.
  if (profile.role !== user.profile.role) refuseOneself(command, user);
  return sameProfile(profile, user.profile) ? [] : [{ type: 'UserDetailsChanged', data: profile }];
}

function refuseDeactivated(user: ExistingUser): void {
  if (!user.active) throw new DomainError('user.deactivated');
}

function refuseOneself({ metadata }: UserCommand, user: ExistingUser): void {
  if (metadata.actor.kind === 'user' && metadata.actor.id === userIdOf(user.email)) {
    throw new DomainError('user.not-oneself');
  }
}

function sameProfile(one: UserProfile, other: UserProfile): boolean {
  return (
    one.name === other.name &&
    one.role === other.role &&
    one.language === other.language &&
    one.timeZone === other.timeZone &&
    one.supervisorId === other.supervisorId
  );
}

/** Total: an event that does not fit (there is none in a stream that was written by `decide`) changes nothing. */
function evolve(user: User, event: UserEvent): User {
  if (event.type === 'UserRegistered') {
    const { email, ...profile } = event.data;
    return { email, profile, passwordHash: null, active: true };
  }
  if (!user) return user;
  switch (event.type) {
    case 'UserDetailsChanged':
      return { ...user, profile: event.data };
    case 'UserPasswordChanged':
      return { ...user, passwordHash: event.data.hash };
    case 'UserDeactivated':
      return { ...user, active: false };
    case 'UserReactivated':
      return { ...user, active: true };
  }
}
