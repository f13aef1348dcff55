import { parseCookie, stringifySetCookie } from 'cookie';
import type { Clock, Config } from '@leadline/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { KeyRing } from '../tokens/key-ring.js';
import { signToken, verifyToken, type TokenKind } from '../tokens/signed-tokens.js';

/** What must be known again when the provider sends somebody back, by whichever replica they then reach. */
const signInState = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
});

export type SignInState = z.output<typeof signInState>;

const NAME = 'leadline_oidc';
/** Time to find one's second factor. */
const STATE: TokenKind = { typ: 'oidc-state+jwt', audience: 'leadline:oidc', lifetimeSeconds: 10 * 60 };

/** Lax, since the provider sends people back from its own pages, and Strict would leave the cookie behind. */
function attributes({ publicUrl }: Config) {
  return {
    name: NAME,
    httpOnly: true,
    sameSite: 'lax',
    path: '/api/identity/oidc',
    secure: publicUrl?.startsWith('https://') ?? false,
  } as const;
}

interface Means {
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly config: Config;
}

export async function setSignInState(
  reply: FastifyReply,
  state: SignInState,
  { keys, clock, config }: Means,
): Promise<void> {
  const { token } = await signToken(keys, clock, STATE, state);
  const cookie = { ...attributes(config), value: token, maxAge: STATE.lifetimeSeconds };
  void reply.header('set-cookie', stringifySetCookie(cookie));
}

/** The state of whoever comes back, who cannot come back with it a second time; null where there is none, or it is too old. */
export async function takeSignInState(
  request: FastifyRequest,
  reply: FastifyReply,
  { keys, clock, config }: Means,
): Promise<SignInState | null> {
  void reply.header('set-cookie', stringifySetCookie({ ...attributes(config), value: '', maxAge: 0 }));
  const token = parseCookie(request.headers.cookie ?? '')[NAME];
  const verified = token === undefined ? null : await verifyToken(keys, clock, STATE, token);
  return verified && (signInState.safeParse(verified.payload).data ?? null);
}
