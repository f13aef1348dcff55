import { passedOver } from '../exhaustive.js';
import type { Patch } from '../merge-patch.js';
import { merged } from '../merge-patch.js';
import type { ClosingOutcome, Customer, ExternalReference, Interest, Named, PinnedProcess } from './lead-fields.js';
import type { Resubmission } from './resubmission.js';
import type { LeadEvent, LeadEventOf } from './lead.events.js';

/** `open`: nobody's, waits in the pool. `inProgress`: somebody's. `won`, `lost`: closed. */
export type LeadStatus = 'open' | 'inProgress' | ClosingOutcome;

export interface Phase extends Named {
  readonly state: 'completed' | 'current' | 'ahead';
}

export interface LeadProcess extends Omit<PinnedProcess, 'phases'> {
  /** Completed ones first, then the current one, then those ahead. No current one: all are completed. */
  readonly phases: readonly Phase[];
}

/** What is so about a lead now. The same for a decision, a page and a list; the journal stands beside it. */
export interface LeadFacts {
  readonly status: LeadStatus;
  /** False: put away, out of the lists. Independent of the status. */
  readonly active: boolean;
  readonly subject: string;
  readonly note?: string | undefined;
  readonly customer: Customer;
  readonly interests: readonly Interest[];
  readonly sourceId?: string | undefined;
  readonly marketplaceId?: string | undefined;
  /** Absent exactly while the lead is open. */
  readonly assigneeId?: string | undefined;
  readonly externalReference?: ExternalReference | undefined;
  readonly receivedAt: string;
  readonly process: LeadProcess;
  /** The open one; a closed lead has none. */
  readonly resubmission?: Resubmission | undefined;
  /** There exactly while the lead is closed. */
  readonly closing?:
    { readonly outcome: ClosingOutcome; readonly reason: Named; readonly note?: string | undefined } | undefined;
}

/** The facts after an event. Total: events in an order that no decision made change what they can, and never throw. */
export function evolveFacts(facts: LeadFacts | null, event: LeadEvent): LeadFacts | null {
  if (event.type === 'LeadCreated') return facts ?? created(event.data);
  return facts && evolved(facts, event);
}

function created(data: LeadEventOf<'LeadCreated'>['data']): LeadFacts {
  const { process, origin: _, ...given } = data;
  return {
    ...given,
    status: data.assigneeId === undefined ? 'open' : 'inProgress',
    active: true,
    process: startOf(process),
  };
}

function evolved(facts: LeadFacts, event: Exclude<LeadEvent, { type: 'LeadCreated' }>): LeadFacts {
  switch (event.type) {
    case 'LeadCorrected':
      return corrected(facts, event.data);
    case 'LeadEmailChanged':
      return { ...facts, customer: merged(facts.customer, { email: event.data.email }) };
    case 'LeadMarketplaceChanged':
      return {
        ...facts,
        marketplaceId: event.data.marketplaceId ?? undefined,
        process: startOf(event.data.process),
      };
    case 'LeadAssigned':
    case 'LeadAccepted':
      return {
        ...facts,
        assigneeId: event.data.assigneeId,
        status: facts.status === 'open' ? 'inProgress' : facts.status,
      };
    case 'LeadReturnedToPool': {
      if (facts.status !== 'inProgress') return facts;
      const { assigneeId: _, ...rest } = facts;
      return { ...rest, status: 'open' };
    }
    case 'LeadResubmissionScheduled':
      return { ...facts, resubmission: { ...event.data, postponed: 0 } };
    case 'LeadResubmissionRescheduled':
      return { ...facts, resubmission: rescheduled(facts, event.data) };
    case 'LeadResubmissionDone':
    case 'LeadResubmissionCancelled': {
      const { resubmission: _, ...rest } = facts;
      return rest;
    }
    case 'LeadPhaseAdvanced':
      return inPhase(facts, event.data.completed.id, 1);
    case 'LeadSetBack':
      return inPhase(facts, event.data.to.id);
    case 'LeadWon':
      return { ...facts, status: 'won', closing: { outcome: 'won', ...event.data } };
    case 'LeadLost':
      return { ...facts, status: 'lost', closing: { outcome: 'lost', ...event.data } };
    case 'LeadReopened': {
      const { closing: _, ...open } = facts;
      return inPhase({ ...open, status: 'inProgress' }, event.data.phase.id);
    }
    case 'LeadDeactivated':
      return { ...facts, active: false };
    case 'LeadReactivated':
      return { ...facts, active: true };
    case 'LeadJournalEntryAdded':
    case 'LeadJournalEntryCorrected':
      return facts;
    default:
      return passedOver(facts, event);
  }
}

function rescheduled(
  { resubmission }: LeadFacts,
  { formerAt, ...due }: LeadEventOf<'LeadResubmissionRescheduled'>['data'],
): Resubmission {
  const isPutOff = Date.parse(due.at) > Date.parse(formerAt);
  return { ...due, postponed: (resubmission?.postponed ?? 0) + (isPutOff ? 1 : 0) };
}

function corrected(facts: LeadFacts, fields: LeadEventOf<'LeadCorrected'>['data']): LeadFacts {
  const { customer, ...rest } = fields;
  const patch: Patch<Omit<LeadFacts, 'customer'>> = rest;
  return { ...merged(facts, patch), customer: customer ? merged(facts.customer, customer) : facts.customer };
}

/** A process at its beginning: the first phase is the current one. */
export function startOf(process: PinnedProcess): LeadProcess {
  return { ...process, phases: phasesAt(process.phases, 0) };
}

/** The phase being worked on; undefined where all are completed. */
export function currentPhase(lead: Pick<LeadFacts, 'process'>): Phase | undefined {
  return lead.process.phases.find(({ state }) => state === 'current');
}

/** Makes that phase, or the one so many behind it, the current one. A phase the process does not have changes nothing. */
function inPhase(facts: LeadFacts, phaseId: string, offset = 0): LeadFacts {
  const index = facts.process.phases.findIndex((phase) => phase.id === phaseId);
  if (index < 0) return facts;
  return { ...facts, process: { ...facts.process, phases: phasesAt(facts.process.phases, index + offset) } };
}

function phasesAt(phases: readonly Named[], current: number): Phase[] {
  return phases.map(({ id, name }, index) => ({
    id,
    name,
    state: index < current ? 'completed' : index === current ? 'current' : 'ahead',
  }));
}
