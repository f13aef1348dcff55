import { describe, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import { signingKeyAggregate, type SigningKeyCommand, type SigningKeyEvent } from './signing-key.js';

const create = (kid: string): SigningKeyCommand => ({
  type: 'CreateSigningKey',
  data: { kid, x: 'public', d: 'private' },
  metadata: testMetadata,
});
const created: SigningKeyEvent = { type: 'SigningKeyCreated', data: { kid: 'one', x: 'public', d: 'private' } };

describe('the key that signs tokens', () => {
  it('is created once, whoever else wants to', () => {
    given(signingKeyAggregate.decider).when(create('one')).then(created);
    given(signingKeyAggregate.decider, created).when(create('two')).then();
  });
});
