import { describe, expect, it } from '@jest/globals';
import { ADDRESS, customerText, historyField, NO_ADDRESS, PHONES } from './lead-fields.js';

describe('what is sent of a field', () => {
  it('is the part of an address that changed', () => {
    const base = { ...NO_ADDRESS, city: 'Ulm', street: 'Am Ring 1' };
    expect(ADDRESS.patch({ ...base, city: 'Bonn', street: ' ' }, base)).toEqual({
      customer: { address: { street: null, city: 'Bonn' } },
    });
    expect(ADDRESS.isSame(base, { ...base, city: ' Ulm ' })).toBe(true);
  });

  it('are the phones that are written down', () => {
    const typed = [
      { kind: 'work', number: ' 0731 12 ' },
      { kind: 'fax', number: '' },
    ] as const;
    expect(PHONES.patch(typed, [])).toEqual({ customer: { phones: [{ kind: 'work', number: '0731 12' }] } });
    expect(PHONES.patch([], typed)).toEqual({ customer: { phones: null } });
  });

  it('is named as the history names it', () => {
    expect(historyField({ ...customerText('email').patch('a@b.example', '') })).toBe('customer.email');
    expect(historyField({ subject: 'A roof' })).toBe('subject');
    expect(historyField({ ...PHONES.patch([{ kind: 'work', number: '1' }], []) })).toBe('customer.phones');
  });
});
