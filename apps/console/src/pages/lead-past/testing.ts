import type { Lead, ReplayStep } from '@leadline/leads-contracts';

/** A lead for specs. */
export function sampleLead(given: Partial<Lead> = {}): Lead {
  return {
    id: 'l1',
    revision: 0,
    status: 'open',
    active: true,
    subject: 'Heat pump',
    customer: { familyName: 'Gruber' },
    receivedAt: '2026-11-01T08:00:00.000Z',
    light: 'green',
    createdAt: '2026-11-01T08:00:00.000Z',
    lastActivityAt: '2026-11-01T08:00:00.000Z',
    interests: [],
    process: {
      id: 'p1',
      version: 1,
      phases: [
        { id: 'a', name: 'Qualify', state: 'current' },
        { id: 'b', name: 'Offer', state: 'ahead' },
      ],
    },
    ...given,
  };
}

/** A step of a replay for specs. */
export function sampleStep(
  revision: number,
  given: { at?: string; type?: string; changes?: ReplayStep['changes'] } = {},
): ReplayStep {
  const { at = `2026-11-01T08:00:0${revision}.000Z`, type = 'LeadCorrected', changes = [] } = given;
  const actor = { kind: 'user', id: 'u1', name: 'Ada' } as const;
  return {
    event: { id: `e${revision}`, type, revision, at, actor, text: `Step ${revision}`, data: {} },
    state: sampleLead({ revision }),
    changes,
  };
}
