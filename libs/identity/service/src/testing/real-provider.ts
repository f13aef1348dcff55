import { createServer } from 'node:http';
import { once } from 'node:events';
import Provider from 'oidc-provider';

/** Somebody with an account at the provider. */
export interface Account {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly locale?: string;
}

/** A real OpenID Connect provider, without pages: whoever comes to sign in is `somebody`. */
export interface RealProvider {
  readonly issuer: string;
  /** Signs in at the provider, as a browser with an address of the provider before it; answers where that leads back to. */
  authorize(url: string): Promise<string>;
  /** Who signs in from now on; null: they refuse to. */
  somebody(account: Account | null): void;
  close(): Promise<void>;
}

export const CLIENT = { id: 'leadline', secret: 'the secret of leadline & co' };

export async function startProvider(redirectUri: string): Promise<RealProvider> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The provider listens on no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const accounts = new Map<string, Account>();
  let present: Account | null = null;

  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { email: ['email', 'email_verified'], profile: ['name', 'locale'] },
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, sub) => {
      const account = accounts.get(sub);
      return account && { accountId: sub, claims: () => ({ ...account }) };
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new context.oidc.provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) {
      answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
      return;
    }
    const result = present
      ? { login: { accountId: present.sub } }
      : { error: 'access_denied', error_description: 'They do not want to' };
    provider
      .interactionFinished(request, response, result, { mergeWithLastSubmission: false })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });

  return {
    issuer,
    somebody: (account) => {
      present = account;
      if (account) accounts.set(account.sub, account);
    },
    async authorize(first) {
      const cookies = new Map<string, string>();
      let url = first;
      while (url.startsWith(issuer)) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
        for (const set of response.headers.getSetCookie()) {
          const [name = '', value = ''] = (set.split(';', 1)[0] ?? '').split(/=(.*)/s);
          cookies.set(name, value);
        }
        const location = response.headers.get('location');
        if (location === null) throw new Error(`The provider answered ${response.status}: ${await response.text()}`);
        url = new URL(location, url).href;
      }
      return url;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
