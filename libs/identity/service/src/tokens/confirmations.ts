import { newId } from '@leadline/event-sourcing';
import type { EventStore } from '@leadline/engines/event-store';
import { systemClock, type Clock, type Confirmations } from '@leadline/service-kit';
import { keyRing, type KeyRing } from './key-ring.js';
import { signToken, verifyToken, type SignedToken, type TokenKind } from './signed-tokens.js';

/** Time to read a dialog and press its button. */
const CONFIRMATION: TokenKind = {
  typ: 'confirmation+jwt',
  audience: 'leadline:confirmation',
  lifetimeSeconds: 5 * 60,
};

/** That this user typed their password just now. It is spent by whoever acts on it, by its `jti`. */
export function issueConfirmation(keys: KeyRing, clock: Clock, userId: string): Promise<SignedToken> {
  return signToken(keys, clock, CONFIRMATION, { sub: userId, jti: newId() });
}

/** What other services ask whether a password was confirmed. */
export function createConfirmations(options: {
  readonly eventStore: EventStore;
  readonly clock?: Clock;
}): Confirmations {
  const { eventStore, clock = systemClock } = options;
  const keys = keyRing(eventStore, clock);
  return {
    async verify(token) {
      const verified = await verifyToken(keys, clock, CONFIRMATION, token);
      const { sub: userId, jti } = verified?.payload ?? {};
      if (!verified || userId === undefined || jti === undefined) return null;
      return { userId, jti, expiresAt: new Date(verified.expiresAtMs).toISOString() };
    },
  };
}
