import { parseCookie, stringifySetCookie } from 'cookie';
import type { Config } from '@leadline/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SECRET_PATTERN } from '../secrets.js';

/** What a refresh token consists of: it names its session, and proves to be of it. */
export interface RefreshToken {
  readonly sessionId: string;
  readonly secret: string;
}

const NAME = 'leadline_refresh';
const TOKEN = new RegExp(`^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(${SECRET_PATTERN})$`);

/** Nobody else's scripts may read it, and no other path needs it: docs/adr/0013-short-tokens-and-refresh-cookies.md. */
function attributes({ publicUrl }: Config) {
  return {
    name: NAME,
    httpOnly: true,
    sameSite: 'strict',
    path: '/api/identity',
    secure: publicUrl?.startsWith('https://') ?? false,
  } as const;
}

export function refreshTokenOf(request: FastifyRequest): RefreshToken | null {
  const [, sessionId, secret] = TOKEN.exec(parseCookie(request.headers.cookie ?? '')[NAME] ?? '') ?? [];
  return sessionId === undefined || secret === undefined ? null : { sessionId, secret };
}

/** @param maxAgeMs until the session is over by itself */
export function setRefreshToken(reply: FastifyReply, config: Config, token: RefreshToken, maxAgeMs: number): void {
  const value = `${token.sessionId}.${token.secret}`;
  const maxAge = Math.max(0, Math.floor(maxAgeMs / 1_000));
  void reply.header('set-cookie', stringifySetCookie({ ...attributes(config), value, maxAge }));
}

export function clearRefreshToken(reply: FastifyReply, config: Config): void {
  void reply.header('set-cookie', stringifySetCookie({ ...attributes(config), value: '', maxAge: 0 }));
}
