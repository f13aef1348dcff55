import { event, eventCodec, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';

/** What a key can open: the path segment after /api/. */
export const scopedServices = [
  'leads',
  'contacts',
  'sales-documents',
  'notifications',
  'identity',
  'operations',
] as const;
const scopeKinds = ['read', 'write', 'admin'] as const;

/** `leads:read`: GET and HEAD; `leads:write`: other methods; `leads:admin`: both, and what administrators may. */
export type Scope = `${(typeof scopedServices)[number]}:${(typeof scopeKinds)[number]}`;

export const scopes: readonly Scope[] = scopedServices.flatMap((service) =>
  scopeKinds.map((kind): Scope => `${service}:${kind}`),
);

export const apiKeyEvents = {
  ApiKeyCreated: event(
    'Other software may call Leadline by this key, as far as its scopes reach. Of the key only a hash is kept.',
    z.strictObject({
      name: z.string().min(1),
      scopes: z.array(z.string().regex(/^[a-z][a-z-]*:(read|write|admin)$/)).min(1),
      secretHash: z.string().min(1),
      createdAt: z.iso.datetime(),
      expiresAt: z.iso.datetime().optional(),
    }),
  ),
  ApiKeyRevoked: event('The key opens nothing any more.', z.strictObject({})),
};

export type ApiKeyEvent = EventsOf<typeof apiKeyEvents>;

export const apiKeyCodec = eventCodec('apiKey', apiKeyEvents);
