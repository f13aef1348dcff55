import { describe, expect, it } from '@jest/globals';
import type { Lead, Phase } from '../../api/types.js';
import { closingAnswer } from './closing-rule.js';

function leadWith(states: readonly Phase['state'][], status: Lead['status'] = 'inProgress'): Lead {
  return {
    id: '1',
    revision: 1,
    status,
    active: true,
    subject: 'A roof',
    customer: {},
    receivedAt: '',
    createdAt: '',
    lastActivityAt: '',
    light: 'green',
    interests: [],
    process: {
      id: 'p',
      version: 1,
      phases: states.map((state, index) => ({ id: `${index}`, name: `P${index}`, state })),
    },
  };
}

describe('closing a lead', () => {
  it('waits until every phase is completed', () => {
    expect(closingAnswer(leadWith(['completed', 'current', 'ahead']), 'won')).toEqual({
      kind: 'phasesMissing',
      phases: ['P1', 'P2'],
    });
    expect(closingAnswer(leadWith(['completed', 'completed']), 'won')).toEqual({ kind: 'allowed' });
  });

  it('may be early where the marketplace says so', () => {
    const lead = leadWith(['current']);
    expect(closingAnswer(lead, 'lost', { strictClose: true, earlyLost: true }).kind).toBe('allowed');
    expect(closingAnswer(lead, 'won', { strictClose: true, earlyLost: true }).kind).toBe('phasesMissing');
    expect(closingAnswer(lead, 'won', { strictClose: false, earlyLost: false }).kind).toBe('allowed');
  });

  it('takes somebody who works on it', () => {
    expect(closingAnswer(leadWith(['completed'], 'open'), 'lost').kind).toBe('notAccepted');
  });
});
