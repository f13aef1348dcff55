import { describe, expect, it } from '@jest/globals';
import { newId } from '@leadline/event-sourcing';
import { inMemoryStreams } from '@leadline/event-sourcing/testing';
import { testClock } from '../testing/identity-api.js';
import { issueAccessToken, verifyAccessToken } from './access-tokens.js';
import { keyRing } from './key-ring.js';
import { SYSTEM } from '../system-actor.js';

const DAY_MS = 86_400_000;
const subject = { userId: 'somebody', sessionId: 'session' };

function rings() {
  const streams = inMemoryStreams();
  const clock = testClock();
  const metadata = () => ({ id: newId(), actor: SYSTEM, at: clock.now(), correlationId: newId() });
  return { streams, clock, metadata, one: keyRing(streams, clock), other: keyRing(streams, clock) };
}

const kids = async (ring: ReturnType<typeof keyRing>): Promise<unknown[]> =>
  (await ring.jwks()).keys.map(({ kid }) => kid);

describe('signing keys', () => {
  it('are one for all processes, also of those that start at once', async () => {
    const { streams, clock, one, other } = rings();
    const current = await Promise.all([one.current(), other.current()]);
    expect(streams.log).toHaveLength(1);
    expect(current[0]?.kid).toBe(current[1]?.kid);
    const { token } = await issueAccessToken(one, clock, subject);
    expect(await verifyAccessToken(other, clock, token)).toMatchObject(subject);
  });

  it('are replaced after thirty days by one of those that want to', async () => {
    const { streams, clock, one, other } = rings();
    const first = await one.current();
    await other.current();
    clock.pass(30 * DAY_MS);
    const [next, same] = await Promise.all([one.current(), other.current()]);
    expect(next.kid).not.toBe(first.kid);
    expect(same.kid).toBe(next.kid);
    expect(streams.log).toHaveLength(2);
  });

  it('replaced by another process are known at once where a token of the new one comes', async () => {
    const { clock, metadata, one, other } = rings();
    await other.current();
    await one.rotate(metadata());
    const { token } = await issueAccessToken(one, clock, subject);
    expect(await verifyAccessToken(other, clock, token)).toMatchObject(subject);
  });

  it('verify until nothing that they signed can still be valid', async () => {
    const { clock, metadata, one, other } = rings();
    const { kid: former } = await other.current();
    await one.rotate(metadata());
    // The other process does not know yet, and still signs by the former.
    clock.pass(59_000);
    const { token } = await issueAccessToken(other, clock, subject);
    expect(await kids(one)).toEqual([former, (await one.current()).kid]);
    clock.pass(15 * 60_000 - 1_000);
    expect(await verifyAccessToken(one, clock, token)).toMatchObject(subject);
    clock.pass(10 * 60_000);
    expect(await verifyAccessToken(one, clock, token)).toBeNull();
    expect(await kids(one)).toEqual([(await one.current()).kid]);
    expect(await one.verifying(former)).toBeNull();
  });

  it('are replaced on demand once, however often it is asked at once', async () => {
    const { streams, metadata, one, other } = rings();
    await Promise.all([one.current(), other.current()]);
    const asked = metadata();
    await Promise.all([one.rotate(asked), other.rotate(asked)]);
    expect(streams.log).toHaveLength(2);
  });
});
