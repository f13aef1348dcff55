import { queryOptions } from '@tanstack/react-query';
import type { components } from '../api/schema/identity.js';

type SignInOptions = components['schemas']['SignInOptions'];

/** How one can sign in here. Asked without a token: nobody has signed in yet. */
export const signInOptionsQuery = queryOptions({
  queryKey: ['signInOptions'],
  queryFn: async ({ signal }): Promise<SignInOptions> => {
    const response = await fetch('/api/identity/sign-in-options', { signal });
    // Without an answer there is still the password.
    return response.ok ? optionsIn(await response.json()) : PASSWORD_ALONE;
  },
  staleTime: Infinity,
  retry: false,
});

const PASSWORD_ALONE: SignInOptions = { password: true };

/** What is understood of the answer. */
export function optionsIn(body: unknown): SignInOptions {
  if (typeof body !== 'object' || body === null || !('provider' in body)) return PASSWORD_ALONE;
  const { provider } = body;
  if (typeof provider !== 'object' || provider === null || !('name' in provider)) return PASSWORD_ALONE;
  const { name } = provider;
  return typeof name === 'string' ? { password: true, provider: { name } } : PASSWORD_ALONE;
}
