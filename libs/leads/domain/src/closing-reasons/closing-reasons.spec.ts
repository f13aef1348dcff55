import { describe, expect, it } from '@jest/globals';
import type { CommandMetadata } from '@leadline/event-sourcing';
import { checkDecider, given, testMetadata } from '@leadline/event-sourcing/testing';
import fc from 'fast-check';
import {
  closingReasonsAggregate,
  closingReasonsDecider,
  type ClosingReason,
  type ClosingReasonsCommand,
} from './closing-reasons.js';

const [sold, elsewhere] = closingReasonsDecider.initialState();
if (!sold || !elsewhere) throw new Error('There must be reasons from the start');

const add = (name: string, outcome: 'won' | 'lost' = 'lost', reasonId = 'new'): ClosingReasonsCommand => ({
  type: 'AddClosingReason',
  data: { reasonId, outcome, name },
  metadata: testMetadata,
});
const change = (reasonId: string, fields: { name?: string; hidden?: boolean }): ClosingReasonsCommand => ({
  type: 'ChangeClosingReason',
  data: { reasonId, ...fields },
  metadata: testMetadata,
});

describe('closing reasons', () => {
  it('can be added', () =>
    given(closingReasonsDecider)
      .when(add(' Moved away '))
      .then({ type: 'ClosingReasonAdded', data: { reasonId: 'new', outcome: 'lost', name: 'Moved away' } }));

  it('have names of their own, per outcome', () => {
    given(closingReasonsDecider)
      .when(add(elsewhere.name.toUpperCase()))
      .thenRejects('closing-reason.name-taken', { name: elsewhere.name.toUpperCase() });
    given(closingReasonsDecider)
      .when(add(elsewhere.name, 'won'))
      .then({ type: 'ClosingReasonAdded', data: { reasonId: 'new', outcome: 'won', name: elsewhere.name } });
    given(closingReasonsDecider).when(add(' ')).thenRejects('closing-reason.name-missing');
  });

  it('can be renamed, the system’s as well', () =>
    given(closingReasonsDecider)
      .when(change(sold.id, { name: 'Ordered' }))
      .then({ type: 'ClosingReasonRenamed', data: { reasonId: sold.id, name: 'Ordered' } }));

  it('can be hidden and shown again', () => {
    const hidden = { type: 'ClosingReasonHidden', data: { reasonId: elsewhere.id } } as const;
    given(closingReasonsDecider)
      .when(change(elsewhere.id, { hidden: true }))
      .then(hidden);
    given(closingReasonsDecider, hidden)
      .when(change(elsewhere.id, { hidden: true }))
      .then();
    given(closingReasonsDecider, hidden)
      .when(change(elsewhere.id, { hidden: false }))
      .then({ type: 'ClosingReasonShown', data: { reasonId: elsewhere.id } });
  });

  it('never hide the last one of an outcome', () =>
    given(closingReasonsDecider)
      .when(change(sold.id, { hidden: true }))
      .thenRejects('closing-reason.last-visible', { outcome: 'won' }));

  it('must be there', () =>
    given(closingReasonsDecider)
      .when(change('none', { hidden: true }))
      .thenRejects('closing-reason.not-found'));

  it('keep one visible per outcome through any sequence of commands', () =>
    checkDecider({
      aggregate: closingReasonsAggregate,
      command: anyCommand,
      invariant: (reasons: readonly ClosingReason[]) => {
        for (const outcome of ['won', 'lost']) {
          const visible = reasons.filter((reason) => reason.outcome === outcome && !reason.hidden);
          expect(visible.length).toBeGreaterThan(0);
        }
      },
    }));
});

function anyCommand(metadata: CommandMetadata): fc.Arbitrary<ClosingReasonsCommand> {
  const reasonId = fc.constantFrom('new', 'newer', ...closingReasonsDecider.initialState().map(({ id }) => id));
  const name = fc.constantFrom('A', 'a', 'B', '', 'Sold');
  return fc.oneof(
    fc.record({
      type: fc.constant('AddClosingReason' as const),
      data: fc.record({ reasonId, outcome: fc.constantFrom('won', 'lost'), name }),
      metadata: fc.constant(metadata),
    }),
    fc.record({
      type: fc.constant('ChangeClosingReason' as const),
      data: fc.record({ reasonId, name, hidden: fc.boolean() }, { requiredKeys: ['reasonId'] }),
      metadata: fc.constant(metadata),
    }),
  );
}
