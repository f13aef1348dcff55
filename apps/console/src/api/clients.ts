import createClient from 'openapi-fetch';
import { i18n } from '../i18n/i18n.js';
import { session } from '../session/browser-session.js';
import { pause } from './command.js';
import type { paths as IdentityPaths } from './schema/identity.js';
import type { paths as LeadsPaths } from './schema/leads.js';
import type { paths as OperationsPaths } from './schema/operations.js';
import { createPositions, createTransport } from './transport.js';

/** Sends a request as the user who is signed in; for what no typed client does: files and streams. */
export const transport = createTransport({
  session,
  positions: createPositions(),
  language: () => i18n.language,
  fetch: (request) => fetch(request),
  wait: pause,
});

const options = {
  baseUrl: location.origin,
  fetch: transport,
  // `status=open,won`, as the lists want it.
  querySerializer: { array: { style: 'form', explode: false } },
} as const;

/** Typed by what the services say about themselves: `npm run generate`. */
export const leads = createClient<LeadsPaths>(options);
export const identity = createClient<IdentityPaths>(options);
export const operations = createClient<OperationsPaths>(options);
