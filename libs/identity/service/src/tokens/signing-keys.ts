import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { handleCommand, loadState, newId, type EventStreams } from '@leadline/event-sourcing';
import { SIGNING_KEYS, signingKeyAggregate, type SigningKey } from '@leadline/identity-domain';
import type { Clock } from '@leadline/service-kit';
import { importJWK, type CryptoKey, type JWK } from 'jose';
import { SYSTEM } from '../system-actor.js';

/** The key that signs, and those that verify, by their ids. */
export interface SigningKeys {
  readonly current: { readonly kid: string; readonly privateKey: CryptoKey };
  readonly publicKeys: ReadonlyMap<string, CryptoKey>;
  /** RFC 7517. Public parts only. */
  readonly jwks: { readonly keys: readonly JWK[] };
}

/** The keys of this installation; made where there are none yet. Of several processes that start at once, one makes it. */
export async function loadSigningKeys(eventStore: EventStreams, clock: Clock): Promise<SigningKeys> {
  const stored = await storedKeys(eventStore);
  if (stored.length > 0) return usable(stored);
  const { kty: _kty, crv: _crv, ...jwk } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const { x = '', d = '' } = jwk;
  const metadata = { id: newId(), actor: SYSTEM, at: clock.now(), correlationId: newId() };
  const command = { type: 'CreateSigningKey', data: { kid: randomUUID(), x, d }, metadata } as const;
  await handleCommand(eventStore, signingKeyAggregate, SIGNING_KEYS, command);
  return usable(await storedKeys(eventStore));
}

async function storedKeys(eventStore: EventStreams): Promise<readonly SigningKey[]> {
  const stream = signingKeyAggregate.codec.streamOf(SIGNING_KEYS);
  return (await loadState(eventStore, signingKeyAggregate, stream)).state;
}

async function usable(keys: readonly SigningKey[]): Promise<SigningKeys> {
  const newest = keys.at(-1);
  if (!newest) throw new Error('There is no signing key though one was just created');
  const publicJwks = keys.map(({ kid, x }) => ({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid, x }));
  const imported = publicJwks.map(async (jwk) => [jwk.kid, await imported25519(jwk)] as const);
  return {
    current: {
      kid: newest.kid,
      privateKey: await imported25519({ kty: 'OKP', crv: 'Ed25519', x: newest.x, d: newest.d }),
    },
    publicKeys: new Map(await Promise.all(imported)),
    jwks: { keys: publicJwks },
  };
}

async function imported25519(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'EdDSA');
  if (key instanceof Uint8Array) throw new TypeError('An Ed25519 key is no secret of bytes');
  return key;
}
