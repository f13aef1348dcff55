import { event, eventCodec, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';

/** Why a session ended before its time. */
export const sessionEnds = ['signedOut', 'refreshTokenReused'] as const;

export const sessionEvents = {
  SessionStarted: event(
    'A user signed in. Of the refresh token only its hash is kept.',
    z.strictObject({
      userId: z.uuid(),
      /** The user's session epoch then: another one later ends the session. */
      epoch: z.int().nonnegative(),
      secretHash: z.string().min(1),
      startedAt: z.iso.datetime(),
    }),
  ),
  SessionRefreshed: event(
    'The refresh token was exchanged for the next one, and is used up.',
    z.strictObject({ secretHash: z.string().min(1), refreshedAt: z.iso.datetime() }),
  ),
  SessionEnded: event(
    'Neither refresh token nor access tokens of the session count any more.',
    z.strictObject({ reason: z.enum(sessionEnds) }),
  ),
};

export type SessionEnd = (typeof sessionEnds)[number];
export type SessionEvent = EventsOf<typeof sessionEvents>;

export const sessionCodec = eventCodec('session', sessionEvents);
