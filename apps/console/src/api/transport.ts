import type { Session } from '../session/session.js';
import { unreachable } from './problem.js';

/** The newest position that a command of ours answered, per service: a query that sends it shows one's own writes. */
export interface Positions {
  of(service: string): string | undefined;
  seen(service: string, position: string): void;
}

export function createPositions(): Positions {
  const positions = new Map<string, string>();
  return {
    of: (service) => positions.get(service),
    seen: (service, position) => void positions.set(service, position),
  };
}

export interface TransportTools {
  readonly session: Pick<Session, 'token' | 'renew'>;
  readonly positions: Positions;
  /** The language that sentences are answered in before anybody has signed in. */
  readonly language: () => string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly wait: (ms: number) => Promise<void>;
}

/** How often a query is asked again that has not seen one's last command yet. */
const POSITION_TRIES = 5;

/**
 * Sends requests as the user who is signed in. A token that is refused is renewed, and the request repeated: where that
 * takes a person who signs in, it waits for them.
 * @throws Problem where nothing was answered, or nobody is signed in
 */
export function createTransport(tools: TransportTools): (request: Request) => Promise<Response> {
  const send = async (request: Request, token: string): Promise<Response> => {
    const service = serviceOf(request.url);
    const sent = request.clone();
    sent.headers.set('authorization', `Bearer ${token}`);
    sent.headers.set('accept-language', tools.language());
    const position = tools.positions.of(service);
    if (request.method === 'GET' && position !== undefined) sent.headers.set('leadline-position', position);
    const response = await tools.fetch(sent).catch(() => {
      // A query that nobody waits for any more is no failure of the network.
      if (request.signal.aborted) throw new DOMException('aborted', 'AbortError');
      throw unreachable();
    });
    const reached = response.headers.get('leadline-position');
    if (request.method !== 'GET' && response.ok && reached !== null) tools.positions.seen(service, reached);
    return response;
  };

  const untilSeen = async (request: Request, token: string): Promise<Response> => {
    for (let tries = 1; ; tries += 1) {
      const response = await send(request, token);
      if (response.status !== 503 || tries === POSITION_TRIES || !(await isBehind(response))) return response;
      await tools.wait(500);
    }
  };

  return async (request) => {
    const token = await tools.session.token();
    const response = await untilSeen(request, token);
    if (response.status !== 401) return response;
    return untilSeen(request, await tools.session.renew(token));
  };
}

/** The path segment behind /api/. */
function serviceOf(url: string): string {
  return new URL(url).pathname.split('/', 3)[2] ?? '';
}

async function isBehind(response: Response): Promise<boolean> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 'position-not-reached';
}
