import { describe, expect, it } from '@jest/globals';
import { filterOf, orderOf } from './filter.js';
import { planOf } from './model-plan.js';
import type { ReadModelDefinition, SortKey, Where } from './port.js';
import { orderingIndex } from './sqlite-index-choice.js';
import { layoutOf } from './sqlite-layout.js';

const definition: ReadModelDefinition = {
  name: 'leadList',
  version: 1,
  indexes: [
    { on: ['status', 'createdAt'] },
    { on: ['createdAt'] },
    { on: ['assigneeId', 'status', 'dueAt'] },
    { on: ['sortName', 'createdAt'] },
    { on: ['tags', 'createdAt'], multi: true },
  ],
  search: [],
  facets: ['light'],
};

function chosen(all: NonNullable<Where['all']>, sort: readonly SortKey[]): string | undefined {
  const plan = planOf(definition);
  const name = orderingIndex(layoutOf(plan, 'g'), filterOf(plan, { all }), orderOf(plan, sort));
  return name === null ? undefined : definition.indexes[Number(/_by_(\d+)"$/.exec(name)?.[1])]?.on.join('+');
}

describe('the index to walk', () => {
  it.each<[string, NonNullable<Where['all']>, SortKey[], string | undefined]>([
    ['fixes what the filter fixes', { status: 'open' }, [{ path: 'createdAt' }], 'status+createdAt'],
    ['fits in either direction', { status: null }, [{ path: 'createdAt', descending: true }], 'status+createdAt'],
    ['fixes as much as possible', { status: 'open', assigneeId: 'u' }, [{ path: 'dueAt' }], 'assigneeId+status+dueAt'],
    ['does not fix what may differ', { status: { in: ['open', 'won'] } }, [{ path: 'createdAt' }], 'createdAt'],
    ['leaves what it lacks to be looked up', { light: 'red' }, [{ path: 'createdAt' }], 'createdAt'],
    ['gives the whole order', {}, [{ path: 'sortName' }, { path: 'createdAt' }], 'sortName+createdAt'],
    ['gives at least its beginning', {}, [{ path: 'sortName' }, { path: 'dueAt' }], 'sortName+createdAt'],
    [
      'need not repeat a key that is fixed',
      { status: 'open' },
      [{ path: 'status' }, { path: 'createdAt' }],
      'status+createdAt',
    ],
    ['is none for a key without an index', {}, [{ path: 'dueAt' }], undefined],
    ['is none without an order', { status: 'open' }, [], undefined],
  ])('%s', (_name, all, sort, expected) => {
    expect(chosen(all, sort)).toBe(expected);
  });
});
