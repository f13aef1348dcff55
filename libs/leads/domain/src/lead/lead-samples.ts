import type { PinnedProcess } from './lead-fields.js';
import type { LeadEventOf } from './lead.events.js';

/** What the specs of leads begin with. */

export const ADA = '01990000-0000-7000-8000-0000000000aa';
export const BEN = '01990000-0000-7000-8000-0000000000bb';

export const QUALIFY = { id: '01990000-0000-7000-8000-000000000101', name: 'Qualify' };
export const OFFER = { id: '01990000-0000-7000-8000-000000000102', name: 'Offer' };
export const DECISION = { id: '01990000-0000-7000-8000-000000000103', name: 'Decision' };

export const threePhases: PinnedProcess = {
  id: '01990000-0000-7000-8000-000000000100',
  version: 1,
  phases: [QUALIFY, OFFER, DECISION],
};

export const SOLD = { id: '01990000-0000-7000-8000-000000000201', name: 'Sold' };
export const TOO_EXPENSIVE = { id: '01990000-0000-7000-8000-000000000202', name: 'Too expensive' };

type Created = LeadEventOf<'LeadCreated'>;

/** A lead in the pool. */
export function received(overrides: Partial<Created['data']> = {}): Created {
  return {
    type: 'LeadCreated',
    data: {
      subject: 'Heat pump',
      customer: { familyName: 'Müller', email: 'mueller@example.com' },
      interests: [],
      receivedAt: '2026-11-02T08:00:00.000Z',
      process: threePhases,
      origin: 'software',
      ...overrides,
    },
  };
}

/** A lead that Ada works on. */
export function inProgress(overrides: Partial<Created['data']> = {}): Created {
  return received({ assigneeId: ADA, origin: 'person', ...overrides });
}

export const qualified: LeadEventOf<'LeadPhaseAdvanced'> = {
  type: 'LeadPhaseAdvanced',
  data: { completed: QUALIFY, next: OFFER },
};
export const offered: LeadEventOf<'LeadPhaseAdvanced'> = {
  type: 'LeadPhaseAdvanced',
  data: { completed: OFFER, next: DECISION },
};
export const decided: LeadEventOf<'LeadPhaseAdvanced'> = { type: 'LeadPhaseAdvanced', data: { completed: DECISION } };
export const allPhases = [qualified, offered, decided] as const;

export const won: LeadEventOf<'LeadWon'> = { type: 'LeadWon', data: { reason: SOLD } };
export const lost: LeadEventOf<'LeadLost'> = { type: 'LeadLost', data: { reason: TOO_EXPENSIVE } };
export const deactivated: LeadEventOf<'LeadDeactivated'> = { type: 'LeadDeactivated', data: {} };
export const reactivated: LeadEventOf<'LeadReactivated'> = { type: 'LeadReactivated', data: {} };
