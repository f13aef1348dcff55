import type { EventStore } from '@leadline/engines/event-store';
import { loadState } from '@leadline/event-sourcing';
import { userAggregate } from '@leadline/identity-domain';
import { LruCache, systemClock, type Authenticator, type Caller, type Clock } from '@leadline/service-kit';
import { verifyToken, type TokenClaims } from './access-tokens.js';
import { loadSigningKeys, type SigningKeys } from './signing-keys.js';

/** What a user may is looked up anew in the background after this, */
const FRESH_MS = 20_000;
/** and never believed for longer than this: so long may a deactivated user go on. */
const STALE_MS = 60_000;
const REMEMBERED = 10_000;

const EPOCH = '1970-01-01T00:00:00.000Z';

/** A user as the guard needs them; null where they may not enter. */
interface KnownUser {
  readonly caller: Caller | null;
  /** Tokens from before do not count. */
  readonly passwordChangedAtMs: number;
  readonly readAtMs: number;
}

/**
 * The guard's knowledge of tokens and users. Reads users from their own streams, so a new one may enter at once, and no
 * read model need be there. A signature is checked once per token; after that a request waits for nothing.
 */
export function createAuthenticator(options: {
  readonly eventStore: EventStore;
  readonly clock?: Clock;
}): Authenticator {
  const { eventStore, clock = systemClock } = options;
  const tokens = new LruCache<string, TokenClaims>(REMEMBERED);
  const users = new LruCache<string, KnownUser>(REMEMBERED);
  const reading = new Map<string, Promise<KnownUser>>();
  let keys: Promise<SigningKeys> | null = null;

  async function signingKeys(): Promise<SigningKeys> {
    keys ??= loadSigningKeys(eventStore, clock).catch((error: unknown) => {
      keys = null;
      throw error;
    });
    return keys;
  }

  async function read(userId: string): Promise<KnownUser> {
    const user = await readUser(eventStore, userId, clock);
    users.set(userId, user);
    return user;
  }

  function readOnce(userId: string): Promise<KnownUser> {
    const present = reading.get(userId);
    if (present) return present;
    const started = read(userId).finally(() => reading.delete(userId));
    reading.set(userId, started);
    return started;
  }

  /** The user if that can be told without waiting. */
  function atOnce(userId: string): KnownUser | undefined {
    const user = users.get(userId);
    const ageMs = user ? clock.nowMs() - user.readAtMs : Infinity;
    if (ageMs > STALE_MS) return undefined;
    // A store that cannot be reached now is asked again by the next request.
    if (ageMs > FRESH_MS) void readOnce(userId).catch(() => undefined);
    return user;
  }

  async function slowly(token: string, known: TokenClaims | undefined): Promise<Caller | null> {
    const claims = known ?? (await verifyToken(await signingKeys(), token, clock));
    if (!claims) return null;
    tokens.set(token, claims);
    return admitted(atOnce(claims.userId) ?? (await readOnce(claims.userId)), claims);
  }

  return {
    authenticate(token) {
      const claims = tokens.get(token);
      if (claims && claims.expiresAtMs <= clock.nowMs()) {
        tokens.delete(token);
        return null;
      }
      const user = claims && atOnce(claims.userId);
      return user ? admitted(user, claims) : slowly(token, claims);
    },
  };
}

function admitted({ caller, passwordChangedAtMs }: KnownUser, { issuedAtMs }: TokenClaims): Caller | null {
  return issuedAtMs >= passwordChangedAtMs ? caller : null;
}

async function readUser(eventStore: EventStore, userId: string, clock: Clock): Promise<KnownUser> {
  const readAtMs = clock.nowMs();
  const { state: user } = await loadState(eventStore, userAggregate, userAggregate.codec.streamOf(userId));
  if (!user?.active) return { caller: null, passwordChangedAtMs: 0, readAtMs };
  const { name, role, language, timeZone } = user.profile;
  return {
    caller: { actor: { kind: 'user', id: userId, name }, role, language, timeZone },
    // Tokens count seconds: one issued within the second of the change is a new one.
    passwordChangedAtMs: Math.floor(Date.parse(user.passwordChangedAt ?? EPOCH) / 1_000) * 1_000,
    readAtMs,
  };
}
