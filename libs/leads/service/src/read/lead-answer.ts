import type { Lead, LeadListItem, Named } from '@leadline/leads-contracts';
import { currentPhase, dueAt, resubmissionState, trafficLight, type LeadView } from '@leadline/leads-domain';
import type { NameBook, NamesNeeded } from './names.js';

/** What has to be looked up before these leads can be shown. */
export function namesNeeded(leads: readonly LeadView[]): NamesNeeded {
  return {
    users: leads.map(({ assigneeId }) => assigneeId),
    marketplaces: leads.map(({ marketplaceId }) => marketplaceId),
    sources: leads.some(({ sourceId }) => sourceId !== undefined),
    reasons: leads.some(({ closing }) => closing !== undefined),
  };
}

/** A lead as its page shows it at an instant, with names as they are now. */
export function showLead(lead: LeadView, names: NameBook, now: string): Lead {
  const { note, interests, process } = lead;
  const { id, version } = process;
  const phases = process.phases.map((phase) => ({ ...phase, name: names.shown(phase) }));
  return { ...summary(lead, names, now), note, interests, process: { id, version, phases } };
}

/** A lead as a line of the list. */
export function showInList(lead: LeadView, names: NameBook, now: string): LeadListItem {
  const phase = currentPhase(lead);
  return { ...summary(lead, names, now), phase: phase && { id: phase.id, name: names.shown(phase) } };
}

/** Everything named, so that what a document holds besides is not shown by accident. */
function summary(lead: LeadView, names: NameBook, now: string): Omit<LeadListItem, 'phase'> {
  const { sourceId, marketplaceId, assigneeId, closing, resubmission } = lead;
  return {
    id: lead.id,
    revision: lead.revision,
    status: lead.status,
    active: lead.active,
    subject: lead.subject,
    customer: lead.customer,
    sourceId,
    source: named(sourceId, names.source),
    marketplaceId,
    marketplace: named(marketplaceId, names.marketplace),
    assigneeId,
    assignee: named(assigneeId, names.user),
    externalReference: lead.externalReference,
    receivedAt: lead.receivedAt,
    resubmission: resubmission && {
      localTime: resubmission.localTime,
      timeZone: resubmission.timeZone,
      at: resubmission.at,
      state: resubmissionState(lead, now),
      postponed: resubmission.postponed,
    },
    light: trafficLight(lead, now),
    due: dueAt(lead),
    closing: closing && {
      outcome: closing.outcome,
      reason: { id: closing.reason.id, name: names.reason(closing.reason.id) || names.shown(closing.reason) },
      note: closing.note,
      at: closing.at,
      by: closing.by,
    },
    createdAt: lead.createdAt,
    lastActivityAt: lead.lastActivityAt,
  };
}

function named(id: string | undefined, nameOf: (id: string) => string): Named | undefined {
  return id === undefined ? undefined : { id, name: nameOf(id) };
}
