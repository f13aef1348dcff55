/** The header that carries what `POST /api/identity/confirm-password` answered, to the route that asks for it. */
export const CONFIRMATION_HEADER = 'leadline-confirmation';

/** That a person typed their password once more, a moment ago. */
export interface Confirmation {
  readonly userId: string;
  /** Names this one confirmation: whoever acts on it remembers it, so that it serves once. */
  readonly jti: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** Tells whether a password was confirmed. identity-service has the real one; inject it by `CONFIRMATIONS`. */
export interface Confirmations {
  /**
   * The confirmation behind a token, or null where it is not (any more) valid. Whether it was spent is not asked here.
   * @throws EngineUnavailableError
   */
  verify(token: string): Promise<Confirmation | null>;
}

/** For a process that was given none: nothing is confirmed. */
export const noConfirmations: Confirmations = { verify: async () => null };
