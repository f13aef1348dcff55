import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityService } from '@leadline/identity-service';
import { leadsService } from '@leadline/leads-service';
import { createApi, createLogger, loadConfig, openEngines, type ServiceDefinition } from '@leadline/service-kit';
import type { Artifact } from './artifact.js';
import { isRecord, sortedKeys } from './json.js';

/** Every service that has an API of its own. */
const services: readonly ServiceDefinition[] = [leadsService, identityService];

/** OpenAPI documents by service. */
export type OpenApiDocuments = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * The OpenAPI document of every service and of the operations, asked of the product itself in an empty folder. Paths and
 * schemas are sorted by name, so that moving code about changes nothing.
 */
export async function readOpenApi(): Promise<OpenApiDocuments> {
  const folder = await mkdtemp(join(tmpdir(), 'leadline-generate-'));
  const config = loadConfig({ LEADLINE_DATA: folder, LOG_LEVEL: 'silent' });
  const engines = await openEngines(config);
  try {
    const app = await createApi({
      services,
      engines,
      config,
      authenticator: { authenticate: () => null },
      logger: createLogger('silent'),
    });
    const documents: Record<string, Record<string, unknown>> = {};
    for (const name of [...services.map((service) => service.name), 'operations']) {
      const url = `/api/${name}/openapi.json`;
      const { statusCode, body } = await app.inject({ method: 'GET', url });
      if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}`);
      documents[name] = ordered(JSON.parse(body));
    }
    await app.close();
    return documents;
  } finally {
    await engines.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** `docs/api/<service>.openapi.json`. */
export function openApiFiles(documents: OpenApiDocuments): Artifact[] {
  return Object.entries(documents).map(([name, document]) => ({
    path: `docs/api/${name}.openapi.json`,
    content: JSON.stringify(document, null, 2),
  }));
}

function ordered(document: unknown): Record<string, unknown> {
  if (!isRecord(document) || !isRecord(document['paths']) || !isRecord(document['components'])) {
    throw new Error('What a service answers for its OpenAPI is none');
  }
  const components = Object.entries(sortedKeys(document['components']));
  return {
    ...document,
    paths: sortedKeys(document['paths']),
    components: Object.fromEntries(
      components.map(([kind, named]) => [kind, isRecord(named) ? sortedKeys(named) : named]),
    ),
  };
}
