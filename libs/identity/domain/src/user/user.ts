import { DomainError, type Aggregate, type Command } from '@leadline/event-sourcing';
import { foldEmail, userIdOf } from './user-id.js';
import { userCodec, type Language, type Role, type UserEvent, type UserProfile } from './user.events.js';

/** A user, or null where there is none by that id. */
export type User = {
  readonly email: string;
  readonly profile: UserProfile;
  readonly passwordHash: string | null;
  /** Raised by whatever ends all sessions, and never lowered: a session counts only in the epoch that it began in. */
  readonly sessionEpoch: number;
  /** Open: whoever holds the token sets the password. */
  readonly invitation: Invitation | null;
  /** At most one account per issuer. */
  readonly providerAccounts: readonly ProviderAccount[];
  readonly active: boolean;
} | null;

export type Invitation = { readonly tokenHash: string; readonly expiresAt: string };

/** An account at an external provider: `subject` names it for as long as the issuer lives (OpenID Connect Core 2). */
export type ProviderAccount = { readonly issuer: string; readonly subject: string };

type ExistingUser = NonNullable<User>;

/** Left out: as it is. */
export type UserChanges = {
  readonly name?: string;
  readonly role?: Role;
  readonly language?: Language;
  readonly timeZone?: string;
  /** null: nobody. */
  readonly supervisorId?: string | null;
  readonly teamIds?: readonly string[];
  readonly passwordHash?: string;
};

type Registration = UserProfile & {
  readonly email: string;
  readonly passwordHash?: string;
  readonly invitation?: Invitation;
};

export type UserCommand =
  | Command<'RegisterUser', Registration>
  | Command<'ChangeUser', UserChanges>
  | Command<'InviteUser', Invitation>
  | Command<'AcceptInvitation', { readonly tokenHash: string; readonly passwordHash: string }>
  | Command<'LinkUserToProvider', ProviderAccount>
  | Command<'UnlinkUserFromProvider', Record<string, never>>
  | Command<'DeactivateUser', Record<string, never>>
  /** `teamIds`: those of the user's teams that are still active; the others are left. */
  | Command<'ReactivateUser', { readonly teamIds?: readonly string[] }>;

export const userAggregate: Aggregate<User, UserCommand, UserEvent> = {
  decider: { initialState: () => null, decide, evolve },
  codec: userCodec,
  stateVersion: 2,
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
      return reactivate(command, user);
    case 'InviteUser':
      if (!user.active) throw new DomainError('user.deactivated');
      return [{ type: 'UserInvited', data: command.data }];
    case 'AcceptInvitation':
      return accept(command, user);
    case 'LinkUserToProvider':
      return link(command, user);
    case 'UnlinkUserFromProvider':
      return user.providerAccounts.map((data) => ({ type: 'UserUnlinkedFromProvider', data }));
  }
}

type Of<Type extends UserCommand['type']> = Extract<UserCommand, { type: Type }>;

function register({ data, metadata }: Of<'RegisterUser'>, user: User): readonly UserEvent[] {
  if (user) throw new DomainError('user.email-taken');
  const { passwordHash, invitation, email, ...profile } = data;
  refuseSupervisorOfOneself(profile.supervisorId, email);
  return [
    { type: 'UserRegistered', data: { ...profile, teamIds: sorted(profile.teamIds), email: foldEmail(email) } },
    ...(passwordHash === undefined ? [] : [setPassword(passwordHash, metadata.at)]),
    ...(invitation === undefined ? [] : [{ type: 'UserInvited', data: invitation } as const]),
  ];
}

function change(command: Of<'ChangeUser'>, user: ExistingUser): readonly UserEvent[] {
  if (!user.active) throw new DomainError('user.deactivated');
  const { passwordHash, supervisorId, teamIds, ...changes } = command.data;
  const { supervisorId: before, ...rest } = user.profile;
  const supervisor = supervisorId === undefined ? before : (supervisorId ?? undefined);
  refuseSupervisorOfOneself(supervisor, user.email);
  const profile: UserProfile = {
    ...rest,
    ...changes,
    ...(teamIds && { teamIds: sorted(teamIds) }),
    ...(supervisor !== undefined && { supervisorId: supervisor }),
  };
  // Whoever administers must not lock themselves out; another administrator can.
  if (profile.role !== user.profile.role) refuseOneself(command, user);
  const events: UserEvent[] = [];
  if (!sameProfile(profile, user.profile)) events.push({ type: 'UserDetailsChanged', data: profile });
  if (passwordHash !== undefined && passwordHash !== user.passwordHash) {
    events.push(setPassword(passwordHash, command.metadata.at));
  }
  return events;
}

function reactivate({ data: { teamIds } }: Of<'ReactivateUser'>, user: ExistingUser): readonly UserEvent[] {
  if (user.active) return [];
  const kept = user.profile.teamIds.filter((id) => !teamIds || teamIds.includes(id));
  const left = kept.length < user.profile.teamIds.length;
  return [
    { type: 'UserReactivated', data: {} },
    ...(left ? [{ type: 'UserDetailsChanged', data: { ...user.profile, teamIds: kept } } as const] : []),
  ];
}

/** One answer to whatever is wrong with an invitation: who tries tokens learns nothing. */
function accept({ data, metadata }: Of<'AcceptInvitation'>, user: ExistingUser): readonly UserEvent[] {
  const { invitation, active } = user;
  if (!active || invitation?.tokenHash !== data.tokenHash || invitation.expiresAt <= metadata.at) {
    throw new DomainError('user.invitation-invalid');
  }
  return [setPassword(data.passwordHash, metadata.at)];
}

/** A second account of the same issuer is somebody else, though the provider may have given them the same address. */
function link({ data }: Of<'LinkUserToProvider'>, user: ExistingUser): readonly UserEvent[] {
  if (!user.active) throw new DomainError('user.deactivated');
  const linked = user.providerAccounts.find(({ issuer }) => issuer === data.issuer);
  if (!linked) return [{ type: 'UserLinkedToProvider', data }];
  if (linked.subject !== data.subject) throw new DomainError('user.linked-to-another-account');
  return [];
}

function setPassword(hash: string, changedAt: string): UserEvent {
  return { type: 'UserPasswordChanged', data: { hash, changedAt } };
}

function refuseOneself({ metadata }: UserCommand, user: ExistingUser): void {
  if (metadata.actor.kind === 'user' && metadata.actor.id === userIdOf(user.email)) {
    throw new DomainError('user.not-oneself');
  }
}

function refuseSupervisorOfOneself(supervisorId: string | undefined, email: string): void {
  if (supervisorId === userIdOf(email)) throw new DomainError('user.supervisor-of-oneself');
}

/** In one order and each once, so that the same teams are the same list. */
function sorted(teamIds: readonly string[]): string[] {
  return [...new Set(teamIds)].sort();
}

function sameProfile(one: UserProfile, other: UserProfile): boolean {
  return (
    one.name === other.name &&
    one.role === other.role &&
    one.language === other.language &&
    one.timeZone === other.timeZone &&
    one.supervisorId === other.supervisorId &&
    one.teamIds.join() === other.teamIds.join()
  );
}

/** Total: an event that does not fit (there is none in a stream that was written by `decide`) changes nothing. */
function evolve(user: User, event: UserEvent): User {
  if (event.type === 'UserRegistered') {
    const { email, ...profile } = event.data;
    return {
      email,
      profile,
      passwordHash: null,
      sessionEpoch: 0,
      invitation: null,
      providerAccounts: [],
      active: true,
    };
  }
  if (!user) return user;
  switch (event.type) {
    case 'UserDetailsChanged':
      return { ...user, profile: event.data };
    case 'UserPasswordChanged':
      return { ...user, passwordHash: event.data.hash, invitation: null, sessionEpoch: user.sessionEpoch + 1 };
    case 'UserInvited':
      return { ...user, invitation: event.data };
    case 'UserLinkedToProvider':
      return { ...user, providerAccounts: [...user.providerAccounts, event.data] };
    case 'UserUnlinkedFromProvider':
      return { ...user, providerAccounts: user.providerAccounts.filter(({ issuer }) => issuer !== event.data.issuer) };
    case 'UserDeactivated':
      return { ...user, active: false, invitation: null, sessionEpoch: user.sessionEpoch + 1 };
    case 'UserReactivated':
      return { ...user, active: true, sessionEpoch: user.sessionEpoch + 1 };
  }
}
