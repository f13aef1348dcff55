import { describe, expect, it } from '@jest/globals';
import { addressIn } from './provider.js';

describe("a provider's word for an address", () => {
  const verified = { email: 'eva@example.com', email_verified: true };

  it('is taken from the user info where that has one, else from the ID token', () => {
    expect(addressIn({}, verified)).toEqual({ email: 'eva@example.com', emailVerified: true });
    expect(addressIn(verified, {})).toEqual({ email: 'eva@example.com', emailVerified: true });
  });

  it('is never one answer’s address with the other’s verification', () => {
    expect(addressIn(verified, { email: 'root@example.com' })).toEqual({
      email: 'root@example.com',
      emailVerified: false,
    });
    expect(addressIn({ email: 'root@example.com' }, { email_verified: true })).toEqual({
      email: 'root@example.com',
      emailVerified: false,
    });
  });
});
