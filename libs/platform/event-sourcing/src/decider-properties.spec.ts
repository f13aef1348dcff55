import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkDecider } from './decider-properties.js';
import { given, testMetadata } from './given-when-then.js';
import { till, type Till, type TillCommand } from './samples/till.js';

const command = (metadata: TillCommand['metadata']): fc.Arbitrary<TillCommand> =>
  fc.oneof(
    fc.record({
      type: fc.constant('OpenTill' as const),
      data: fc.record({ float: fc.nat(500) }),
      metadata: fc.constant(metadata),
    }),
    fc.record({
      type: fc.constant('TakeCash' as const),
      data: fc.record({ amount: fc.integer({ min: -200, max: 200 }), reason: fc.string() }),
      metadata: fc.constant(metadata),
    }),
  );
const neverOverdrawn = ({ balance }: Till): void => expect(balance).toBeGreaterThanOrEqual(0);

describe('the properties of every decider', () => {
  it('hold for the till', () => checkDecider({ aggregate: till, command, invariant: neverOverdrawn, runs: 100 }));

  it('find a rule that is missing', async () => {
    const careless = {
      ...till,
      decider: {
        ...till.decider,
        decide: (asked: TillCommand, state: Till) =>
          asked.type === 'TakeCash' && state.open
            ? [{ type: 'CashTaken' as const, data: asked.data }]
            : till.decider.decide(asked, state),
      },
    };
    await expect(checkDecider({ aggregate: careless, command, invariant: neverOverdrawn })).rejects.toThrow();
  });

  it('find a fold that throws', async () => {
    const fragile = {
      ...till,
      decider: {
        ...till.decider,
        evolve: (...[state, happened]: Parameters<typeof till.decider.evolve>) => {
          if (happened.type === 'CashTaken' && !state.open) throw new Error('order');
          return till.decider.evolve(state, happened);
        },
      },
    };
    await expect(checkDecider({ aggregate: fragile, command, invariant: neverOverdrawn })).rejects.toThrow();
  });
});

describe('given, when, then', () => {
  const opened = { type: 'TillOpened' as const, data: { float: 10 } };
  const take = (amount: number): TillCommand => ({
    type: 'TakeCash',
    data: { amount, reason: '' },
    metadata: testMetadata,
  });

  it('compares events, rejections and states', () => {
    given(till.decider, opened)
      .when(take(-5))
      .then({ type: 'CashTaken', data: { amount: -5, reason: '' } });
    given(till.decider, opened).when(take(-50)).thenRejects('till.overdrawn', { balance: 10 });
    given(till.decider, opened)
      .when(take(-5))
      .thenState(({ balance }) => expect(balance).toBe(5));
  });

  it('fails where they differ', () => {
    expect(() => given(till.decider, opened).when(take(-5)).then()).toThrow();
    expect(() => given(till.decider, opened).when(take(-5)).thenRejects('till.overdrawn')).toThrow();
    expect(() => given(till.decider, opened).when(take(-50)).thenRejects('till.closed')).toThrow();
  });
});
