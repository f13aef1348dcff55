import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { Artifact } from './artifact.js';
import type { OpenApiDocuments } from './open-api.js';

const FOLDER = 'apps/console/src/api/schema';

const HEAD = `/* eslint-disable */
// Made from the services' OpenAPI by \`npm run generate\`. Do not edit.

`;

/** What the console's typed client knows of the services: \`<service>.d.ts\`. */
export async function consoleSchemas(documents: OpenApiDocuments): Promise<Artifact[]> {
  return Promise.all(
    Object.entries(documents).map(async ([name, document]) => ({
      path: `${FOLDER}/${name}.d.ts`,
      content: HEAD + astToString(await openapiTS(asOpenApi(document))),
    })),
  );
}

function asOpenApi(document: object): OpenAPI3;
function asOpenApi(document: object): object {
  // openapi-typescript resolves references in place: it gets a copy.
  return structuredClone(document);
}
