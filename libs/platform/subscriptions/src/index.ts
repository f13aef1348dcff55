export * from './definitions.js';
export * from './ledger-port.js';
