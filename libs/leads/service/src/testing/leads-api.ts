import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { nameId, newId } from '@leadline/event-sourcing';
import {
  createApi,
  createLogger,
  createWorker,
  loadConfig,
  openEngines,
  type Caller,
  type Clock,
  type Confirmation,
  type Engines,
  type RunningWorker,
  type ServiceDefinition,
} from '@leadline/service-kit';
import request, { type Test } from 'supertest';
import type { ColleagueCommand } from '@leadline/leads-domain';
import { leadsService } from '../index.js';
import { HandleColleague } from '../reactions/when-a-user-changes-then-record-colleague.js';

function caller(name: string, role: Caller['role'], more: Partial<Caller> = {}): Caller {
  return { actor: { kind: 'user', id: nameId(name), name }, role, language: 'en', timeZone: 'Europe/Berlin', ...more };
}

/** Who calls in the specs of leads, by the token they send. */
export const callers = {
  ada: caller('Ada', 'agent'),
  ben: caller('Ben', 'agent'),
  /** Supervises Ada and Ben. */
  sue: caller('Sue', 'supervisor'),
  /** An agent in the south, where Sam supervises. */
  cleo: caller('Cleo', 'agent'),
  sam: caller('Sam', 'supervisor'),
  /** An agent whose day begins eight hours after that in Berlin. */
  utah: caller('Utah', 'agent', { timeZone: 'America/Denver' }),
  root: caller('Root', 'administrator', { language: 'de' }),
  website: caller('Website', 'administrator', {
    actor: { kind: 'apiKey', id: newId(), name: 'Website' },
    scopes: ['leads:read', 'leads:write'],
  }),
} satisfies Record<string, Caller>;

export type Token = keyof typeof callers;

export const SOUTH = nameId('team south');

const supervisorId = callers.sue.actor.id;
const PLACES: Readonly<Record<string, ColleagueCommand['data']>> = {
  Ada: { supervisorId },
  Ben: { supervisorId },
  Cleo: { teamIds: [SOUTH] },
  Sam: { teamIds: [SOUTH] },
};

/** The leads service as a client sees it, on the embedded engine, with its work running in the same thread. */
export interface LeadsApi {
  readonly app: NestFastifyApplication;
  readonly engines: Engines;
  readonly worker: RunningWorker;
  get(path: string, token?: Token): Test;
  post(path: string, body?: object, token?: Token): Test;
  patch(path: string, body: object, token?: Token): Test;
  /** Without a body where none is given. */
  request(method: 'post' | 'put' | 'delete', path: string, body?: object, token?: Token): Test;
  /** A new lead; answers its id. */
  create(fields?: object, token?: Token): Promise<string>;
  /** A confirmation of their password. */
  confirm(token?: Token): string;
  /** It is no longer valid. */
  expire(confirmation: string): void;
  /** What identity says of a user. */
  record(user: string, news: ColleagueCommand['data']): Promise<void>;
  /** Resolves when the read models have seen all that was done. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

/** A folder for the data of one spec. */
export function newDataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'leadline-leads-'));
}

/** `data`: a folder that is there already, and stays. `service`: as another version of Leadline had it. */
export async function startLeadsApi(
  clock?: Clock,
  { data, service = leadsService }: { readonly data?: string; readonly service?: ServiceDefinition } = {},
): Promise<LeadsApi> {
  const folder = data ?? (await newDataFolder());
  const config = loadConfig({ LEADLINE_DATA: folder, LOG_LEVEL: 'fatal' });
  const engines = await openEngines(config);
  const logger = createLogger('fatal');
  const options = { services: [service], engines, config, logger, ...(clock ? { clock } : {}) };
  const known = new Map<string, Caller>(Object.entries(callers));
  const authenticator = { authenticate: (token: string) => known.get(token) ?? null };
  const confirmed = new Map<string, Confirmation>();
  const confirmations = { verify: async (token: string) => confirmed.get(token) ?? null };
  const app = await createApi({ ...options, authenticator, confirmations });
  const worker = await createWorker(options);
  for (const { actor, role } of Object.values(callers)) {
    if (actor.kind === 'user')
      await record(app, actor.id, {
        name: actor.name,
        role,
        email: `${actor.name}@example.com`,
        ...PLACES[actor.name],
      });
  }

  const send = (test: Test, token: Token): Test => test.set('authorization', `Bearer ${token}`);
  const api: LeadsApi = {
    app,
    engines,
    worker,
    get: (path, token = 'ada') => send(request(app.getHttpServer()).get(`/api/leads${path}`), token),
    post: (path, body = {}, token = 'ada') =>
      send(request(app.getHttpServer()).post(`/api/leads${path}`).send(body), token),
    patch: (path, body, token = 'ada') =>
      send(request(app.getHttpServer()).patch(`/api/leads${path}`).send(body), token),
    request: (method, path, body, token = 'ada') => {
      const test = send(request(app.getHttpServer())[method](`/api/leads${path}`), token);
      return body === undefined ? test : test.send(body);
    },
    create: async (fields = {}, token = 'ada') => {
      const lead = { subject: 'Heat pump', customer: { familyName: 'Müller' }, ...fields };
      const { body } = await api.post('', lead, token).expect(201);
      return body.id;
    },
    confirm: (token = 'ada') => {
      const jti = newId();
      confirmed.set(jti, { jti, userId: callers[token].actor.id, expiresAt: '2100-01-01T00:00:00Z' });
      return jti;
    },
    expire: (confirmation) => void confirmed.delete(confirmation),
    record: (user, news) => record(app, user, news),
    caughtUp: async () => {
      if (!(await worker.work.idle())) throw new Error('The work did not come to its end');
    },
    close: async () => {
      await worker.stop();
      await app.close();
      await engines.close();
      if (data === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
  // Whom a supervisor sees is looked up in a read model, and kept for a moment.
  await api.caughtUp();
  return api;
}

async function record(app: NestFastifyApplication, id: string, data: ColleagueCommand['data']): Promise<void> {
  const metadata = {
    id: newId(),
    actor: { kind: 'system', id: 'spec', name: 'Spec' },
    at: new Date().toISOString(),
    correlationId: 'spec',
  } as const;
  await app.get(CommandBus).execute(new HandleColleague(id, { type: 'RecordColleague', data, metadata }));
}
