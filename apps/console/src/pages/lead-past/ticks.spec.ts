import { describe, expect, it } from '@jest/globals';
import { ticksOf } from './ticks.js';

describe('the marks of a slider', () => {
  it('are one for each event, from end to end', () => {
    expect(ticksOf(['LeadCreated', 'LeadPhaseAdvanced', 'LeadJournalEntryAdded'])).toEqual([
      { at: 0, group: 'status' },
      { at: 0.5, group: 'phases' },
      { at: 1, group: 'journal' },
    ]);
    expect(ticksOf(['LeadCreated'])).toEqual([{ at: 0, group: 'status' }]);
    expect(ticksOf([])).toEqual([]);
  });

  it('are never too many, and show what matters most', () => {
    const types = Array.from({ length: 5_000 }, (_, index) =>
      index % 100 === 50 ? 'LeadWon' : 'LeadJournalEntryAdded',
    );
    const ticks = ticksOf(types);
    expect(ticks).toHaveLength(160);
    expect(ticks.filter(({ group }) => group === 'status')).toHaveLength(50);
  });
});
