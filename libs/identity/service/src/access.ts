import type { Access, Engines } from '@leadline/service-kit';
import { createAuthenticator } from './tokens/authenticator.js';
import { createConfirmations } from './tokens/confirmations.js';

/** Who may enter, and who has just typed their password: for every process that serves HTTP, whichever service it is. */
export function identityAccess({ eventStore }: Pick<Engines, 'eventStore'>): Access {
  return { authenticator: createAuthenticator({ eventStore }), confirmations: createConfirmations({ eventStore }) };
}
