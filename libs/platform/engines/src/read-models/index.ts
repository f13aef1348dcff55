export * from './port.js';
export { searchQuery, searchTokens, sortText } from './search-text.js';
export { openSqliteReadModels } from './sqlite.js';
