import { errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import type { Clock } from '@leadline/service-kit';
import type { KeyRing } from './key-ring.js';

/** What a token is for. One of another kind is refused, so that none can be used for what it was not made for. */
export interface TokenKind {
  /** RFC 8725 section 3.11. */
  readonly typ: string;
  readonly audience: string;
  readonly lifetimeSeconds: number;
}

export interface SignedToken {
  readonly token: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** What a valid token says. */
export interface SignedClaims {
  readonly payload: JWTPayload;
  readonly expiresAtMs: number;
}

const ISSUER = 'leadline';

/** Signs claims (JWT, EdDSA over Ed25519: RFC 7519, RFC 8037). */
export async function signToken(
  keys: KeyRing,
  clock: Clock,
  kind: TokenKind,
  claims: JWTPayload,
): Promise<SignedToken> {
  const issuedAt = Math.floor(clock.nowMs() / 1_000);
  const expires = issuedAt + kind.lifetimeSeconds;
  const { kid, privateKey } = await keys.current();
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: kind.typ })
    .setIssuer(ISSUER)
    .setAudience(kind.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expires)
    .sign(privateKey);
  return { token, expiresAt: new Date(expires * 1_000).toISOString() };
}

/** The claims of a token of ours, of that kind, that has not expired; null for any other text. */
export async function verifyToken(
  keys: KeyRing,
  clock: Clock,
  kind: TokenKind,
  token: string,
): Promise<SignedClaims | null> {
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid }) => {
        const key = await keys.verifying(kid ?? '');
        if (!key) throw new errors.JWKSNoMatchingKey();
        return key;
      },
      {
        algorithms: ['EdDSA'],
        issuer: ISSUER,
        audience: kind.audience,
        typ: kind.typ,
        requiredClaims: ['iat', 'exp'],
        currentDate: new Date(clock.nowMs()),
      },
    );
    return payload.exp === undefined ? null : { payload, expiresAtMs: payload.exp * 1_000 };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
