import { describe, expect, it } from '@jest/globals';
import { choicesIn, filtersOf, isFiltered, queryOf } from './lead-list-query.js';
import { leadListSearch } from './lead-list-search.js';

describe('the list of leads', () => {
  it('asks for the states that it is about', () => {
    expect(queryOf({ list: 'closed' }, 'me')).toEqual({ status: ['won', 'lost'], limit: 50 });
    expect(queryOf({ list: 'mine' }, 'me')).toEqual({
      status: ['open', 'offered', 'inProgress'],
      assigneeId: ['me'],
      limit: 50,
    });
    expect(queryOf({ list: 'overdue' }, 'me')).toEqual({ due: 'overdue', limit: 50 });
    expect(queryOf({}, 'me')).toEqual({ limit: 50 });
  });

  it('is narrowed by filters, search and order', () => {
    expect(queryOf({ list: 'closed', status: 'won', q: 'fair', sort: '-createdAt', after: 'c' }, 'me')).toEqual({
      status: ['won'],
      q: 'fair',
      sort: '-createdAt',
      after: 'c',
      limit: 50,
    });
    expect(queryOf({ deactivated: 'true' }, 'me')).toEqual({ deactivated: true, limit: 50 });
  });

  it('counts what could be chosen for a filter without that filter', () => {
    const search = { list: 'closed', status: 'won', sourceId: 'a,b' } as const;
    expect(filtersOf(search, 'me', 'sourceId')).toEqual({ status: ['won'] });
    expect(filtersOf(search, 'me', 'status')).toEqual({ status: ['won', 'lost'], sourceId: ['a', 'b'] });
  });

  it('offers no choice that it has made itself', () => {
    expect(choicesIn('open')).not.toContain('status');
    expect(choicesIn('mine')).not.toContain('assigneeId');
    expect(choicesIn('overdue')).not.toContain('due');
    expect(choicesIn('all')).toContain('status');
  });

  it('knows whether it is filtered', () => {
    expect(isFiltered({ list: 'mine', sort: 'subject' })).toBe(false);
    expect(isFiltered({ light: 'red' })).toBe(true);
  });
});

describe('the address of a list', () => {
  it('is read, and what nobody understands is left out', () => {
    expect(leadListSearch({ list: 'mine', q: 42, due: 'someday', page: '3', deactivated: true, x: 1 })).toEqual({
      list: 'mine',
      q: '42',
      deactivated: 'true',
    });
    expect(leadListSearch({ page: 3, after: 'cursor', status: '' })).toEqual({ page: 3, after: 'cursor' });
  });
});
