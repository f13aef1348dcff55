import { DomainError, type Aggregate, type Command } from '@leadline/event-sourcing';
import { foldEmail, userIdOf } from './user-id.js';
import { userCodec, type Language, type Role, type UserEvent, type UserProfile } from './user.events.js';

/** A user, or null where there is none by that id. */
export type User = {
  readonly email: string;
  readonly profile: UserProfile;
  readonly passwordHash: string | null;
  /** ISO 8601, UTC. Whoever signed in before must do so again. */
  readonly passwordChangedAt: string | null;
  readonly active: boolean;
} | null;

type ExistingUser = NonNullable<User>;

/** Left out: as it is. */
export type UserChanges = {
  readonly name?: string;
  readonly role?: Role;
  readonly language?: Language;
  readonly timeZone?: string;
  /** null: nobody. */
  readonly supervisorId?: string | null;
  readonly passwordHash?: string;
};

export type UserCommand =
  | Command<'RegisterUser', UserProfile & { readonly email: string; readonly passwordHash?: string }>
  | Command<'ChangeUser', UserChanges>
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
    case 'ChangeUser':
      return change(command, user);
    case 'DeactivateUser':
      refuseOneself(command, user);
      return user.active ? [{ type: 'UserDeactivated', data: {} }] : [];
    case 'ReactivateUser':
      return user.active ? [] : [{ type: 'UserReactivated', data: {} }];
  }
}

type Of<Type extends UserCommand['type']> = Extract<UserCommand, { type: Type }>;

function register({ data, metadata }: Of<'RegisterUser'>, user: User): readonly UserEvent[] {
  if (user) throw new DomainError('user.email-taken');
  const { passwordHash, email, ...profile } = data;
  const registered: UserEvent = { type: 'UserRegistered', data: { ...profile, email: foldEmail(email) } };
  return passwordHash === undefined ? [registered] : [registered, setPassword(passwordHash, metadata.at)];
}

function change(command: Of<'ChangeUser'>, user: ExistingUser): readonly UserEvent[] {
  if (!user.active) throw new DomainError('user.deactivated');
  const { passwordHash, supervisorId, ...changes } = command.data;
  const { supervisorId: before, ...rest } = user.profile;
  const supervisor = supervisorId === undefined ? before : (supervisorId ?? undefined);
  const profile: UserProfile = { ...rest, ...changes, ...(supervisor !== undefined && { supervisorId: supervisor }) };
  // Whoever administers must not lock themselves out; another administrator can.
  if (profile.role !== user.profile.role) refuseOneself(command, user);
  const events: UserEvent[] = [];
  if (!sameProfile(profile, user.profile)) events.push({ type: 'UserDetailsChanged', data: profile });
  if (passwordHash !== undefined && passwordHash !== user.passwordHash) {
    events.push(setPassword(passwordHash, command.metadata.at));
  }
  return events;
}

function setPassword(hash: string, changedAt: string): UserEvent {
  return { type: 'UserPasswordChanged', data: { hash, changedAt } };
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
    return { email, profile, passwordHash: null, passwordChangedAt: null, active: true };
  }
  if (!user) return user;
  switch (event.type) {
    case 'UserDetailsChanged':
      return { ...user, profile: event.data };
    case 'UserPasswordChanged':
      return { ...user, passwordHash: event.data.hash, passwordChangedAt: event.data.changedAt };
    case 'UserDeactivated':
      return { ...user, active: false };
    case 'UserReactivated':
      return { ...user, active: true };
  }
}
