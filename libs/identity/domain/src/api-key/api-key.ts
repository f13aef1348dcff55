import { DomainError, type Aggregate, type Command } from '@leadline/event-sourcing';
import { apiKeyCodec, type ApiKeyEvent, type Scope } from './api-key.events.js';

/** A key, or null where there is none by that id. */
export type ApiKey = {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly secretHash: string;
  readonly createdAt: string;
  /** ISO 8601, UTC; null: never. */
  readonly expiresAt: string | null;
  readonly revoked: boolean;
} | null;

export type ApiKeyCommand =
  | Command<
      'CreateApiKey',
      {
        readonly name: string;
        readonly scopes: readonly Scope[];
        readonly secretHash: string;
        readonly expiresAt?: string;
      }
    >
  | Command<'RevokeApiKey', Record<string, never>>;

export const apiKeyAggregate: Aggregate<ApiKey, ApiKeyCommand, ApiKeyEvent> = {
  decider: { initialState: () => null, decide, evolve },
  codec: apiKeyCodec,
  stateVersion: 1,
};

function decide(command: ApiKeyCommand, key: ApiKey): readonly ApiKeyEvent[] {
  switch (command.type) {
    case 'CreateApiKey': {
      if (key) return [];
      const { data, metadata } = command;
      if (data.expiresAt !== undefined && data.expiresAt <= metadata.at)
        throw new DomainError('api-key.expires-in-past');
      const scopes = [...new Set(data.scopes)].sort();
      return [{ type: 'ApiKeyCreated', data: { ...data, scopes, createdAt: metadata.at } }];
    }
    case 'RevokeApiKey':
      if (!key) throw new DomainError('api-key.not-found');
      return key.revoked ? [] : [{ type: 'ApiKeyRevoked', data: {} }];
  }
}

/** Total: what does not fit changes nothing. */
function evolve(key: ApiKey, event: ApiKeyEvent): ApiKey {
  switch (event.type) {
    case 'ApiKeyCreated': {
      const { expiresAt = null, ...data } = event.data;
      return { ...data, expiresAt, revoked: false };
    }
    case 'ApiKeyRevoked':
      return key && { ...key, revoked: true };
  }
}
