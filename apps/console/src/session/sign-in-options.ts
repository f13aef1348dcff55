import { queryOptions } from '@tanstack/react-query';

export interface SignInOptions {
  /** An external OpenID Connect provider. */
  readonly provider?: { readonly name: string; readonly url: string };
}

/** How one can sign in here. Asked without a token: nobody has signed in yet. */
export const signInOptionsQuery = queryOptions({
  queryKey: ['signInOptions'],
  queryFn: async ({ signal }): Promise<SignInOptions> => {
    const response = await fetch('/api/identity/sign-in-options', { signal });
    // Without an answer there is still the password.
    return response.ok ? optionsIn(await response.json()) : {};
  },
  staleTime: Infinity,
  retry: false,
});

/** What is understood of the answer. */
export function optionsIn(body: unknown): SignInOptions {
  if (typeof body !== 'object' || body === null || !('provider' in body)) return {};
  const { provider } = body;
  if (typeof provider !== 'object' || provider === null || !('name' in provider) || !('url' in provider)) return {};
  const { name, url } = provider;
  // Only a path of our own: whoever answers here sends nobody elsewhere.
  const isOurs = typeof url === 'string' && /^\/(?!\/)/.test(url);
  return typeof name === 'string' && isOurs ? { provider: { name, url } } : {};
}
