import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSetCookie } from 'cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  createApi,
  createLogger,
  createWorker,
  loadConfig,
  openEngines,
  type Clock,
  type Engines,
} from '@leadline/service-kit';
import request, { type Response, type Test } from 'supertest';
import { createAuthenticator, ensureFirstAdministrator, identityService } from '../index.js';

export const ADMIN = { email: 'admin@example.com', password: 'the first password' };
const START_MS = Date.parse('2026-11-02T09:00:00.000Z');

export interface TestClock extends Clock {
  pass(ms: number): void;
}

export function testClock(): TestClock {
  let nowMs = START_MS;
  return {
    nowMs: () => nowMs,
    now: () => new Date(nowMs).toISOString(),
    pass: (ms) => {
      nowMs += ms;
    },
  };
}

/** What a browser holds after it signed in. */
export interface SignedInClient {
  readonly token: string;
  /** The refresh cookie as it is sent back, `name=value`. */
  readonly cookie: string;
}

/** The identity service as clients see it, on the embedded engine, with its work running in the same thread. */
export interface IdentityApi {
  readonly app: NestFastifyApplication;
  readonly engines: Engines;
  readonly clock: TestClock;
  /** Everything that was logged. */
  readonly lines: readonly string[];
  get(path: string, token?: string): Test;
  post(path: string, token?: string, body?: object): Test;
  patch(path: string, token: string, body: object): Test;
  attempt(email: string, password: string): Test;
  signIn(email?: string, password?: string): Promise<SignedInClient>;
  refresh(cookie: string): Test;
  /** Another process of the same installation: its own memory, the same engines. */
  replica(): Promise<IdentityApi>;
  /** Resolves when the read models have seen all that was done. */
  caughtUp(): Promise<void>;
  /** Ends the process and starts another on the same data. */
  restart(): Promise<IdentityApi>;
  close(): Promise<void>;
}

export async function startIdentityApi(
  env: Readonly<Record<string, string>> = {},
  kept?: { readonly folder: string; readonly clock: TestClock; readonly lines: string[] },
): Promise<IdentityApi> {
  const folder = kept?.folder ?? (await mkdtemp(join(tmpdir(), 'leadline-identity-')));
  const clock = kept?.clock ?? testClock();
  const lines = kept?.lines ?? [];
  const config = loadConfig({ LEADLINE_DATA: folder, ...env });
  const engines = await openEngines(config);
  const { eventStore } = engines;
  await ensureFirstAdministrator({ eventStore, admin: ADMIN, clock });
  const logger = createLogger('trace', { write: (line) => lines.push(line) });
  const options = { services: [identityService], engines, config, clock, logger };
  const worker = await createWorker(options);
  const replicas: NestFastifyApplication[] = [];

  async function open(): Promise<IdentityApi> {
    const app = await createApi({ ...options, authenticator: createAuthenticator({ eventStore, clock }) });
    replicas.push(app);
    return clientOf(app);
  }

  async function stop(): Promise<void> {
    await worker.stop();
    for (const app of replicas) await app.close();
    await engines.close();
  }

  function clientOf(app: NestFastifyApplication): IdentityApi {
    const http = () => request(app.getHttpServer());
    const send = (test: Test, token?: string): Test =>
      token === undefined ? test : test.set('authorization', `Bearer ${token}`);
    const api: IdentityApi = {
      app,
      engines,
      clock,
      lines,
      get: (path, token) => send(http().get(`/api/identity${path}`), token),
      post: (path, token, body = {}) => send(http().post(`/api/identity${path}`).send(body), token),
      patch: (path, token, body) => send(http().patch(`/api/identity${path}`).send(body), token),
      attempt: (email, password) => api.post('/sign-in').send({ email, password }),
      signIn: async (email = ADMIN.email, password = ADMIN.password) =>
        clientFrom(await api.attempt(email, password).expect(200)),
      refresh: (cookie) => http().post('/api/identity/refresh').set('cookie', cookie),
      replica: open,
      caughtUp: async () => {
        if (!(await worker.work.idle())) throw new Error('The work did not come to its end');
      },
      restart: async () => {
        await stop();
        return startIdentityApi(env, { folder, clock, lines });
      },
      close: async () => {
        await stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
    return api;
  }

  return open();
}

/** The tokens in the answer of `sign-in` and `refresh`. */
export function clientFrom(answer: Response): SignedInClient {
  return { token: String(answer.body.accessToken), cookie: cookieOf(answer) };
}

/** The refresh cookie that an answer set, as it is sent back. */
export function cookieOf(answer: Response, name = 'leadline_refresh'): string {
  return `${name}=${setCookieOf(answer, name).value}`;
}

export function setCookieOf(answer: Response, name = 'leadline_refresh'): ReturnType<typeof parseSetCookie> {
  const cookies = [answer.headers['set-cookie'] ?? []].flat().map((text) => parseSetCookie(text));
  const cookie = cookies.find((candidate) => candidate.name === name);
  if (!cookie) throw new Error(`The answer set no cookie ${name}`);
  return cookie;
}
