export * from './given-when-then.js';
export * from './decider-properties.js';
export * from './golden-events.js';
export * from './in-memory-streams.js';
