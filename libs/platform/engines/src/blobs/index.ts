import type { GridFsOptions } from './gridfs.js';
import type { Blobs } from './port.js';

export * from './port.js';
export { openFolderBlobs } from './folder.js';
export type { GridFsOptions } from './gridfs.js';

/** GridFS. Its client is loaded only here: who runs embedded starts without it. See `gridfs.ts`. */
export async function openGridFsBlobs(options: GridFsOptions): Promise<Blobs> {
  return (await import('./gridfs.js')).openGridFsBlobs(options);
}
