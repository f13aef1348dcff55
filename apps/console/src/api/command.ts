import { Problem, problemIn } from './problem.js';

/** What every command sends besides its body. */
export type CommandHeaders = { readonly 'Idempotency-Key': string; readonly 'If-Match'?: string };

export interface CommandOptions {
  /** The revision that the person saw: another one is a 412. */
  readonly revision?: number | undefined;
  /** Confirmation of the password, for the one change that asks for it. */
  readonly confirmation?: string | undefined;
}

/** What openapi-fetch answers. */
export interface Fetched<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

const TRIES = 4;

/**
 * Sends a command under a key of its own, and again under the same key where nothing was answered or the server asks to
 * come back in a moment: it happens once.
 * @throws Problem
 */
export async function command<Data>(
  send: (headers: CommandHeaders) => Promise<Fetched<Data>>,
  { revision, confirmation }: CommandOptions = {},
  wait: (ms: number) => Promise<void> = pause,
): Promise<Data> {
  const headers = {
    'Idempotency-Key': freshKey(),
    ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }),
    ...(confirmation === undefined ? {} : { 'Leadline-Confirmation': confirmation }),
  };
  for (let tries = 1; ; tries += 1) {
    try {
      return await answer(send(headers));
    } catch (error) {
      const delayMs = error instanceof Problem ? retryDelayMs(error, tries) : null;
      if (delayMs === null || tries === TRIES) throw error;
      await wait(delayMs);
    }
  }
}

/**
 * The data of an answer.
 * @throws Problem
 */
export async function answer<Data>(fetched: Promise<Fetched<Data>>): Promise<Data> {
  const { data, error, response } = await fetched;
  if (!response.ok) throw problemIn(response, error);
  // An answer without a body has none to give: its type says so.
  return data as Data;
}

/** How long to wait before trying again; null where that would help nobody, or keep a person waiting. */
export function retryDelayMs(problem: Problem, tries: number): number | null {
  if (!problem.isPassing) return null;
  const delayMs = problem.retryAfterMs ?? 300 * 2 ** (tries - 1);
  return delayMs <= 3000 ? delayMs : null;
}

/** Not `randomUUID`, which is only there on https and on localhost. */
function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
