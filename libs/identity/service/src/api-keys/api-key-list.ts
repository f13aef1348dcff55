import { sortText } from '@leadline/engines/read-models';
import { idOf } from '@leadline/event-sourcing';
import { apiKeyCodec } from '@leadline/identity-domain';
import { defineReadModel } from '@leadline/subscriptions';

// A type, not an interface: only a type can be taken for a document with any field.
export type ApiKeyDocument = {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly nameKey: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revoked: boolean;
};

/** All API keys, without anything that one could call by. */
export const apiKeyList = defineReadModel<ApiKeyDocument>({
  name: 'apiKeys',
  version: 1,
  categories: [apiKeyCodec.category],
  indexes: [{ on: ['nameKey'] }, { on: ['createdAt'] }, { on: ['revoked', 'nameKey'] }],
  search: ['name'],
  facets: [],
  ofOneStream: true,
  documentIds: ({ stream }) => [idOf(stream)],
  project(stored, key, id) {
    const { type, data, revision } = apiKeyCodec.decode(stored);
    switch (type) {
      case 'ApiKeyCreated': {
        const { name, scopes, createdAt, expiresAt = null } = data;
        return { id, revision, name, nameKey: sortText(name), scopes, createdAt, expiresAt, revoked: false };
      }
      case 'ApiKeyRevoked':
        return key && { ...key, revision, revoked: true };
    }
  },
});
