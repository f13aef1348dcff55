import { describe, expect, it } from '@jest/globals';
import { checkDecider, given, testMetadata } from '@leadline/event-sourcing/testing';
import fc from 'fast-check';
import {
  isDueForRotation,
  signingKeyAggregate,
  verifyingKeys,
  type SigningKey,
  type SigningKeyCommand,
  type SigningKeyEvent,
} from './signing-key.js';

const { at } = testMetadata;
const create = (kid: string, after: string | null): SigningKeyCommand => ({
  type: 'CreateSigningKey',
  data: { kid, x: 'public', d: 'private', after },
  metadata: testMetadata,
});
const key = (kid: string, createdAt = at): SigningKey => ({ kid, x: 'public', d: 'private', createdAt });
const created = (kid: string): SigningKeyEvent => ({ type: 'SigningKeyCreated', data: key(kid) });

describe('the key that signs tokens', () => {
  it('is created once, whoever else wants to', () => {
    given(signingKeyAggregate.decider).when(create('one', null)).then(created('one'));
    given(signingKeyAggregate.decider, created('one')).when(create('two', null)).then();
  });

  it('is replaced once, whoever else wants to', () => {
    given(signingKeyAggregate.decider, created('one')).when(create('two', 'one')).then(created('two'));
    given(signingKeyAggregate.decider, created('one'), created('two')).when(create('three', 'one')).then();
  });

  it('is due to be replaced after thirty days', () => {
    const nowMs = Date.parse('2026-12-02T09:00:00.000Z');
    expect(isDueForRotation([], nowMs)).toBe(true);
    expect(isDueForRotation([key('one')], nowMs - 1)).toBe(false);
    expect(isDueForRotation([key('one')], nowMs)).toBe(true);
    expect(isDueForRotation([key('one'), key('two', '2026-12-01T00:00:00.000Z')], nowMs)).toBe(false);
  });

  it('verifies as long as a token from it may live', () => {
    const keys = [key('one'), key('two', '2026-12-02T09:00:00.000Z'), key('three', '2026-12-02T10:00:00.000Z')];
    const kidsAt = (now: string): string[] => verifyingKeys(keys, Date.parse(now), 900_000).map(({ kid }) => kid);
    expect(kidsAt('2026-12-02T09:14:59.999Z')).toEqual(['one', 'two', 'three']);
    expect(kidsAt('2026-12-02T09:15:00.000Z')).toEqual(['two', 'three']);
    expect(kidsAt('2027-12-02T09:15:00.000Z')).toEqual(['three']);
  });

  it('is another one each time, whatever is asked', () => {
    const kid = fc.uuid();
    return checkDecider<readonly SigningKey[], SigningKeyCommand, SigningKeyEvent>({
      aggregate: signingKeyAggregate,
      first: (metadata) => kid.map((first) => ({ ...create(first, null), metadata })),
      command: (metadata) =>
        fc.tuple(kid, fc.option(kid)).map(([next, after]) => ({ ...create(next, after), metadata })),
      invariant: (keys) => expect(new Set(keys.map((known) => known.kid)).size).toBe(keys.length),
    });
  });
});
