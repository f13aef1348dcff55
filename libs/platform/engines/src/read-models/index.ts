import type { MongoReadModelsOptions } from './mongo.js';
import type { ReadModelStore } from './port.js';

export * from './port.js';
export type { MongoReadModelsOptions } from './mongo.js';
export { searchQuery, searchTokens, sortText } from './search-text.js';
export { openSqliteReadModels, type SqliteReadModelsOptions } from './sqlite.js';

/** MongoDB. Its client is loaded only here: who runs embedded starts without it. See `mongo.ts`. */
export async function openMongoReadModels(options: MongoReadModelsOptions): Promise<ReadModelStore> {
  return (await import('./mongo.js')).openMongoReadModels(options);
}
