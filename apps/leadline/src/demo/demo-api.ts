import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import {
  createApi,
  createLogger,
  type Caller,
  type Clock,
  type Config,
  type Engines,
  type ServiceDefinition,
} from '@leadline/service-kit';

/** A request as somebody sent it then. */
export interface DemoRequest {
  /** When: what the clock of the API says meanwhile. */
  readonly atMs: number;
  readonly as: Caller;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object | undefined;
  /** Of a command: the same one again is answered, not carried out a second time. */
  readonly key?: string;
}

/** What the API says, parsed; null for nothing. */
export type Answer = Readonly<Record<string, unknown>>;

/** The product's own HTTP API, of the past: every request says when it comes, and who sends it. Nothing listens. */
export interface DemoApi {
  /** @throws DemoRefusal where it is answered by anything but a 2xx */
  send(request: DemoRequest): Promise<Answer>;
  close(): Promise<void>;
}

/** A command of the demo that the product refuses: somebody worked in the folder meanwhile, or the demo is wrong. */
export class DemoRefusal extends Error {
  override readonly name = 'DemoRefusal';

  constructor(
    request: DemoRequest,
    readonly status: number,
    body: string,
  ) {
    super(`The demo could not be built: ${request.method} ${request.path} answers ${status} ${body}`);
  }
}

export async function openDemoApi(
  services: readonly ServiceDefinition[],
  engines: Engines,
  config: Config,
): Promise<DemoApi> {
  const instants = new AsyncLocalStorage<number>();
  const nowMs = (): number => instants.getStore() ?? Date.now();
  const clock: Clock = { nowMs, now: () => new Date(nowMs()).toISOString() };
  const callers = new Map<string, Caller>();
  const api = await createApi({
    services,
    engines,
    // A history of months in a few seconds is more than anybody may otherwise send.
    config: { ...config, rateLimits: { perUser: 0, perAddress: 0 } },
    clock,
    logger: createLogger('error'),
    authenticator: { authenticate: (token) => callers.get(token) ?? null },
  });

  const tokens = new Map<Caller, string>();
  const tokenOf = (caller: Caller): string => {
    const token = tokens.get(caller) ?? randomUUID();
    tokens.set(caller, token);
    callers.set(token, caller);
    return token;
  };

  return {
    async send(request) {
      const { atMs, as, method, path, body, key } = request;
      const headers = {
        authorization: `Bearer ${tokenOf(as)}`,
        ...(key === undefined ? {} : { 'idempotency-key': key, 'x-correlation-id': key.replaceAll(/[^\w.:-]/g, '-') }),
      };
      // Awaited within: a request begins only once somebody waits for its answer.
      const answer = await instants.run(
        atMs,
        async () => await api.inject({ method, url: path, headers, ...(body === undefined ? {} : { payload: body }) }),
      );
      if (answer.statusCode >= 300) throw new DemoRefusal(request, answer.statusCode, answer.body);
      return parsed(answer.body);
    },
    close: () => api.close(),
  };
}

function parsed(body: string): Answer {
  const value: unknown = body === '' ? {} : JSON.parse(body);
  return isAnswer(value) ? value : {};
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null;
}

/** A text that must be in an answer: an id. */
export function textIn(answer: Answer, field: string): string {
  const value = answer[field];
  if (typeof value !== 'string') throw new TypeError(`The answer has no ${field}: ${JSON.stringify(answer)}`);
  return value;
}

/** The objects in a list's answer. */
export function itemsIn(answer: Answer): readonly Answer[] {
  const { items } = answer;
  return Array.isArray(items) ? items.filter(isAnswer) : [];
}
