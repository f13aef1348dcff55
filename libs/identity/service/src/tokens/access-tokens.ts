import { errors, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '@leadline/service-kit';
import type { SigningKeys } from './signing-keys.js';

/** A working day. Deactivation and a new password end a token sooner. */
const LIFETIME_SECONDS = 12 * 60 * 60;
const ISSUER = 'leadline';

export interface IssuedToken {
  readonly token: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** What a token says. */
export interface TokenClaims {
  readonly userId: string;
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
}

/** Issues a token (JWT, EdDSA over Ed25519: RFC 7519, RFC 8037) that says who the user is, and nothing else of them. */
export async function issueToken(keys: SigningKeys, userId: string, clock: Clock): Promise<IssuedToken> {
  const issuedAt = Math.floor(clock.nowMs() / 1_000);
  const expires = issuedAt + LIFETIME_SECONDS;
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'EdDSA', kid: keys.current.kid, typ: 'at+jwt' })
    .setSubject(userId)
    .setIssuer(ISSUER)
    .setAudience(ISSUER)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expires)
    .sign(keys.current.privateKey);
  return { token, expiresAt: new Date(expires * 1_000).toISOString() };
}

/** The claims of a token of ours that has not expired; null for any other text. */
export async function verifyToken(keys: SigningKeys, token: string, clock: Clock): Promise<TokenClaims | null> {
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = keys.publicKeys.get(kid ?? '');
        if (!key) throw new errors.JWKSNoMatchingKey();
        return key;
      },
      {
        algorithms: ['EdDSA'],
        issuer: ISSUER,
        audience: ISSUER,
        typ: 'at+jwt',
        requiredClaims: ['sub', 'iat', 'exp'],
        currentDate: new Date(clock.nowMs()),
      },
    );
    const { sub, iat, exp } = payload;
    if (sub === undefined || iat === undefined || exp === undefined) return null;
    return { userId: sub, issuedAtMs: iat * 1_000, expiresAtMs: exp * 1_000 };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
