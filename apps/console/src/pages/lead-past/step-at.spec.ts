import { describe, expect, it } from '@jest/globals';
import { journalAt, stepAt } from './step-at.js';
import { sampleStep } from './testing.js';

describe('the step at an instant', () => {
  const steps = [sampleStep(0), sampleStep(1), sampleStep(2)];

  it('is the last one that had happened', () => {
    expect(stepAt(steps, '2026-11-01T08:00:01.000Z')).toBe(1);
    expect(stepAt(steps, '2026-11-01T08:00:01.500Z')).toBe(1);
    expect(stepAt(steps, '2030-01-01T00:00:00.000Z')).toBe(2);
    expect(stepAt(steps, '2026-11-01T09:00:01.500+01:00')).toBe(1);
  });

  it('is none before the first', () => {
    expect(stepAt(steps, '2026-11-01T07:59:59.000Z')).toBe(-1);
    expect(stepAt([], '2030-01-01T00:00:00.000Z')).toBe(-1);
  });
});

describe('the journal after a step', () => {
  const change = (entryId: string, field: string, from: unknown, to: unknown) => ({
    field: `journal.${entryId}.${field}`,
    from,
    to,
  });
  const steps = [
    sampleStep(0, { changes: [{ field: 'subject', from: null, to: 'Heat pump' }] }),
    sampleStep(1, { changes: [change('x', 'kind', null, 'call'), change('x', 'text', null, 'Hello')] }),
    sampleStep(2, { changes: [change('y', 'kind', null, 'note'), change('y', 'text', null, 'Later')] }),
    sampleStep(3, { changes: [change('x', 'text', 'Hello', 'Hello there')] }),
  ];
  const told = (index: number): unknown[] =>
    journalAt(steps, index).map(({ fields, isCorrected }) => [fields.get('text'), isCorrected]);

  it('holds what was written until then, newest first', () => {
    expect(told(0)).toEqual([]);
    expect(told(1)).toEqual([['Hello', false]]);
    expect(told(2)).toEqual([
      ['Later', false],
      ['Hello', false],
    ]);
  });

  it('reads as it was corrected, but not before', () => {
    expect(told(3)).toEqual([
      ['Later', false],
      ['Hello there', true],
    ]);
  });
});
