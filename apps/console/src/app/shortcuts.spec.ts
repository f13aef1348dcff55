import { describe, expect, it } from '@jest/globals';
import { typed } from './shortcuts.js';

describe('keys', () => {
  it('say something alone or one after the other', () => {
    expect(typed([], 'n')).toEqual({ keys: [], shortcut: 'newLead' });
    expect(typed([], 'g')).toEqual({ keys: ['g'], shortcut: null });
    expect(typed(['g'], 'l')).toEqual({ keys: [], shortcut: 'goLeads' });
  });

  it('begin anew where they lead nowhere', () => {
    expect(typed(['g'], 'n')).toEqual({ keys: [], shortcut: 'newLead' });
    expect(typed(['g'], 'x')).toEqual({ keys: [], shortcut: null });
    expect(typed([], 'l')).toEqual({ keys: [], shortcut: null });
  });
});
