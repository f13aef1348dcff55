import type { Artifact } from './artifact.js';
import { isRecord, sortedKeys } from './json.js';
import { parts, type ProductApi } from './product.js';

/** OpenAPI documents by service. */
export type OpenApiDocuments = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * The OpenAPI document of every service and of the operations, asked of the product itself. Paths and schemas are sorted
 * by name, so that moving code about changes nothing.
 */
export async function readOpenApi(api: ProductApi): Promise<OpenApiDocuments> {
  const documents: Record<string, Record<string, unknown>> = {};
  for (const { name } of parts) {
    const url = `/api/${name}/openapi.json`;
    const { statusCode, body } = await api.inject({ method: 'GET', url });
    if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}`);
    documents[name] = ordered(JSON.parse(body));
  }
  return documents;
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
