import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const argon2Async = promisify(argon2);

/** OWASP's recommendation for argon2id: 19 MiB, 2 passes, 1 lane. Some 30 ms on a thread of the pool. */
const PARAMETERS = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_LENGTH = 32;
const SALT_LENGTH = 16;

/** Hashes a password with argon2id (RFC 9106), as a PHC string. Does not occupy the event loop. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_LENGTH);
  const tag = await derive(password, salt, PARAMETERS, TAG_LENGTH);
  const { memory, passes, parallelism } = PARAMETERS;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** True for the password behind the hash, with whatever parameters it was made. False, too, for a hash of another kind. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const match = PHC.exec(hash);
  if (!match) return false;
  const [memory = 0, passes = 0, parallelism = 0] = match.slice(1, 4).map(Number);
  const [salt, expected] = match.slice(4, 6).map((part) => Buffer.from(part, 'base64'));
  if (!salt || !expected) return false;
  const tag = await derive(password, salt, { memory, passes, parallelism }, expected.length);
  return timingSafeEqual(tag, expected);
}

/**
 * What an unknown address is compared with: the same work, and never equal, so that the time of an answer does not tell
 * whether there is such a user.
 */
export const NOBODYS_HASH = `$argon2id$v=19$m=${PARAMETERS.memory},t=${PARAMETERS.passes},p=${PARAMETERS.parallelism}$${base64(Buffer.alloc(SALT_LENGTH))}$${base64(Buffer.alloc(TAG_LENGTH))}`;

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]{11,})\$([\w+/]{16,})$/;

/** Unicode has several spellings of one text; keyboards differ in which they send. */
function derive(password: string, nonce: Buffer, parameters: typeof PARAMETERS, tagLength: number): Promise<Buffer> {
  return argon2Async('argon2id', { message: password.normalize('NFC'), nonce, ...parameters, tagLength });
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
