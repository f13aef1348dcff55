import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Artifact } from './artifact.js';
import { consoleSchemas } from './console-schema.js';
import { openApiFiles, readOpenApi } from './open-api.js';

/** Everything that is made from the code, formatted like everything else in the tree. */
export async function generated(root: string): Promise<Artifact[]> {
  const openApi = await readOpenApi();
  const artifacts = [...openApiFiles(openApi), ...(await consoleSchemas(openApi))];
  const style = await resolveConfig(join(root, 'package.json'));
  return Promise.all(
    artifacts.map(async ({ path, content }) => ({
      path,
      content: await format(content, { ...style, filepath: path }),
    })),
  );
}
