import { event, eventCodec, type Aggregate, type Command, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';

/** An Ed25519 key as a JWK (RFC 8037). `d` is the private part. */
const signingKey = z.strictObject({ kid: z.string().min(1), x: z.string().min(1), d: z.string().min(1) });

/**
 * The keys that sign access tokens, in the event store so that all processes share them and one is there after any first
 * start: docs/adr/0010-signing-keys-in-the-event-store.md. Secret: nothing follows this category, and no route, replay or message shows it.
 */
export const signingKeyEvents = {
  SigningKeyCreated: event('Tokens are signed by this key from now on. Secret.', signingKey),
};

export type SigningKey = z.output<typeof signingKey>;
export type SigningKeyEvent = EventsOf<typeof signingKeyEvents>;
export type SigningKeyCommand = Command<'CreateSigningKey', SigningKey>;

export const signingKeyCodec = eventCodec('signingKey', signingKeyEvents);

/** The one stream of keys: what makes two processes that start at once agree on one. */
export const SIGNING_KEYS = 'tokens';

/** All keys, the newest last: that one signs, any of them verifies. */
export const signingKeyAggregate: Aggregate<readonly SigningKey[], SigningKeyCommand, SigningKeyEvent> = {
  decider: {
    initialState: () => [],
    decide: ({ data }, keys) => (keys.length > 0 ? [] : [{ type: 'SigningKeyCreated', data }]),
    evolve: (keys, { data }) => [...keys, data],
  },
  codec: signingKeyCodec,
  stateVersion: 1,
};
