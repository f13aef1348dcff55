/** A Leadline to talk to: one that runs somewhere, or one opened in this process. */
export interface LeadlineApi {
  /** The answer, where it is a good one. @throws CliError with the problem's own sentence */
  request(path: string, options?: RequestOptions): Promise<Response>;
  /** The answer's JSON. */
  json<Body>(path: string, options?: RequestOptions): Promise<Body>;
  close(): Promise<void>;
}

export interface RequestOptions {
  readonly method?: string;
  readonly body?: NonNullable<RequestInit['body']>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Something the person at the terminal can mend: shown as one sentence, without a stack. */
export class CliError extends Error {
  override readonly name = 'CliError';
}

/** A bearer token that is good at the moment it is asked for. */
export type Token = () => Promise<string>;

/** Speaks HTTP with a base address and a bearer token; without one as a stranger. */
export function httpApi(
  url: string,
  token: Token | null,
  close: () => Promise<void> = async () => undefined,
): LeadlineApi {
  const request: LeadlineApi['request'] = async (path, { method = 'GET', body, headers } = {}) => {
    const target = new URL(path, url);
    const authorization = token ? { authorization: `Bearer ${await token()}` } : {};
    const answer = await fetch(target, {
      method,
      headers: { ...authorization, ...headers },
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    }).catch((error: unknown) => {
      throw new CliError(`Nobody answers at ${target.origin}. Is Leadline running there?`, { cause: error });
    });
    if (!answer.ok) throw new CliError(await sentenceOf(answer));
    return answer;
  };
  return {
    request,
    json: async <Body>(path: string, options?: RequestOptions) => (await (await request(path, options)).json()) as Body,
    close,
  };
}

/** @throws CliError for a text that is no address to speak to */
export function assertAddress(url: string): void {
  if (/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return;
  throw new CliError(`"${url}" is no address: it must begin with http:// or https://, like http://localhost:3000`);
}

/** A token this close to its end might not live to see the answer. */
const MARGIN_MS = 60_000;

/** Signs in, and again before each end of the token: a large import outlives one. */
export function signedIn(url: string, email: string, password: string, nowMs: () => number = Date.now): Token {
  const stranger = httpApi(url, null);
  let held: { readonly accessToken: string; readonly expiresAt: string } | null = null;
  return async () => {
    if (!held || Date.parse(held.expiresAt) - nowMs() < MARGIN_MS) {
      held = await stranger.json<NonNullable<typeof held>>('/api/identity/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
    }
    return held.accessToken;
  };
}

interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

async function sentenceOf(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => ({}))) as Problem;
  const fields = (problem.errors ?? []).map(({ field, message }) => `\n  ${field}: ${message}`).join('');
  return `${problem.detail ?? problem.title ?? `Leadline answered ${answer.status}`}${fields}`;
}
