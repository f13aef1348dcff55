import { describe, expect, it } from '@jest/globals';
import { checkDecider, given, testMetadata } from '@leadline/event-sourcing/testing';
import fc from 'fast-check';
import type { SessionEvent } from './session.events.js';
import { sessionAggregate, sessionExpiresAtMs, type Session, type SessionCommand } from './session.js';

const { decider } = sessionAggregate;
const userId = '01990000-0000-7000-8000-0000000000aa';
const { at } = testMetadata;
const later = (days: number): string => new Date(Date.parse(at) + days * 86_400_000).toISOString();

const started: SessionEvent = {
  type: 'SessionStarted',
  data: { userId, epoch: 2, secretHash: 'first', startedAt: at },
};
const refreshed = (secretHash: string, refreshedAt = at): SessionEvent => ({
  type: 'SessionRefreshed',
  data: { secretHash, refreshedAt },
});
const ended = (reason: 'signedOut' | 'refreshTokenReused'): SessionEvent => ({
  type: 'SessionEnded',
  data: { reason },
});
const refresh = (presentedHash: string, nextHash: string, when = at, epoch = 2): SessionCommand => ({
  type: 'RefreshSession',
  data: { presentedHash, nextHash, epoch },
  metadata: { ...testMetadata, at: when },
});
const signOut = (presentedHash: string): SessionCommand => ({
  type: 'SignOut',
  data: { presentedHash },
  metadata: testMetadata,
});

describe('a session', () => {
  it('starts once', () => {
    const start: SessionCommand = {
      type: 'StartSession',
      data: { userId, epoch: 2, secretHash: 'first' },
      metadata: testMetadata,
    };
    given(decider).when(start).then(started);
    given(decider, started).when(start).then();
  });

  it('goes on with a new token each time', () => {
    given(decider, started).when(refresh('first', 'second')).then(refreshed('second'));
    given(decider, started, refreshed('second')).when(refresh('second', 'third')).then(refreshed('third'));
  });

  it('ends when a token of its own comes a second time', () => {
    const history = [started, refreshed('second'), refreshed('third')];
    given(decider, ...history)
      .when(refresh('first', 'mine'))
      .then(ended('refreshTokenReused'));
    given(decider, ...history)
      .when(signOut('second'))
      .then(ended('refreshTokenReused'));
    given(decider, ...history, ended('refreshTokenReused'))
      .when(refresh('third', 'x'))
      .thenRejects('session.ended');
  });

  it('ends when its user signs out', () => {
    given(decider, started).when(signOut('first')).then(ended('signedOut'));
    given(decider, started, ended('signedOut')).when(signOut('first')).then();
    given(decider, started, ended('signedOut')).when(refresh('first', 'x')).thenRejects('session.ended');
  });

  it('ends with the epoch of its user, whoever holds the token', () =>
    given(decider, started)
      .when(refresh('first', 'x', at, 3))
      .thenRejects('session.ended'));

  it('ends after fourteen days unused, and ninety in all', () => {
    given(decider, started)
      .when(refresh('first', 'x', later(13.9)))
      .then(refreshed('x', later(13.9)));
    given(decider, started)
      .when(refresh('first', 'x', later(14)))
      .thenRejects('session.expired');
    given(decider, started, refreshed('x', later(89)))
      .when(refresh('x', 'y', later(89.9)))
      .then(refreshed('y', later(89.9)));
    given(decider, started, refreshed('x', later(89)))
      .when(refresh('x', 'y', later(90)))
      .thenRejects('session.expired');
  });

  it('that never was cannot be refreshed', () => {
    given(decider).when(refresh('a', 'b')).thenRejects('session.not-found');
    given(decider).when(signOut('a')).thenRejects('session.not-found');
  });

  it('never outlives its limits, whatever is asked', () => {
    const hash = fc.constantFrom('first', 'second', 'third');
    const when = fc.constantFrom(at, later(1), later(20), later(100));
    const epoch = fc.constantFrom(1, 2);
    return checkDecider<Session, SessionCommand, SessionEvent>({
      aggregate: sessionAggregate,
      first: (metadata) =>
        fc
          .record({ userId: fc.constant(userId), epoch, secretHash: hash })
          .map((data) => ({ type: 'StartSession', data, metadata })),
      command: (metadata) =>
        fc.oneof(
          fc
            .record({ presentedHash: hash, nextHash: hash, epoch, at: when })
            .map(({ at: moment, ...data }): SessionCommand => ({
              type: 'RefreshSession',
              data,
              metadata: { ...metadata, at: moment },
            })),
          fc.record({ presentedHash: hash }).map((data): SessionCommand => ({ type: 'SignOut', data, metadata })),
        ),
      invariant: (session) => {
        if (!session) return;
        expect(sessionExpiresAtMs(session)).toBeLessThanOrEqual(Date.parse(later(90)));
        expect(Date.parse(session.refreshedAt)).toBeGreaterThanOrEqual(Date.parse(session.startedAt));
      },
    });
  });
});
