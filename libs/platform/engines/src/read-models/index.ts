export * from './port.js';
export { type MongoReadModelsOptions, openMongoReadModels } from './mongo.js';
export { searchQuery, searchTokens, sortText } from './search-text.js';
export { openSqliteReadModels, type SqliteReadModelsOptions } from './sqlite.js';
