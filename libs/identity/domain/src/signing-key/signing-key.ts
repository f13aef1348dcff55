import { event, eventCodec, type Aggregate, type Command, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';

/** An Ed25519 key as a JWK (RFC 8037). `d` is the private part. */
const signingKey = z.strictObject({
  kid: z.string().min(1),
  x: z.string().min(1),
  d: z.string().min(1),
  createdAt: z.iso.datetime(),
});

/** Of a key from before they were rotated nobody knows: old enough to be followed by another at once. */
const LONG_AGO = '1970-01-01T00:00:00.000Z';

/**
 * The keys that sign access tokens, in the event store so that all processes share them and one is there after any first
 * start: docs/adr/0010-signing-keys-in-the-event-store.md. Secret: nothing follows this category, and no route, replay or message shows it.
 */
export const signingKeyEvents = {
  SigningKeyCreated: event('Tokens are signed by this key from now on. Secret.', signingKey, {
    version: 2,
    upcast: { 1: (data) => ({ ...data, createdAt: LONG_AGO }) },
  }),
};

export type SigningKey = z.output<typeof signingKey>;
export type SigningKeyEvent = EventsOf<typeof signingKeyEvents>;
/** `after`: the key that signs now, as far as whoever asks knows; null: none. */
export type SigningKeyCommand = Command<
  'CreateSigningKey',
  Omit<SigningKey, 'createdAt'> & { readonly after: string | null }
>;

export const signingKeyCodec = eventCodec('signingKey', signingKeyEvents);

/** The one stream of keys: what makes two processes that start at once agree on one. */
export const SIGNING_KEYS = 'tokens';

/** All keys, the newest last: that one signs. A second process that wants to replace the same key changes nothing. */
export const signingKeyAggregate: Aggregate<readonly SigningKey[], SigningKeyCommand, SigningKeyEvent> = {
  decider: {
    initialState: () => [],
    decide: ({ data: { after, ...key }, metadata }, keys) =>
      after === (keys.at(-1)?.kid ?? null)
        ? [{ type: 'SigningKeyCreated', data: { ...key, createdAt: metadata.at } }]
        : [],
    evolve: (keys, { data }) => [...keys, data],
  },
  codec: signingKeyCodec,
  stateVersion: 2,
};

/** A key signs for so long, if nobody replaces it before. */
const ROTATION_MS = 30 * 24 * 60 * 60 * 1_000;

export function isDueForRotation(keys: readonly SigningKey[], nowMs: number): boolean {
  const newest = keys.at(-1);
  return !newest || Date.parse(newest.createdAt) + ROTATION_MS <= nowMs;
}

/** The keys by which a token may still be signed: the newest, and each that was replaced less than `graceMs` ago. */
export function verifyingKeys(keys: readonly SigningKey[], nowMs: number, graceMs: number): readonly SigningKey[] {
  return keys.filter((_key, index) => {
    const successor = keys[index + 1];
    return !successor || Date.parse(successor.createdAt) + graceMs > nowMs;
  });
}
