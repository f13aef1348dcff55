import { describe, expect, it } from '@jest/globals';
import { signInSearch } from './search.js';

describe('the address to go to after the sign-in', () => {
  it('is one of our own', () => {
    expect(signInSearch({ to: '/leads?q=x' })).toEqual({ to: '/leads?q=x' });
  });

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'leads', '/sign-in', 3, null])(
    'is never %p',
    (to) => {
      expect(signInSearch({ to }).to).toBeUndefined();
    },
  );
});
