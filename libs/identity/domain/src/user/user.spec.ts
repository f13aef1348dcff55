import { describe, expect, it } from '@jest/globals';
import type { CommandMetadata } from '@leadline/event-sourcing';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import { foldEmail, userIdOf } from './user-id.js';
import type { UserEvent, UserProfile } from './user.events.js';
import { userAggregate, type UserCommand } from './user.js';

const { decider } = userAggregate;
const profile: UserProfile = {
  name: 'Eva Müller',
  role: 'agent',
  language: 'de',
  timeZone: 'Europe/Berlin',
  teamIds: [],
};
const registered: UserEvent = { type: 'UserRegistered', data: { ...profile, email: 'eva@example.com' } };
const deactivated: UserEvent = { type: 'UserDeactivated', data: {} };
const hash = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA';
const invitation = { tokenHash: 'one', expiresAt: '2026-11-09T09:00:00.000Z' };

type Of<Type extends UserCommand['type']> = Extract<UserCommand, { type: Type }>;
const register = (data: Partial<Of<'RegisterUser'>['data']> = {}): UserCommand => ({
  type: 'RegisterUser',
  data: { ...profile, email: 'eva@example.com', ...data },
  metadata: testMetadata,
});
const change = (data: Of<'ChangeUser'>['data'], metadata = testMetadata): UserCommand => ({
  type: 'ChangeUser',
  data,
  metadata,
});
const simple = (type: 'DeactivateUser' | 'ReactivateUser', metadata = testMetadata): UserCommand => ({
  type,
  data: {},
  metadata,
});
const herself: CommandMetadata = {
  ...testMetadata,
  actor: { kind: 'user', id: userIdOf('eva@example.com'), name: 'Eva' },
};

describe('registering a user', () => {
  it('keeps the address folded', () =>
    given(decider)
      .when(register({ email: ' Eva@Example.COM ' }))
      .then(registered));

  it('with a password keeps its hash in an event of its own', () =>
    given(decider)
      .when(register({ passwordHash: hash }))
      .then(registered, { type: 'UserPasswordChanged', data: { hash, changedAt: testMetadata.at } }));

  it('is refused where the address is taken, also by someone deactivated', () => {
    given(decider, registered).when(register()).thenRejects('user.email-taken');
    given(decider, registered, deactivated).when(register()).thenRejects('user.email-taken');
  });

  it('gives one id to all ways of writing an address', () => {
    expect(userIdOf(' EVA@example.com')).toBe(userIdOf('eva@EXAMPLE.com'));
    expect(userIdOf('eva@example.com')).not.toBe(userIdOf('eve@example.com'));
    expect(foldEmail('Jo\u0308rg@x.de')).toBe(foldEmail('J\u00f6rg@x.de'));
  });
});

describe('an invitation', () => {
  const invited: UserEvent = { type: 'UserInvited', data: invitation };
  const accept = (tokenHash: string, at = testMetadata.at): UserCommand => ({
    type: 'AcceptInvitation',
    data: { tokenHash, passwordHash: hash },
    metadata: { ...testMetadata, at },
  });
  const set: UserEvent = { type: 'UserPasswordChanged', data: { hash, changedAt: testMetadata.at } };

  it('comes with the registration, or later', () => {
    given(decider).when(register({ invitation })).then(registered, invited);
    given(decider, registered).when({ type: 'InviteUser', data: invitation, metadata: testMetadata }).then(invited);
    given(decider, registered, deactivated)
      .when({ type: 'InviteUser', data: invitation, metadata: testMetadata })
      .thenRejects('user.deactivated');
  });

  it('lets its holder set a password once', () => {
    given(decider, registered, invited).when(accept('one')).then(set);
    given(decider, registered, invited, set).when(accept('one')).thenRejects('user.invitation-invalid');
  });

  it('ends when another one is sent, in time, and with the user', () => {
    const another: UserEvent = { type: 'UserInvited', data: { ...invitation, tokenHash: 'two' } };
    given(decider, registered, invited, another).when(accept('one')).thenRejects('user.invitation-invalid');
    given(decider, registered, invited)
      .when(accept('one', invitation.expiresAt))
      .thenRejects('user.invitation-invalid');
    given(decider, registered, invited, deactivated).when(accept('one')).thenRejects('user.invitation-invalid');
    given(decider, registered).when(accept('one')).thenRejects('user.invitation-invalid');
  });
});

describe('an account at a provider', () => {
  const linked: Extract<UserEvent, { type: 'UserLinkedToProvider' }> = {
    type: 'UserLinkedToProvider',
    data: { issuer: 'https://login.example.com', subject: 'eva' },
  };
  const link = (data: Of<'LinkUserToProvider'>['data']): UserCommand => ({
    type: 'LinkUserToProvider',
    data,
    metadata: testMetadata,
  });

  it('is linked once, and nobody else by the same address later', () => {
    given(decider, registered).when(link(linked.data)).then(linked);
    given(decider, registered, linked).when(link(linked.data)).then();
    given(decider, registered, linked)
      .when(link({ ...linked.data, subject: 'another eva' }))
      .thenRejects('user.linked-to-another-account');
    given(decider, registered, deactivated).when(link(linked.data)).thenRejects('user.deactivated');
  });

  it('can be unlinked, and then be followed by another', () => {
    const unlink: UserCommand = { type: 'UnlinkUserFromProvider', data: {}, metadata: testMetadata };
    const unlinked: UserEvent = { type: 'UserUnlinkedFromProvider', data: linked.data };
    given(decider, registered, linked).when(unlink).then(unlinked);
    given(decider, registered).when(unlink).then();
    const another = { ...linked.data, subject: 'another eva' };
    given(decider, registered, linked, unlinked)
      .when(link(another))
      .then({ type: 'UserLinkedToProvider', data: another });
  });
});

describe("changing a user's details", () => {
  it('puts them in teams, whatever the order', () => {
    const [north, south] = ['01990000-0000-7000-8000-000000000001', '01990000-0000-7000-8000-000000000002'];
    const member: UserEvent = { type: 'UserDetailsChanged', data: { ...profile, teamIds: [north, south] } };
    given(decider, registered)
      .when(change({ teamIds: [south, north, south] }))
      .then(member);
    given(decider, registered, member)
      .when(change({ teamIds: [south, north] }))
      .then();
  });

  it('makes nobody their own supervisor', () => {
    const supervisorId = userIdOf('eva@example.com');
    given(decider).when(register({ supervisorId })).thenRejects('user.supervisor-of-oneself');
    given(decider, registered).when(change({ supervisorId })).thenRejects('user.supervisor-of-oneself');
  });

  it('tells them as a whole', () =>
    given(decider, registered)
      .when(change({ role: 'supervisor', language: 'en' }))
      .then({ type: 'UserDetailsChanged', data: { ...profile, role: 'supervisor', language: 'en' } }));

  it('sets and clears the supervisor', () => {
    const supervisorId = '01990000-0000-7000-8000-000000000001';
    const changed: UserEvent = { type: 'UserDetailsChanged', data: { ...profile, supervisorId } };
    given(decider, registered).when(change({ supervisorId })).then(changed);
    given(decider, registered, changed)
      .when(change({ supervisorId: null }))
      .then({ type: 'UserDetailsChanged', data: profile });
  });

  it('to what they are already changes nothing', () =>
    given(decider, registered)
      .when(change({ ...profile, supervisorId: null }))
      .then());

  it('lets nobody change their own role, but their name', () => {
    given(decider, registered)
      .when(change({ role: 'administrator' }, herself))
      .thenRejects('user.not-oneself');
    given(decider, registered)
      .when(change({ name: 'Eva Maier' }, herself))
      .then({ type: 'UserDetailsChanged', data: { ...profile, name: 'Eva Maier' } });
  });

  it('is refused where there is no user, or a deactivated one', () => {
    given(decider)
      .when(change({ name: 'X' }))
      .thenRejects('user.not-found');
    given(decider, registered, deactivated)
      .when(change({ name: 'X' }))
      .thenRejects('user.deactivated');
  });
});

describe('a password', () => {
  const set = (passwordHash: string): UserCommand => change({ passwordHash });

  it('is changed, and not twice to the same hash', () => {
    const changed: UserEvent = { type: 'UserPasswordChanged', data: { hash, changedAt: testMetadata.at } };
    given(decider, registered).when(set(hash)).then(changed);
    given(decider, registered, changed).when(set(hash)).then();
  });

  it('may change together with the rest', () =>
    given(decider, registered)
      .when(change({ name: 'Eva Maier', passwordHash: hash }))
      .then(
        { type: 'UserDetailsChanged', data: { ...profile, name: 'Eva Maier' } },
        { type: 'UserPasswordChanged', data: { hash, changedAt: testMetadata.at } },
      ));

  it('of a deactivated user stays as it is', () =>
    given(decider, registered, deactivated).when(set(hash)).thenRejects('user.deactivated'));
});

describe('deactivating', () => {
  it('ends sign-in, reactivating allows it again; twice changes nothing', () => {
    given(decider, registered).when(simple('DeactivateUser')).then(deactivated);
    given(decider, registered, deactivated).when(simple('DeactivateUser')).then();
    given(decider, registered, deactivated).when(simple('ReactivateUser')).then({ type: 'UserReactivated', data: {} });
    given(decider, registered).when(simple('ReactivateUser')).then();
  });

  it('ends sessions and the open invitation', () =>
    given(decider, registered, { type: 'UserInvited', data: invitation })
      .when(simple('DeactivateUser'))
      .thenState((user) => expect(user).toMatchObject({ sessionEpoch: 1, invitation: null })));

  it('and reactivating leaves the teams that are no longer there', () => {
    const [north, south] = ['01990000-0000-7000-8000-000000000001', '01990000-0000-7000-8000-000000000002'];
    const member: UserEvent = { type: 'UserDetailsChanged', data: { ...profile, teamIds: [north, south] } };
    given(decider, registered, member, deactivated)
      .when({ type: 'ReactivateUser', data: { teamIds: [south] }, metadata: testMetadata })
      .then(
        { type: 'UserReactivated', data: {} },
        { type: 'UserDetailsChanged', data: { ...profile, teamIds: [south] } },
      );
  });

  it('is not for oneself', () =>
    given(decider, registered).when(simple('DeactivateUser', herself)).thenRejects('user.not-oneself'));
});
