export * from './http.js';
export * from './public-events.js';
