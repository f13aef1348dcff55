import { describe, expect, it } from '@jest/globals';
import { checkDecider } from '@leadline/event-sourcing/testing';
import fc from 'fast-check';
import { foldEmail } from './user-id.js';
import { languages, roles } from './user.events.js';
import { userAggregate, type User, type UserCommand } from './user.js';

const profile = {
  name: fc.constantFrom('Eva', 'Jörg', ' '),
  role: fc.constantFrom(...roles),
  language: fc.constantFrom(...languages),
  timeZone: fc.constantFrom('Europe/Berlin', 'UTC'),
  teamIds: fc.array(fc.constantFrom(...['1', '2', '3'].map((digit) => `01990000-0000-7000-8000-00000000000${digit}`))),
};
const invitation = fc.record({
  tokenHash: fc.constantFrom('one', 'two'),
  expiresAt: fc.constantFrom('2026-11-01T09:00:00.000Z', '2026-11-09T09:00:00.000Z'),
});
const hash = fc.constantFrom('$argon2id$one', '$argon2id$two');
const supervisorId = fc.constantFrom('01990000-0000-7000-8000-000000000001', '01990000-0000-7000-8000-000000000002');

type Data<Type extends UserCommand['type']> = Extract<UserCommand, { type: Type }>['data'];

const data: { readonly [Type in UserCommand['type']]: fc.Arbitrary<Data<Type>> } = {
  RegisterUser: fc.record(
    {
      ...profile,
      email: fc.constantFrom('Eva@Example.com', ' jö@x.de '),
      supervisorId,
      passwordHash: hash,
      invitation,
    },
    { requiredKeys: ['name', 'role', 'language', 'timeZone', 'teamIds', 'email'] },
  ),
  ChangeUser: fc.record(
    { ...profile, supervisorId: fc.option(supervisorId), passwordHash: hash },
    { requiredKeys: [] },
  ),
  DeactivateUser: fc.constant({}),
  ReactivateUser: fc.record({ teamIds: profile.teamIds }, { requiredKeys: [] }),
  InviteUser: invitation,
  AcceptInvitation: fc.record({ tokenHash: fc.constantFrom('one', 'two'), passwordHash: hash }),
  LinkUserToProvider: fc.record({
    issuer: fc.constantFrom('https://a.example', 'https://b.example'),
    subject: fc.constantFrom('1', '2'),
  }),
  UnlinkUserFromProvider: fc.constant({}),
};

describe('a user, whatever is asked', () => {
  it('keeps a folded address and a whole profile, and repeats nothing', () =>
    checkDecider<User, UserCommand, Parameters<typeof userAggregate.decider.evolve>[1]>({
      aggregate: userAggregate,
      first: (metadata) => data.RegisterUser.map((sent) => ({ type: 'RegisterUser', data: sent, metadata })),
      command: (metadata) =>
        fc.oneof(
          data.RegisterUser.map((sent): UserCommand => ({ type: 'RegisterUser', data: sent, metadata })),
          data.ChangeUser.map((sent): UserCommand => ({ type: 'ChangeUser', data: sent, metadata })),
          data.DeactivateUser.map((sent): UserCommand => ({ type: 'DeactivateUser', data: sent, metadata })),
          data.ReactivateUser.map((sent): UserCommand => ({ type: 'ReactivateUser', data: sent, metadata })),
          data.InviteUser.map((sent): UserCommand => ({ type: 'InviteUser', data: sent, metadata })),
          data.AcceptInvitation.map((sent): UserCommand => ({ type: 'AcceptInvitation', data: sent, metadata })),
          data.UnlinkUserFromProvider.map((sent): UserCommand => ({
            type: 'UnlinkUserFromProvider',
            data: sent,
            metadata,
          })),
          data.LinkUserToProvider.map((sent): UserCommand => ({ type: 'LinkUserToProvider', data: sent, metadata })),
        ),
      invariant: (user) => {
        if (!user) return;
        expect(user.email).toBe(foldEmail(user.email));
        expect(roles).toContain(user.profile.role);
        expect(languages).toContain(user.profile.language);
        expect(user.profile.teamIds).toEqual([...new Set(user.profile.teamIds)].sort());
        expect(new Set(user.providerAccounts.map(({ issuer }) => issuer)).size).toBe(user.providerAccounts.length);
        if (!user.active) expect(user.invitation).toBeNull();
      },
    }));
});
