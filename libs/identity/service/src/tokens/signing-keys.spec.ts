import { describe, expect, it } from '@jest/globals';
import { inMemoryStreams } from '@leadline/event-sourcing/testing';
import { systemClock } from '@leadline/service-kit';
import { issueToken, verifyToken } from './access-tokens.js';
import { loadSigningKeys } from './signing-keys.js';

describe('signing keys', () => {
  it('are one for all processes, also of those that start at once', async () => {
    const streams = inMemoryStreams();
    const [one, other, later] = [
      ...(await Promise.all([loadSigningKeys(streams, systemClock), loadSigningKeys(streams, systemClock)])),
      await loadSigningKeys(streams, systemClock),
    ];
    expect(streams.log).toHaveLength(1);
    expect([other.jwks, later.jwks]).toEqual([one.jwks, one.jwks]);
    const { token } = await issueToken(one, 'somebody', systemClock);
    expect(await verifyToken(other, token, systemClock)).toMatchObject({ userId: 'somebody' });
  });
});
