export * from './testing/fixed-authenticator.js';
