import { describe, expect, it } from '@jest/globals';
import { checkDecider, given, testMetadata } from '@leadline/event-sourcing/testing';
import fc from 'fast-check';
import { scopes, type ApiKeyEvent } from './api-key.events.js';
import { apiKeyAggregate, type ApiKey, type ApiKeyCommand } from './api-key.js';

const { decider } = apiKeyAggregate;
const { at } = testMetadata;
const data = { name: 'Website', scopes: ['leads:read', 'leads:write'], secretHash: 'hash' } as const;
const create = (more: object = {}): ApiKeyCommand => ({
  type: 'CreateApiKey',
  data: { ...data, ...more },
  metadata: testMetadata,
});
const created: ApiKeyEvent = { type: 'ApiKeyCreated', data: { ...data, scopes: [...data.scopes], createdAt: at } };
const revoke: ApiKeyCommand = { type: 'RevokeApiKey', data: {}, metadata: testMetadata };

describe('an API key', () => {
  it('is created once, with each scope once', () => {
    given(decider)
      .when(create({ scopes: ['leads:write', 'leads:read', 'leads:write'] }))
      .then(created);
    given(decider, created).when(create()).then();
  });

  it('may end by itself, but not before it begins', () => {
    given(decider)
      .when(create({ expiresAt: at }))
      .thenRejects('api-key.expires-in-past');
    const expiresAt = '2027-01-01T00:00:00.000Z';
    given(decider)
      .when(create({ expiresAt }))
      .then({ type: 'ApiKeyCreated', data: { ...data, scopes: [...data.scopes], createdAt: at, expiresAt } });
  });

  it('is revoked for good', () => {
    given(decider, created).when(revoke).then({ type: 'ApiKeyRevoked', data: {} });
    given(decider, created, { type: 'ApiKeyRevoked', data: {} }).when(revoke).then();
    given(decider).when(revoke).thenRejects('api-key.not-found');
  });

  it('keeps its scopes, whatever is asked', () =>
    checkDecider<ApiKey, ApiKeyCommand, ApiKeyEvent>({
      aggregate: apiKeyAggregate,
      command: (metadata) =>
        fc.oneof(
          fc
            .uniqueArray(fc.constantFrom(...scopes), { minLength: 1 })
            .map((some): ApiKeyCommand => ({ type: 'CreateApiKey', data: { ...data, scopes: some }, metadata })),
          fc.constant<ApiKeyCommand>({ ...revoke, metadata }),
        ),
      invariant: (key) => {
        if (key) expect(key.scopes).toEqual([...new Set(key.scopes)].sort());
      },
    }));
});
