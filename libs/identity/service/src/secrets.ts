import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits: nobody tries them all. */
const SECRET_BYTES = 32;

/** What a secret of ours looks like, as text. */
export const SECRET_PATTERN = '[\\w-]{43}';

/** A fresh secret for a refresh token, an invitation or an API key. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/**
 * What is kept of a secret. SHA-256 is enough, unlike for passwords: nobody chose it, so there is nothing to guess, and
 * slow hashing would only slow down every request.
 */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Compares in constant time. */
export function isSecretOf(secret: string, hash: string): boolean {
  const presented = Buffer.from(hashOf(secret));
  const expected = Buffer.from(hash);
  return presented.length === expected.length && timingSafeEqual(presented, expected);
}
