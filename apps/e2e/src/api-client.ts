import type { LeadlineProcess } from './leadline-process.js';

/** An answer, read whole. `body` is parsed JSON, or the text where it is none. */
export interface Answer<Body = Readonly<Record<string, unknown>>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface CommandAnswer {
  readonly id: string;
  readonly revision: number;
}

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  /** Sent as it is, with this content type, in place of JSON. */
  readonly raw?: { readonly contentType: string; readonly content: string | Uint8Array<ArrayBuffer> };
  readonly headers?: Readonly<Record<string, string>>;
}

/** A client as other software would write it: fetch, a token, JSON. */
export interface ApiClient {
  readonly token: string | undefined;
  call<Body = Readonly<Record<string, unknown>>>(path: string, call?: Call): Promise<Answer<Body>>;
  get<Body>(path: string, headers?: Call['headers']): Promise<Answer<Body>>;
  post<Body = CommandAnswer>(path: string, body?: unknown, headers?: Call['headers']): Promise<Answer<Body>>;
}

export function apiClient(url: string, token?: string): ApiClient {
  const call: ApiClient['call'] = async <Body>(path: string, { method, body, raw, headers }: Call = {}) => {
    const content = raw ? raw.content : body === undefined ? undefined : JSON.stringify(body);
    const contentType = raw?.contentType ?? (body === undefined ? undefined : 'application/json');
    const answer = await fetch(new URL(path, url), {
      method: method ?? (content === undefined ? 'GET' : 'POST'),
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(contentType === undefined ? {} : { 'content-type': contentType }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: parsed(text) as Body };
  };
  return {
    token,
    call,
    get: (path, headers) => call(path, { ...(headers ? { headers } : {}) }),
    post: (path, body, headers) => call(path, { method: 'POST', body, ...(headers ? { headers } : {}) }),
  };
}

/** Signs in and answers a client with the token. */
export async function signIn(
  leadline: Pick<LeadlineProcess, 'url' | 'administrator'>,
  as = leadline.administrator,
): Promise<ApiClient> {
  const { status, body } = await apiClient(leadline.url).post<{ accessToken: string }>('/api/identity/sign-in', as);
  if (status !== 200) throw new Error(`Signing in answered ${status}: ${JSON.stringify(body)}`);
  return apiClient(leadline.url, body.accessToken);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
