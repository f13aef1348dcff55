export * from './definitions.js';
export * from './ledger-port.js';
export * from './ledger/sqlite.js';
export * from './ledger/mongo.js';
