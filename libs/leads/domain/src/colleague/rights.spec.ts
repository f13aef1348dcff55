import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isUnder, mayAssignTo, type Placed } from './rights.js';

const user = (id: string, role: Placed['role'], more: Partial<Placed> = {}): Placed => ({
  id,
  role,
  teamIds: [],
  ...more,
});
const sue = user('sue', 'supervisor', { teamIds: ['north'] });
const root = user('root', 'administrator');
const ada = user('ada', 'agent', { teamIds: ['north', 'fair'] });
const ben = user('ben', 'agent', { teamIds: ['south'], supervisorId: 'sue' });
const cleo = user('cleo', 'agent', { teamIds: ['south'] });
const loner = user('loner', 'agent');

describe('the people of a supervisor', () => {
  it.each([
    ['an agent in their team', ada, true],
    ['an agent who names them', ben, true],
    ['an agent elsewhere', cleo, false],
    ['another supervisor in their team', user('sam', 'supervisor', { teamIds: ['north'] }), false],
    ['a supervisor who names them', user('sam', 'supervisor', { supervisorId: 'sue' }), true],
    ['an administrator in their team', { ...root, teamIds: ['north'] }, false],
  ])('%s: %#', (_what, colleague, expected) => expect(isUnder(sue, colleague)).toBe(expected));

  it('are nobody’s who is no supervisor (any more)', () => expect(isUnder({ ...sue, role: 'agent' }, ben)).toBe(false));
});

describe('giving leads away', () => {
  it.each([
    ['an agent to themselves', ada, ada, true],
    ['an agent within their team', ada, sue, true],
    ['an agent to their supervisor elsewhere', ben, sue, true],
    ['an agent to another team', ada, cleo, false],
    ['an agent to who has no team', ada, loner, false],
    ['who has no team to another without', loner, root, true],
    ['a supervisor to their people', sue, ben, true],
    ['a supervisor to those of others', sue, cleo, false],
    ['an administrator to anybody', root, cleo, true],
  ])('%s: %#', (_what, giver, taker, expected) => expect(mayAssignTo(giver, taker)).toBe(expected));

  it('is open to a supervisor for all of their people, so that whose leads they see they can also give leads', () => {
    const id = fc.constantFrom('a', 'b', 'c');
    const placed = fc.record({
      id,
      role: fc.constantFrom('agent' as const, 'supervisor' as const, 'administrator' as const),
      supervisorId: fc.option(id, { nil: undefined }),
      teamIds: fc.uniqueArray(fc.constantFrom('x', 'y')),
    });
    fc.assert(fc.property(placed, placed, (one, other) => !isUnder(one, other) || mayAssignTo(one, other)));
  });
});
