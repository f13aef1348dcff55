import { describe, expect, it } from '@jest/globals';
import type { CommandMetadata } from '@leadline/event-sourcing';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import { foldEmail, userIdOf } from './user-id.js';
import type { UserEvent } from './user.events.js';
import { userAggregate, type UserCommand } from './user.js';

const { decider } = userAggregate;
const profile = { name: 'Eva Müller', role: 'agent', language: 'de', timeZone: 'Europe/Berlin' } as const;
const registered: UserEvent = { type: 'UserRegistered', data: { ...profile, email: 'eva@example.com' } };
const deactivated: UserEvent = { type: 'UserDeactivated', data: {} };
const hash = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA';

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

describe("changing a user's details", () => {
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

  it('is not for oneself', () =>
    given(decider, registered).when(simple('DeactivateUser', herself)).thenRejects('user.not-oneself'));
});
