import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, CONFIG, type Clock, type Config } from '@leadline/service-kit';
import * as client from 'openid-client';
import type { SignInState } from './sign-in-state.js';

/** Whom the provider says somebody is. */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | undefined;
  readonly emailVerified: boolean;
  readonly name: string | undefined;
  readonly locale: string | undefined;
}

/** What the provider says of itself is asked for again after this, so that it may move. */
const METADATA_LIVES_MS = 60 * 60 * 1_000;
const TIMEOUT_SECONDS = 10;

/**
 * Speaks OpenID Connect with the external provider: authorization code with PKCE, state and nonce (RFC 9700 section 2.1.1),
 * by `openid-client`, which checks signatures, issuer, audience and times.
 */
@Injectable()
export class Provider {
  private known: { readonly configuration: client.Configuration; readonly readAtMs: number } | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  get isConfigured(): boolean {
    return this.config.oidc !== undefined;
  }

  /** Where to send somebody who wants to sign in, and what to know when they come back. */
  async start(redirectUri: string, returnTo: string): Promise<{ readonly url: string; readonly state: SignInState }> {
    const configuration = await this.configuration();
    const codeVerifier = client.randomPKCECodeVerifier();
    const state = { state: client.randomState(), nonce: client.randomNonce(), codeVerifier, returnTo };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: this.settings().scopes,
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state: state.state,
      nonce: state.nonce,
    });
    return { url: url.href, state };
  }

  /** Who came back. @throws whatever `openid-client` finds wrong, and where the provider cannot be reached */
  async identify(currentUrl: URL, { state, nonce, codeVerifier }: SignInState): Promise<ProviderIdentity> {
    const configuration = await this.configuration();
    const tokens = await client.authorizationCodeGrant(configuration, currentUrl, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    const idToken = tokens.claims();
    if (!idToken) throw new TypeError('The provider sent no ID token');
    // Many providers tell the address only there.
    const more: Claims = configuration.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(configuration, tokens.access_token, idToken.sub)
      : {};
    const claims: Claims = { ...idToken, ...more };
    return {
      issuer: idToken.iss,
      subject: idToken.sub,
      ...addressIn(idToken, more),
      name: textual(claims['name']),
      locale: textual(claims['locale']),
    };
  }

  private async configuration(): Promise<client.Configuration> {
    const nowMs = this.clock.nowMs();
    if (this.known && nowMs - this.known.readAtMs < METADATA_LIVES_MS) return this.known.configuration;
    const { issuer, clientId, clientSecret } = this.settings();
    const authentication = clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret);
    const configuration = await client.discovery(new URL(issuer), clientId, undefined, authentication, {
      timeout: TIMEOUT_SECONDS,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; only an issuer on this machine may be configured without TLS
      ...(issuer.startsWith('http://') && { execute: [client.allowInsecureRequests] }),
    });
    this.known = { configuration, readAtMs: nowMs };
    return configuration;
  }

  private settings(): NonNullable<Config['oidc']> {
    const { oidc } = this.config;
    if (!oidc) throw new Error('No provider is configured');
    return oidc;
  }
}

type Claims = Readonly<Record<string, unknown>>;

/** An address, and whether that very one was verified: never put together out of both answers. */
export function addressIn(
  idToken: Claims,
  userInfo: Claims,
): { readonly email: string | undefined; readonly emailVerified: boolean } {
  const { email, email_verified: verified } = 'email' in userInfo ? userInfo : idToken;
  return { email: textual(email), emailVerified: verified === true };
}

function textual(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
