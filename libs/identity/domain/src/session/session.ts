import { DomainError, type Aggregate, type Command } from '@leadline/event-sourcing';
import { sessionCodec, type SessionEnd, type SessionEvent } from './session.events.js';

/** What grew out of one sign-in, or null where there is none by that id. */
export type Session = {
  readonly userId: string;
  readonly epoch: number;
  /** Of the one refresh token that may be used now. */
  readonly secretHash: string;
  readonly startedAt: string;
  readonly refreshedAt: string;
  readonly ended: SessionEnd | null;
} | null;

type ExistingSession = NonNullable<Session>;

export type SessionCommand =
  | Command<'StartSession', { readonly userId: string; readonly epoch: number; readonly secretHash: string }>
  /** `epoch`: the user's present one. */
  | Command<'RefreshSession', { readonly presentedHash: string; readonly nextHash: string; readonly epoch: number }>
  | Command<'SignOut', { readonly presentedHash: string }>;

export const sessionAggregate: Aggregate<Session, SessionCommand, SessionEvent> = {
  decider: { initialState: () => null, decide, evolve },
  codec: sessionCodec,
  stateVersion: 1,
};

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Unused for so long, a session is over: holidays must not sign one out. */
const IDLE_LIMIT_MS = 14 * DAY_MS;
/** However much it is used, so long after it one signs in anew. */
const ABSOLUTE_LIMIT_MS = 90 * DAY_MS;

/** When the session is over by itself if it is not refreshed before. Milliseconds since 1970. */
export function sessionExpiresAtMs({ startedAt, refreshedAt }: ExistingSession): number {
  return Math.min(Date.parse(refreshedAt) + IDLE_LIMIT_MS, Date.parse(startedAt) + ABSOLUTE_LIMIT_MS);
}

type Of<Type extends SessionCommand['type']> = Extract<SessionCommand, { type: Type }>;

function decide(command: SessionCommand, session: Session): readonly SessionEvent[] {
  if (command.type === 'StartSession') {
    const { data, metadata } = command;
    return session ? [] : [{ type: 'SessionStarted', data: { ...data, startedAt: metadata.at } }];
  }
  if (!session) throw new DomainError('session.not-found');
  switch (command.type) {
    case 'RefreshSession':
      return refresh(command, session);
    case 'SignOut': {
      if (session.ended !== null) return [];
      const isCurrent = command.data.presentedHash === session.secretHash;
      return [{ type: 'SessionEnded', data: { reason: isCurrent ? 'signedOut' : 'refreshTokenReused' } }];
    }
  }
}

/**
 * A token of this session that is not the present one was used before: by its owner or by a thief, and nobody can tell
 * which (RFC 9700 section 4.14.2). So the session ends for both.
 */
function refresh({ data, metadata }: Of<'RefreshSession'>, session: ExistingSession): readonly SessionEvent[] {
  if (session.ended !== null || session.epoch !== data.epoch) throw new DomainError('session.ended');
  if (Date.parse(metadata.at) >= sessionExpiresAtMs(session)) throw new DomainError('session.expired');
  if (data.presentedHash !== session.secretHash) {
    return [{ type: 'SessionEnded', data: { reason: 'refreshTokenReused' } }];
  }
  return [{ type: 'SessionRefreshed', data: { secretHash: data.nextHash, refreshedAt: metadata.at } }];
}

/** Total: what does not fit changes nothing. */
function evolve(session: Session, { type, data }: SessionEvent): Session {
  if (type === 'SessionStarted') return { ...data, refreshedAt: data.startedAt, ended: null };
  if (!session) return session;
  switch (type) {
    case 'SessionRefreshed':
      return { ...session, ...data };
    case 'SessionEnded':
      return { ...session, ended: data.reason };
  }
}
