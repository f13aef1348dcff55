export * from './event-store/contract.js';
export * from './message-bus/contract.js';
export * from './blobs/contract.js';
export * from './read-models/contract.js';
