import { generateKeyPairSync, randomUUID } from 'node:crypto';
import {
  handleCommand,
  loadState,
  newId,
  type CommandMetadata,
  type EventStreams,
  type Handled,
} from '@leadline/event-sourcing';
import {
  isDueForRotation,
  SIGNING_KEYS,
  signingKeyAggregate,
  verifyingKeys,
  type SigningKey,
  type SigningKeyEvent,
} from '@leadline/identity-domain';
import type { Clock } from '@leadline/service-kit';
import { importJWK, type CryptoKey, type JWK } from 'jose';
import { SYSTEM } from '../system-actor.js';

/** RFC 7517. Public parts only. */
export interface PublicKeys {
  readonly keys: readonly JWK[];
}

/** The keys of this installation, as one process sees them. Each process may have several: the event store decides. */
export interface KeyRing {
  /** The key to sign by. The first one is made where there is none, the next one when its time has come. */
  current(): Promise<{ readonly kid: string; readonly privateKey: CryptoKey }>;
  /** The key of that id, or null where nothing that it signed can still be valid. */
  verifying(kid: string): Promise<CryptoKey | null>;
  jwks(): Promise<PublicKeys>;
  /** Signs by a new key from now on; tokens of the former stay valid until they expire. */
  rotate(metadata: CommandMetadata): Promise<Handled<SigningKeyEvent>>;
}

/** So old may a process's knowledge be when it signs: for so long a key that was replaced may still be used. */
const SIGNING_STALE_MS = 60_000;
/** Others look here for a key that they just met. */
const PUBLISHING_STALE_MS = 1_000;
/** Longer than any token lives, with what a stale process and clocks that differ may add. */
const GRACE_MS = 20 * 60_000;

interface Read {
  readonly keys: readonly SigningKey[];
  readonly readAtMs: number;
}

export function keyRing(eventStore: EventStreams, clock: Clock): KeyRing {
  let last: Read | null = null;
  let reading: Promise<Read> | null = null;

  function read(): Promise<Read> {
    reading ??= storedKeys(eventStore)
      .then((keys) => (last = { keys, readAtMs: clock.nowMs() }))
      .finally(() => (reading = null));
    return reading;
  }

  function notOlderThan(ms: number): Read | Promise<Read> {
    return last && clock.nowMs() - last.readAtMs <= ms ? last : read();
  }

  async function create(after: string | null, metadata: CommandMetadata): Promise<Handled<SigningKeyEvent>> {
    const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    const command = { type: 'CreateSigningKey', data: { kid: randomUUID(), x, d, after }, metadata } as const;
    const handled = await handleCommand(eventStore, signingKeyAggregate, SIGNING_KEYS, command);
    await read();
    return handled;
  }

  async function newest(maxAgeMs: number): Promise<SigningKey> {
    const { keys } = await notOlderThan(maxAgeMs);
    const key = keys.at(-1);
    if (key && !isDueForRotation(keys, clock.nowMs())) return key;
    const metadata = { id: newId(), actor: SYSTEM, at: clock.now(), correlationId: newId() };
    await create(key?.kid ?? null, metadata);
    return (await read()).keys.at(-1) ?? missing();
  }

  const find = ({ keys }: Read, kid: string): SigningKey | undefined =>
    verifyingKeys(keys, clock.nowMs(), GRACE_MS).find((key) => key.kid === kid);

  return {
    async current() {
      const { kid, x, d } = await newest(SIGNING_STALE_MS);
      return { kid, privateKey: await imported({ x, d }) };
    },

    async verifying(kid) {
      const known = find(await notOlderThan(SIGNING_STALE_MS), kid);
      if (known) return imported({ x: known.x });
      // Another process may have made it a moment ago: what is read from now on shows it, one reading for all who ask.
      await reading?.catch(() => undefined);
      const key = find(await read(), kid);
      return key ? imported({ x: key.x }) : null;
    },

    async jwks() {
      await newest(PUBLISHING_STALE_MS);
      const { keys } = await notOlderThan(PUBLISHING_STALE_MS);
      return {
        keys: verifyingKeys(keys, clock.nowMs(), GRACE_MS).map(({ kid, x }) => {
          return { ...CURVE, alg: 'EdDSA', use: 'sig', kid, x };
        }),
      };
    },

    async rotate(metadata) {
      const { kid } = await newest(0);
      return create(kid, metadata);
    },
  };
}

const CURVE = { kty: 'OKP', crv: 'Ed25519' } as const;

async function storedKeys(eventStore: EventStreams): Promise<readonly SigningKey[]> {
  const stream = signingKeyAggregate.codec.streamOf(SIGNING_KEYS);
  return (await loadState(eventStore, signingKeyAggregate, stream)).state;
}

async function imported(jwk: { readonly x: string; readonly d?: string }): Promise<CryptoKey> {
  const key = await importJWK({ ...CURVE, ...jwk }, 'EdDSA');
  if (key instanceof Uint8Array) throw new TypeError('An Ed25519 key is no secret of bytes');
  return key;
}

function missing(): never {
  throw new Error('There is no signing key though one was just created');
}
