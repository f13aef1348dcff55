import type { components } from '../api/schema/identity.js';
import { Problem, problemOf, unreachable } from '../api/problem.js';

export type Myself = components['schemas']['Myself'];
type SignedIn = components['schemas']['SignedIn'];

export type SessionState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'signedIn'; readonly user: Myself }
  /** The session ended while somebody was at work: their page stays as it is until they have signed in again. */
  | { readonly kind: 'expired'; readonly user: Myself };

export interface Session {
  state(): SessionState;
  /** Calls back after every change of the state; answers how to stop that. */
  subscribe(listener: () => void): () => void;
  /** Takes up the session that the refresh cookie stands for, if there is one. */
  start(): Promise<void>;
  /** @throws Problem */
  signIn(email: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  /** A token that is good for a while yet. Waits while an expired session is signed in again. @throws Problem */
  token(): Promise<string>;
  /** Another token than the one that was just refused. @throws Problem */
  renew(refused: string): Promise<string>;
  /** Takes over what `me` says after a change of one's own profile. */
  tell(user: Myself): void;
}

export interface SessionTools {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** One at a time over all tabs: a refresh token is good for one use only. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly tabs: { post(message: TabMessage): void; listen(listener: (message: TabMessage) => void): void };
  /** Milliseconds of a clock that is never set. */
  readonly elapsedMs: () => number;
  /** Calls back later; answers how to prevent that. */
  readonly later: (work: () => void, afterMs: number) => () => void;
}

export type TabMessage = 'signedIn' | 'signedOut';

/** A token this close to its end is not used any more. */
const MARGIN_MS = 10_000;
/** It is renewed in the background this long before its end. */
const AHEAD_MS = 60_000;

/** How often a session is taken up again while the server cannot be reached: for some ten seconds. */
const START_TRIES = 5;

interface Token {
  readonly text: string;
  readonly endsAtMs: number;
}

interface Waiting {
  resolve(token: string): void;
  reject(problem: Problem): void;
}

/**
 * Who is signed in, in this tab. The access token lives in memory alone; what outlives a tab is the refresh cookie, which
 * no script can read.
 */
export function createSession(tools: SessionTools): Session {
  let state: SessionState = { kind: 'starting' };
  let token: Token | null = null;
  let renewing: Promise<string> | null = null;
  let cancelRenewal = (): void => undefined;
  const listeners = new Set<() => void>();
  let waiting: Waiting[] = [];

  const become = (next: SessionState): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };

  const accept = async (response: Response): Promise<string> => {
    const signedIn: unknown = await response.json();
    if (!isSignedIn(signedIn)) throw new Problem(response.status, 'unexpected-answer', '');
    const { accessToken, user, expiresAt } = signedIn;
    const lifetimeMs = Date.parse(expiresAt) - Date.parse(response.headers.get('date') ?? new Date().toISOString());
    token = { text: accessToken, endsAtMs: tools.elapsedMs() + lifetimeMs };
    cancelRenewal();
    cancelRenewal = tools.later(() => void renewQuietly(), Math.max(lifetimeMs - AHEAD_MS, MARGIN_MS));
    become({ kind: 'signedIn', user });
    const waited = waiting;
    waiting = [];
    for (const { resolve } of waited) resolve(accessToken);
    return accessToken;
  };

  const post = async (path: string, body?: object): Promise<Response> => {
    const init: RequestInit = { method: 'POST', credentials: 'same-origin' };
    if (body) Object.assign(init, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
    return tools.fetch(`/api/identity/${path}`, init).catch(() => {
      throw unreachable();
    });
  };

  /** Null where the cookie is good for nothing any more. */
  const refresh = (): Promise<string | null> => {
    return tools.exclusively(async () => {
      const response = await post('refresh');
      if (response.ok) return accept(response);
      const problem = await problemOf(response);
      if (problem.isPassing || problem.status >= 500) throw problem;
      return null;
    });
  };

  const end = (): void => {
    token = null;
    cancelRenewal();
    if (state.kind === 'signedIn') become({ kind: 'expired', user: state.user });
    else if (state.kind === 'starting') become({ kind: 'signedOut' });
  };

  const untilSignedIn = (): Promise<string> => {
    if (state.kind === 'signedOut') return Promise.reject(notSignedIn());
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  };

  const renewed = (): Promise<string> => {
    renewing ??= refresh()
      .then((text) => {
        if (text !== null) return text;
        end();
        return null;
      })
      .finally(() => {
        renewing = null;
      })
      .then((text) => text ?? untilSignedIn());
    return renewing;
  };

  const renewQuietly = (): Promise<void> =>
    refresh()
      .then((text) => {
        if (text === null) end();
      })
      // Nobody waits for this one: what needs a token asks again, and is told then.
      .catch(() => undefined);

  const leave = (): void => {
    token = null;
    cancelRenewal();
    const waited = waiting;
    waiting = [];
    become({ kind: 'signedOut' });
    for (const { reject } of waited) reject(notSignedIn());
  };

  tools.tabs.listen((message) => {
    if (message === 'signedOut' && state.kind !== 'signedOut') leave();
    if (message === 'signedIn' && (state.kind === 'signedOut' || state.kind === 'expired')) void renewQuietly();
  });

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      for (let tries = 1; ; tries += 1) {
        const outcome = await refresh().catch(() => 'unreachable' as const);
        if (outcome === null) return end();
        if (outcome !== 'unreachable') return;
        // Whoever comes back over a bad network is not to sign in for that.
        if (tries === START_TRIES) return end();
        await new Promise<void>((resolve) => tools.later(resolve, tries * 1_000));
      }
    },
    async signIn(email, password) {
      const response = await tools.exclusively(() => post('sign-in', { email, password }));
      if (!response.ok) throw await problemOf(response);
      await accept(response);
      tools.tabs.post('signedIn');
    },
    async signOut() {
      // Signed out here even where the server cannot be told: the token is gone with this.
      await tools.exclusively(() => post('sign-out')).catch(() => undefined);
      leave();
      tools.tabs.post('signedOut');
    },
    token() {
      if (token && token.endsAtMs - MARGIN_MS > tools.elapsedMs()) return Promise.resolve(token.text);
      return state.kind === 'expired' || state.kind === 'signedOut' ? untilSignedIn() : renewed();
    },
    renew(refused) {
      if (token && token.text !== refused) return Promise.resolve(token.text);
      token = null;
      return state.kind === 'expired' || state.kind === 'signedOut' ? untilSignedIn() : renewed();
    },
    tell(user) {
      if (state.kind === 'signedIn') become({ kind: 'signedIn', user });
    },
  };
}

function notSignedIn(): Problem {
  return new Problem(401, 'unauthenticated', '');
}

function isSignedIn(answer: unknown): answer is SignedIn {
  return typeof answer === 'object' && answer !== null && 'accessToken' in answer && 'user' in answer;
}
