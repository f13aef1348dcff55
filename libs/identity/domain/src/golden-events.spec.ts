import { describe, it } from '@jest/globals';
import { checkGoldenEvents } from '@leadline/event-sourcing/testing';
import { resolve } from 'node:path';
import { signingKeyAggregate } from './signing-key/signing-key.js';
import { userAggregate } from './user/user.js';

const profile = {
  name: 'Eva Müller',
  role: 'supervisor',
  language: 'de',
  timeZone: 'Europe/Berlin',
  supervisorId: '01990000-0000-7000-8000-000000000001',
} as const;

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
        UserDeactivated: {},
        UserReactivated: {},
      },
    }));

  it('still fold into keys', () =>
    checkGoldenEvents({
      folder: resolve(import.meta.dirname, '../golden/signing-key'),
      codec: signingKeyAggregate.codec,
      ...signingKeyAggregate.decider,
      examples: { SigningKeyCreated: { kid: 'one', x: 'bm90IGEga2V5', d: 'bm90IGEga2V5IGVpdGhlcg' } },
    }));
});
