import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { nameId } from '@leadline/event-sourcing';
import { loadConfig } from '../config/config.js';
import { createApi, type ApiOptions } from '../create-api.js';
import { openEngines } from '../engines/open-engines.js';
import { createLogger } from '../logging/logger.js';
import { counterService } from './counter-service.js';
import { callerNamed, fixedAuthenticator } from './fixed-authenticator.js';

/** The counter service over HTTP, for specs of what every service has. Nobody does the work behind it. */
export interface CounterApi {
  readonly app: NestFastifyApplication;
  /** Everything logged so far, a line of JSON each. */
  readonly lines: string[];
  readonly http: () => ReturnType<typeof request>;
  readonly post: (url: string, token?: string) => request.Test;
  readonly get: (url: string, token?: string) => request.Test;
  /** The id of a fresh counter. */
  readonly startCounter: () => Promise<string>;
  close(): Promise<void>;
}

/** API keys, named after their scopes. */
const keys = Object.fromEntries(
  [[], ['counters:read'], ['counters:write'], ['counters:admin'], ['operations:admin', 'leads:admin']].map((scopes) => {
    const name = `key:${scopes.join('+')}`;
    const actor = { kind: 'apiKey' as const, id: nameId(name), name };
    return [name.replaceAll(':', '.'), callerNamed(name, 'administrator', { actor, scopes })];
  }),
);

/** Knows the tokens `agent`, `german` (an agent who reads German), `admin`, and keys such as `key.counters.read`. */
export async function openCounterApi(
  env: Readonly<Record<string, string>> = {},
  more: Partial<ApiOptions> = {},
): Promise<CounterApi> {
  const folder = mkdtempSync(join(tmpdir(), 'leadline-api-'));
  const config = loadConfig({ LEADLINE_DATA: folder, ...env });
  const engines = await openEngines(config);
  const lines: string[] = [];
  const app = await createApi({
    services: [counterService],
    engines,
    config,
    authenticator: fixedAuthenticator({
      agent: callerNamed('Ada'),
      german: callerNamed('Berta', 'agent', { language: 'de' }),
      admin: callerNamed('Root', 'administrator'),
      ...keys,
    }),
    logger: createLogger('info', { write: (line) => lines.push(line) }),
    ...more,
  });
  const http = () => request(app.getHttpServer());
  const post = (url: string, token = 'agent') => http().post(url).set('authorization', `Bearer ${token}`);
  const get = (url: string, token = 'agent') => http().get(url).set('authorization', `Bearer ${token}`);
  return {
    app,
    lines,
    http,
    post,
    get,
    startCounter: async () => (await post('/api/counters').send({ label: 'a' }).expect(201)).body.id,
    close: async () => {
      await app.close();
      await engines.close();
      rmSync(folder, { recursive: true });
    },
  };
}
