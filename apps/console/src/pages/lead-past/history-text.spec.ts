import { describe, expect, it } from '@jest/globals';
import { texts } from '../../i18n/en/index.js';
import type { FieldWords } from './field-text.js';
import { historyText } from './history-text.js';
import { changesByField } from './lead-fields.js';

const words: FieldWords = {
  fields: texts.history.fields,
  choices: texts.history.choices,
  status: texts.common.status,
  unknown: 'unknown',
  allCompleted: 'all completed',
  processVersion: (version) => version,
  dateTime: (instant) => instant,
  money: ({ currency }) => currency,
  country: (code) => code,
  duration: String,
};

describe('what is copied of the history', () => {
  it('says who and when, and each change in cells of its own', () => {
    const changes = changesByField([
      { field: 'note', from: 'One\n\ttwo', to: null },
      { field: 'assigneeId', from: null, to: 'u1', toName: 'Ada' },
    ]);
    expect(historyText({ at: '2026-11-22', actor: 'Ada', event: 'Corrected', changes }, words)).toBe(
      '2026-11-22\tAda\tCorrected\nNote\tOne two\t\nAssignee\t\tAda',
    );
  });
});
