import type { EventStore } from '@leadline/engines/event-store';
import { loadState } from '@leadline/event-sourcing';
import { apiKeyAggregate, sessionAggregate, userAggregate } from '@leadline/identity-domain';
import { LruCache, systemClock, type Authenticator, type Caller, type Clock } from '@leadline/service-kit';
import { looksLikeApiKey, parseApiKey } from '../api-keys/api-key-text.js';
import { isSecretOf } from '../secrets.js';
import { verifyAccessToken, type AccessClaims } from './access-tokens.js';
import { keepFresh } from './keep-fresh.js';
import { keyRing } from './key-ring.js';

const REMEMBERED_TOKENS = 10_000;

/** A user as the guard needs them; no caller where they may not enter. */
interface KnownUser {
  readonly caller: Caller | null;
  readonly epoch: number;
}

interface KnownSession {
  /** Of the user who it belongs to, when it began; null where it has ended, or never was. */
  readonly epoch: number | null;
}

interface KnownApiKey {
  readonly caller: Caller | null;
  readonly secretHash: string;
  readonly expiresAtMs: number;
}

/**
 * The guard's knowledge of tokens, users, sessions and API keys. Reads them from their own streams, so a new one may enter
 * at once, and no read model need be there. A signature is checked once per token; after that a request waits for
 * nothing. Whoever was deactivated, signed out or revoked is out within a minute, in every process.
 */
export function createAuthenticator(options: {
  readonly eventStore: EventStore;
  readonly clock?: Clock;
}): Authenticator {
  const { eventStore, clock = systemClock } = options;
  const keys = keyRing(eventStore, clock);
  const tokens = new LruCache<string, AccessClaims>(REMEMBERED_TOKENS);
  const users = keepFresh((id) => readUser(eventStore, id), clock);
  const sessions = keepFresh((id) => readSession(eventStore, id), clock);
  const apiKeys = keepFresh((id) => readApiKey(eventStore, id), clock);

  async function slowly(token: string, known: AccessClaims | undefined): Promise<Caller | null> {
    const claims = known ?? (await verifyAccessToken(keys, clock, token));
    if (!claims) return null;
    tokens.set(token, claims);
    const [user, { epoch }] = await Promise.all([users.get(claims.userId), sessions.get(claims.sessionId)]);
    // Epochs only grow: a session of a later one than is known of the user began after the user was read.
    if (epoch !== null && epoch > user.epoch) return admitted(await users.reread(claims.userId), epoch);
    return admitted(user, epoch);
  }

  async function byApiKey(text: string): Promise<Caller | null> {
    const presented = parseApiKey(text);
    if (!presented) return null;
    const { caller, secretHash, expiresAtMs } = await apiKeys.get(presented.id);
    return isSecretOf(presented.secret, secretHash) && expiresAtMs > clock.nowMs() ? caller : null;
  }

  return {
    authenticate(token) {
      if (looksLikeApiKey(token)) return byApiKey(token);
      const claims = tokens.get(token);
      if (!claims) return slowly(token, claims);
      if (claims.expiresAtMs <= clock.nowMs()) {
        tokens.delete(token);
        return null;
      }
      const user = users.atOnce(claims.userId);
      const session = sessions.atOnce(claims.sessionId);
      return user && session && session.epoch === user.epoch ? user.caller : slowly(token, claims);
    },
  };
}

function admitted({ caller, epoch }: KnownUser, sessionEpoch: number | null): Caller | null {
  return sessionEpoch === epoch ? caller : null;
}

async function readUser(eventStore: EventStore, userId: string): Promise<KnownUser> {
  const { state: user } = await loadState(eventStore, userAggregate, userAggregate.codec.streamOf(userId));
  if (!user?.active) return { caller: null, epoch: user?.sessionEpoch ?? 0 };
  const { name, role, language, timeZone } = user.profile;
  return {
    caller: { actor: { kind: 'user', id: userId, name }, role, language, timeZone },
    epoch: user.sessionEpoch,
  };
}

async function readSession(eventStore: EventStore, sessionId: string): Promise<KnownSession> {
  const stream = sessionAggregate.codec.streamOf(sessionId);
  const { state: session } = await loadState(eventStore, sessionAggregate, stream);
  return { epoch: session && session.ended === null ? session.epoch : null };
}

/** Reaches as far as an administrator, and there only as far as its scopes: the guard sees to it. */
async function readApiKey(eventStore: EventStore, id: string): Promise<KnownApiKey> {
  const { state: key } = await loadState(eventStore, apiKeyAggregate, apiKeyAggregate.codec.streamOf(id));
  if (!key || key.revoked) return { caller: null, secretHash: '', expiresAtMs: 0 };
  const { name, scopes, secretHash, expiresAt } = key;
  return {
    caller: {
      actor: { kind: 'apiKey', id, name },
      role: 'administrator',
      language: 'en',
      timeZone: 'UTC',
      scopes,
    },
    secretHash,
    expiresAtMs: expiresAt === null ? Infinity : Date.parse(expiresAt),
  };
}
