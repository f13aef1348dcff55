import { describe, it } from '@jest/globals';
import { checkGoldenEvents } from '@leadline/event-sourcing/testing';
import { resolve } from 'node:path';
import { apiKeyAggregate } from './api-key/api-key.js';
import { sessionAggregate } from './session/session.js';
import { signInAttemptsAggregate } from './sign-in-attempts/sign-in-attempts.js';
import { signingKeyAggregate } from './signing-key/signing-key.js';
import { teamsAggregate } from './teams/teams.js';
import { userAggregate } from './user/user.js';

const profile = {
  name: 'Eva Müller',
  role: 'supervisor' as const,
  language: 'de' as const,
  timeZone: 'Europe/Berlin',
  supervisorId: '01990000-0000-7000-8000-000000000001',
  teamIds: ['01990000-0000-7000-8000-000000000002'],
};

describe('events once stored', () => {
  it('still fold into a user', () =>
    checkGoldenEvents({
      folder: resolve(import.meta.dirname, '../golden/user'),
      codec: userAggregate.codec,
      ...userAggregate.decider,
      examples: {
        UserRegistered: { ...profile, email: 'eva@example.com' },
        UserDetailsChanged: profile,
        UserPasswordChanged: {
          hash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaA',
          changedAt: '2026-11-02T09:00:00.000Z',
        },
        UserInvited: { tokenHash: 'aGFzaA', expiresAt: '2026-11-09T09:00:00.000Z' },
        UserLinkedToProvider: { issuer: 'https://login.example.com', subject: '248289761001' },
        UserUnlinkedFromProvider: { issuer: 'https://login.example.com', subject: '248289761001' },
        UserDeactivated: {},
        UserReactivated: {},
      },
    }));

  it('still fold into teams', () => {
    const teamId = '01990000-0000-7000-8000-000000000002';
    checkGoldenEvents({
      folder: resolve(import.meta.dirname, '../golden/teams'),
      codec: teamsAggregate.codec,
      ...teamsAggregate.decider,
      examples: {
        TeamCreated: { teamId, name: 'South' },
        TeamRenamed: { teamId, name: 'South West' },
        TeamDeactivated: { teamId },
        TeamReactivated: { teamId },
      },
    });
  });

  it('still fold into keys', () =>
    checkGoldenEvents({
      folder: resolve(import.meta.dirname, '../golden/signing-key'),
      codec: signingKeyAggregate.codec,
      ...signingKeyAggregate.decider,
      examples: {
        SigningKeyCreated: {
          kid: 'one',
          x: 'bm90IGEga2V5',
          d: 'bm90IGEga2V5IGVpdGhlcg',
          createdAt: '2026-11-02T09:00:00.000Z',
        },
      },
    }));

  it('still fold into sessions', () =>
    checkGoldenEvents({
      folder: resolve(import.meta.dirname, '../golden/session'),
      codec: sessionAggregate.codec,
      ...sessionAggregate.decider,
      examples: {
        SessionStarted: {
          userId: '01990000-0000-7000-8000-000000000001',
          epoch: 1,
          secretHash: 'aGFzaA',
          startedAt: '2026-11-02T09:00:00.000Z',
        },
        SessionRefreshed: { secretHash: 'aGFzaDI', refreshedAt: '2026-11-02T09:15:00.000Z' },
        SessionEnded: { reason: 'signedOut' },
      },
    }));

  it('still fold into API keys', () =>
    checkGoldenEvents({
      folder: resolve(import.meta.dirname, '../golden/api-key'),
      codec: apiKeyAggregate.codec,
      ...apiKeyAggregate.decider,
      examples: {
        ApiKeyCreated: {
          name: 'Website',
          scopes: ['leads:read', 'leads:write'],
          secretHash: 'aGFzaA',
          createdAt: '2026-11-02T09:00:00.000Z',
          expiresAt: '2027-11-02T09:00:00.000Z',
        },
        ApiKeyRevoked: {},
      },
    }));

  it('still fold into attempts to sign in', () =>
    checkGoldenEvents({
      folder: resolve(import.meta.dirname, '../golden/sign-in-attempts'),
      codec: signInAttemptsAggregate.codec,
      ...signInAttemptsAggregate.decider,
      examples: {
        SignInFailed: { failures: 6, failedAt: '2026-11-02T09:00:00.000Z' },
        SignInFailuresForgotten: {},
      },
    }));
});
