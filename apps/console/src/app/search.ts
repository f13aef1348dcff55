/** What stands behind the question mark of an address may come from anywhere: what is not understood is left out. */
export type Search = Readonly<Record<string, unknown>>;

export function textIn(search: Search, name: string): string | undefined {
  const value = search[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number from 0 on. */
export function countIn(search: Search, name: string): number | undefined {
  const value = search[name];
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

export function oneOf<T extends string>(search: Search, name: string, values: readonly T[]): T | undefined {
  return values.find((value) => value === search[name]);
}

/** Leaves out what is undefined, so that it does not stand in the address. */
export function present<T extends object>(search: T): Partial<T> {
  const kept: Partial<T> = { ...search };
  for (const name in kept) if (kept[name] === undefined) delete kept[name];
  return kept;
}

/** Why the sign-in by a provider came to nothing. */
export const SIGN_IN_FAILURES = [
  'oidc-unknown-user',
  'oidc-email-unverified',
  'oidc-other-account',
  'oidc-unavailable',
  'oidc-refused',
  'oidc-failed',
] as const;

export interface SignInSearch {
  /** Where to go afterwards: an address of our own, whatever a link says. */
  readonly to?: string;
  readonly error?: (typeof SIGN_IN_FAILURES)[number];
}

export function signInSearch(search: Search): SignInSearch {
  const to = textIn(search, 'to');
  const isOurs = to !== undefined && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in');
  return present({ to: isOurs ? to : undefined, error: oneOf(search, 'error', SIGN_IN_FAILURES) });
}
