import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as identityContracts from '@leadline/identity-contracts';
import * as identityDomain from '@leadline/identity-domain';
import { identityService } from '@leadline/identity-service';
import * as leadsContracts from '@leadline/leads-contracts';
import * as leadsDomain from '@leadline/leads-domain';
import { leadsService } from '@leadline/leads-service';
import { createApi, createLogger, loadConfig, openEngines, type ServiceDefinition } from '@leadline/service-kit';
import * as subscriptions from '@leadline/subscriptions';
import type { z } from 'zod';

/** What other services may know of one: its public events, by type. */
export interface Contracts {
  readonly publicEvents: Readonly<Record<string, z.ZodType>>;
  publicEventSchemas(): Readonly<Record<string, object>>;
}

/** A part of Leadline with events of its own. */
export interface Part {
  readonly name: string;
  readonly service?: ServiceDefinition;
  readonly contracts?: Contracts;
  /** Everything that its domain exports: its codecs are among it. */
  readonly domain: Readonly<Record<string, unknown>>;
  /** Where its `golden` folder is. */
  readonly folder: string;
}

/** Every part, by name. A new service is one line here. */
export const parts: readonly Part[] = [
  {
    name: 'identity',
    service: identityService,
    contracts: identityContracts,
    domain: identityDomain,
    folder: 'libs/identity/domain',
  },
  { name: 'leads', service: leadsService, contracts: leadsContracts, domain: leadsDomain, folder: 'libs/leads/domain' },
  { name: 'operations', domain: subscriptions, folder: 'libs/platform/subscriptions' },
];

export type ProductApi = Awaited<ReturnType<typeof createApi>>;

/** The product itself, all its services in an empty folder, for as long as `use` looks at it. Nothing listens. */
export async function withProduct<T>(use: (api: ProductApi) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'leadline-generate-'));
  const config = loadConfig({ LEADLINE_DATA: folder, LOG_LEVEL: 'silent' });
  const engines = await openEngines(config);
  try {
    const services = parts.flatMap(({ service }) => service ?? []);
    const authenticator = { authenticate: () => null };
    const api = await createApi({ services, engines, config, authenticator, logger: createLogger('silent') });
    try {
      return await use(api);
    } finally {
      await api.close();
    }
  } finally {
    await engines.close();
    await rm(folder, { recursive: true, force: true });
  }
}
