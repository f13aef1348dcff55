import { describe, expect, it } from '@jest/globals';
import { checkDecider, given, testMetadata } from '@leadline/event-sourcing/testing';
import fc from 'fast-check';
import { confirmationAggregate, type SpendConfirmation } from './confirmation.js';

const { decider } = confirmationAggregate;
const spend = (commandId: string): SpendConfirmation => ({
  type: 'SpendConfirmation',
  data: { userId: 'ada', commandId },
  metadata: testMetadata,
});
const spent = { type: 'ConfirmationSpent', data: { userId: 'ada', commandId: 'one' } } as const;

describe('a confirmation', () => {
  it('is spent on a command', () => given(decider).when(spend('one')).then(spent));

  it('stays good for that command', () => given(decider, spent).when(spend('one')).then());

  it('serves no other', () => given(decider, spent).when(spend('another')).thenRejects('confirmation-required'));

  const commandId = fc.constantFrom('one', 'two', 'three');

  it('obeys what every decider must', () =>
    checkDecider({
      aggregate: confirmationAggregate,
      command: (metadata) => commandId.map((id) => ({ ...spend(id), metadata })),
      invariant: () => undefined,
      runs: 50,
    }));

  it('is good for the first it was spent on and for nothing else, whatever is tried', () =>
    fc.assert(
      fc.property(fc.array(commandId, { minLength: 1 }), (tried) => {
        let state = decider.initialState();
        for (const id of tried) {
          const attempt = given(decider, ...(state ? [{ ...spent, data: { ...spent.data, ...state } }] : [])).when(
            spend(id),
          );
          if (id === tried[0]) attempt.thenState((next) => (state = next));
          else attempt.thenRejects('confirmation-required');
        }
        expect(state).toEqual({ commandId: tried[0] });
      }),
    ));
});
