import { ADMINISTRATOR } from './processes.js';

/** Leadline's API for whoever prepares a measurement. Answers must be good; anything else is an error. */
export interface Api {
  readonly authorization: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
}

export type Answer = Readonly<Record<string, unknown>>;

/** Signs the administrator in. */
export async function signIn(url: string): Promise<Api> {
  const { accessToken } = await send(url, 'POST', '/api/identity/sign-in', {}, ADMINISTRATOR);
  if (typeof accessToken !== 'string') throw new Error('Signing in gave no token');
  const authorization = `Bearer ${accessToken}`;
  return {
    authorization,
    get: (path) => send(url, 'GET', path, { authorization }),
    post: (path, body) => send(url, 'POST', path, { authorization }, body),
  };
}

async function send(
  url: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): Promise<Answer> {
  const answer = await fetch(new URL(path, url), {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}
