import { describe, expect, it } from '@jest/globals';
import { texts } from '../../i18n/en/index.js';
import { labelOf, linesOf, textOf, type FieldWords } from './field-text.js';

const words: FieldWords = {
  fields: texts.history.fields,
  choices: texts.history.choices,
  status: texts.common.status,
  unknown: 'unknown',
  allCompleted: 'all completed',
  processVersion: (version) => `Version ${version}`,
  dateTime: (instant) => `at ${instant}`,
  money: ({ amountMinor, currency }) => `${amountMinor / 100} ${currency}`,
  country: (code) => `country ${code}`,
  duration: (seconds) => `${seconds} s`,
};
const lines = (field: string, value: unknown, name?: string): readonly string[] =>
  linesOf(field, { value, name }, words);

describe('the name of a field', () => {
  it('is that of its kind', () => {
    expect(labelOf('customer.address.city', words)).toBe('City');
    expect(labelOf('journal.01a2-b3.text', words)).toBe('Entry: text');
  });

  it('is its path where it is not known', () => {
    expect(labelOf('customer.hobby', words)).toBe('customer.hobby');
    expect(labelOf('constructor', words)).toBe('constructor');
    expect(labelOf('customer', words)).toBe('customer');
  });
});

describe('what stands in a field', () => {
  it('is written for people', () => {
    expect(lines('status', 'inProgress')).toEqual(['In progress']);
    expect(lines('active', false)).toEqual(['no, put away']);
    expect(lines('receivedAt', '2026-11-01T08:00:00Z')).toEqual(['at 2026-11-01T08:00:00Z']);
    expect(lines('process', '016f-77 v12')).toEqual(['Version 12']);
    expect(lines('customer.address.countryCode', 'AT')).toEqual(['country AT']);
    expect(lines('journal.x.outcome', 'leftMessage')).toEqual(['left a message']);
    expect(lines('journal.x.durationSeconds', 90)).toEqual(['90 s']);
    expect(lines('phase', '')).toEqual(['all completed']);
    expect(lines('subject', 'constructor')).toEqual(['constructor']);
  });

  it('has a line for each thing of a list', () => {
    const phones = [
      { kind: 'work', number: '+4315124567', typed: '+43 1 5124567' },
      { kind: 'mobile', number: '+436641234567', typed: '0664 1234567' },
    ];
    expect(lines('customer.phones', phones)).toEqual(['Work: +43 1 5124567', 'Mobile: 0664 1234567 (+436641234567)']);
    const interests = [
      { description: 'Panel', quantity: '24', unit: 'pcs', unitPrice: { amountMinor: 18900, currency: 'EUR' } },
      { description: 'Battery', quantity: '1' },
    ];
    expect(textOf('interests', { value: interests }, words)).toBe('24 pcs × Panel · 189 EUR; 1 × Battery');
  });

  it('is a name where it is an id, and says so where nobody knows it', () => {
    expect(lines('assigneeId', 'u1', 'Ada')).toEqual(['Ada']);
    expect(lines('assigneeId', 'u1', '')).toEqual(['unknown']);
  });

  it('is nothing where it is empty', () => {
    expect([null, undefined, ''].flatMap((value) => lines('note', value))).toEqual([]);
  });

  it('is shown as it is where a newer server knows more', () => {
    expect(lines('status', 'asleep')).toEqual(['asleep']);
    expect(lines('weight', 3)).toEqual(['3']);
    expect(lines('weights', [{ kg: 3 }, 4])).toEqual(['{"kg":3}', '4']);
  });
});
