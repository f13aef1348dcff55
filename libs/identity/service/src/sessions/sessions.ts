import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { EventStore } from '@leadline/engines/event-store';
import { isDomainError, loadState, type Actor } from '@leadline/event-sourcing';
import type { SignedIn } from '@leadline/identity-contracts';
import { sessionAggregate, sessionExpiresAtMs, type Session, type User } from '@leadline/identity-domain';
import { CLOCK, CONFIG, EVENT_STORE, ProblemError, type Clock, type Config } from '@leadline/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { metadataOf } from '../request-facts.js';
import { hashOf, newSecret } from '../secrets.js';
import { issueAccessToken } from '../tokens/access-tokens.js';
import { Keys } from '../tokens/keys.js';
import { myself } from '../users/myself.js';
import { Users } from '../users/users.js';
import { HandleSession } from './handle-session.js';
import { clearRefreshToken, refreshTokenOf, setRefreshToken, type RefreshToken } from './refresh-cookie.js';

export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Begins, continues and ends what follows a sign-in. Tokens go to the caller alone: the cookie is set here, and nowhere else. */
@Injectable()
export class Sessions {
  constructor(
    private readonly commands: CommandBus,
    private readonly users: Users,
    private readonly keys: Keys,
    @Inject(EVENT_STORE) private readonly eventStore: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Starts a session of a user who has just proved to be that one. */
  async start(userId: string, user: NonNullable<User>, exchange: Exchange): Promise<SignedIn> {
    const token: RefreshToken = { sessionId: randomUUID(), secret: newSecret() };
    const metadata = metadataOf(exchange.request, actorOf(userId, user), this.clock);
    const data = { userId, epoch: user.sessionEpoch, secretHash: hashOf(token.secret) };
    await this.commands.execute(new HandleSession(token.sessionId, { type: 'StartSession', data, metadata }));
    return this.signedIn(userId, user, token, exchange);
  }

  /**
   * Goes on with the session of the refresh cookie, which is used up by that.
   * @throws ProblemError 401 where there is no session to go on with
   */
  async refresh(exchange: Exchange): Promise<SignedIn> {
    try {
      return await this.continued(exchange);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      clearRefreshToken(exchange.reply, this.config);
      throw sessionEnded();
    }
  }

  /** Ends the session of the refresh cookie, where there is one. */
  async end({ request, reply }: Exchange): Promise<void> {
    clearRefreshToken(reply, this.config);
    const token = refreshTokenOf(request);
    const session = token && (await this.load(token.sessionId));
    const user = session && (await this.users.load(session.userId));
    if (!token || !session || !user) return;
    const metadata = metadataOf(request, actorOf(session.userId, user), this.clock);
    const data = { presentedHash: hashOf(token.secret) };
    await this.commands.execute(new HandleSession(token.sessionId, { type: 'SignOut', data, metadata }));
  }

  private async continued(exchange: Exchange): Promise<SignedIn> {
    const { request, reply } = exchange;
    const presented = refreshTokenOf(request);
    const session = presented && (await this.load(presented.sessionId));
    const user = session && (await this.users.load(session.userId));
    if (!presented || !session || !user) {
      clearRefreshToken(reply, this.config);
      throw sessionEnded();
    }
    const token: RefreshToken = { sessionId: presented.sessionId, secret: newSecret() };
    const data = {
      presentedHash: hashOf(presented.secret),
      nextHash: hashOf(token.secret),
      epoch: user.sessionEpoch,
    };
    const metadata = metadataOf(request, actorOf(session.userId, user), this.clock);
    const { events } = await this.commands.execute(
      new HandleSession(token.sessionId, { type: 'RefreshSession', data, metadata }),
    );
    if (events.some(({ type }) => type === 'SessionEnded')) {
      clearRefreshToken(reply, this.config);
      throw sessionEnded();
    }
    return this.signedIn(session.userId, user, token, exchange);
  }

  private async signedIn(
    userId: string,
    user: NonNullable<User>,
    token: RefreshToken,
    { reply }: Exchange,
  ): Promise<SignedIn> {
    const { token: accessToken, expiresAt } = await issueAccessToken(this.keys.ring, this.clock, {
      userId,
      sessionId: token.sessionId,
    });
    const session = await this.load(token.sessionId);
    const endsAtMs = session ? sessionExpiresAtMs(session) : this.clock.nowMs();
    setRefreshToken(reply, this.config, token, endsAtMs - this.clock.nowMs());
    void reply.header('cache-control', 'no-store');
    return { accessToken, expiresAt, user: myself(userId, user) };
  }

  private async load(sessionId: string): Promise<Session> {
    return (await loadState(this.eventStore, sessionAggregate, sessionAggregate.codec.streamOf(sessionId))).state;
  }
}

function actorOf(userId: string, { profile }: NonNullable<User>): Actor {
  return { kind: 'user', id: userId, name: profile.name };
}

function sessionEnded(): ProblemError {
  return new ProblemError(
    401,
    'identity.session-ended',
    { en: 'Your session is over. Please sign in again.', de: 'Ihre Sitzung ist beendet. Bitte neu anmelden.' },
    { headers: { 'www-authenticate': 'Bearer realm="leadline"' } },
  );
}
