import { join } from 'node:path';
import { configurationReference } from '@leadline/service-kit';
import { format, resolveConfig } from 'prettier';
import type { Artifact } from './artifact.js';
import { asyncApiFile } from './async-api.js';
import { consoleSchemas } from './console-schema.js';
import { eventPages, type CataloguedPart } from './event-pages.js';
import { openApiFiles, readOpenApi } from './open-api.js';
import { parts, withProduct, type ProductApi } from './product.js';
import { publishedBy } from './public-events.js';
import { storedEventTypes } from './stored-events.js';

/** Everything that is made from the code, formatted like everything else in the tree. */
export async function generated(root: string): Promise<Artifact[]> {
  const artifacts = await withProduct(async (api) => {
    const openApi = await readOpenApi(api);
    const catalogue = await readCatalogue(root, api);
    return [
      ...openApiFiles(openApi),
      ...(await consoleSchemas(openApi)),
      ...eventPages(catalogue),
      asyncApiFile(catalogue.flatMap(({ published }) => published)),
      { path: 'docs/configuration.md', content: configurationReference() },
    ];
  });
  const style = await resolveConfig(join(root, 'package.json'));
  return Promise.all(
    artifacts.map(async ({ path, content }) => ({
      path,
      content: await format(content, { ...style, filepath: path }),
    })),
  );
}

/** Every part with the events that it stores and publishes. */
export async function readCatalogue(root: string, api: ProductApi): Promise<CataloguedPart[]> {
  return Promise.all(
    parts.map(async (part) => {
      const stored = await storedEventTypes(root, part);
      return { name: part.name, stored, published: publishedBy(api, part, stored) };
    }),
  );
}
