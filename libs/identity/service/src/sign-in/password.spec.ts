import { describe, expect, it } from '@jest/globals';
import { hashPassword, NOBODYS_HASH, verifyPassword } from './password.js';

describe('a password', () => {
  it('is known again by its hash, which is another each time', async () => {
    const [one, other] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await verifyPassword('correct horse', one)).toBe(true);
    expect(await verifyPassword('correct horse ', one)).toBe(false);
  });

  it('is the same however its letters are composed', async () => {
    expect(await verifyPassword('gru\u0308n', await hashPassword('gr\u00fcn'))).toBe(true);
  });

  it('is known by a hash made elsewhere with other parameters', async () => {
    // From the tests of the reference implementation (phc-winner-argon2, src/test.c).
    const phc = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
    expect(await verifyPassword('password', phc)).toBe(true);
  });

  it('opens nothing where there is no hash, or one of another kind', async () => {
    for (const hash of [
      '',
      'password',
      NOBODYS_HASH,
      '$2b$10$abcdefghijklmnopqrstuv',
      '$argon2id$v=19$m=1,t=1,p=1$$',
    ]) {
      expect(await verifyPassword('password', hash)).toBe(false);
    }
  });
});
