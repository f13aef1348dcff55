export * from './decider.js';
export * from './domain-error.js';
export * from './event-codec.js';
export * from './handle-command.js';
export * from './ids.js';
export { loadState, REMEMBERED_COMMANDS, type Loaded, type PastCommand } from './load-state.js';
export * from './streams.js';
