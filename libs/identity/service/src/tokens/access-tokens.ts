import type { Clock } from '@leadline/service-kit';
import type { KeyRing } from './key-ring.js';
import { signToken, verifyToken, type SignedToken, type TokenKind } from './signed-tokens.js';

/** Short, since whoever holds it needs nothing else; the session goes on by its refresh cookie. */
const ACCESS: TokenKind = { typ: 'at+jwt', audience: 'leadline', lifetimeSeconds: 15 * 60 };

/** What an access token says: who, by which session, and nothing else of them. */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
  readonly expiresAtMs: number;
}

export function issueAccessToken(
  keys: KeyRing,
  clock: Clock,
  { userId, sessionId }: Pick<AccessClaims, 'userId' | 'sessionId'>,
): Promise<SignedToken> {
  return signToken(keys, clock, ACCESS, { sub: userId, sid: sessionId });
}

/** The claims of an access token that has not expired; null for any other text. Whether its session goes on is not asked. */
export async function verifyAccessToken(keys: KeyRing, clock: Clock, token: string): Promise<AccessClaims | null> {
  const verified = await verifyToken(keys, clock, ACCESS, token);
  const { sub: userId, sid: sessionId } = verified?.payload ?? {};
  if (!verified || userId === undefined || typeof sessionId !== 'string') return null;
  return { userId, sessionId, expiresAtMs: verified.expiresAtMs };
}
