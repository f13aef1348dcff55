import type { Invitation } from '@leadline/identity-domain';
import type { Clock, Config } from '@leadline/service-kit';
import type { FastifyRequest } from 'fastify';
import { originOf } from '../request-facts.js';
import { hashOf, newSecret, SECRET_PATTERN } from '../secrets.js';

/** Long enough for a holiday weekend, short enough for a link that lies in a mailbox. */
const LIFETIME_MS = 7 * 24 * 60 * 60 * 1_000;

const TOKEN = new RegExp(`^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(${SECRET_PATTERN})$`);

/** An invitation as it is kept, and the secret in it, which is not. */
export interface NewInvitation {
  readonly invitation: Invitation;
  readonly secret: string;
}

export function newInvitation(clock: Clock): NewInvitation {
  const secret = newSecret();
  const expiresAt = new Date(clock.nowMs() + LIFETIME_MS).toISOString();
  return { secret, invitation: { tokenHash: hashOf(secret), expiresAt } };
}

/** Where the user accepts it. Behind the hash, so that it reaches no server, no log and no referrer. */
export function invitationUrl(request: FastifyRequest, config: Config, userId: string, secret: string): string {
  return `${originOf(request, config)}/accept-invitation#${userId}.${secret}`;
}

export function parseInvitation(token: string): { readonly userId: string; readonly tokenHash: string } | null {
  const [, userId, secret] = TOKEN.exec(token) ?? [];
  return userId === undefined || secret === undefined ? null : { userId, tokenHash: hashOf(secret) };
}
