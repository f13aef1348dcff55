/** What kind of thing an event is, for its icon, its colour, and to filter by. */
export const EVENT_GROUPS = ['journal', 'phases', 'changes', 'people', 'resubmission', 'status'] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

const GROUPS: Readonly<Record<string, EventGroup>> = {
  LeadCreated: 'status',
  LeadCorrected: 'changes',
  LeadEmailChanged: 'changes',
  LeadMarketplaceChanged: 'changes',
  LeadAssigned: 'people',
  LeadAccepted: 'people',
  LeadReturnedToPool: 'people',
  LeadJournalEntryAdded: 'journal',
  LeadJournalEntryCorrected: 'journal',
  LeadResubmissionScheduled: 'resubmission',
  LeadResubmissionRescheduled: 'resubmission',
  LeadResubmissionDone: 'resubmission',
  LeadResubmissionCancelled: 'resubmission',
  LeadPhaseAdvanced: 'phases',
  LeadSetBack: 'phases',
  LeadWon: 'status',
  LeadLost: 'status',
  LeadReopened: 'status',
  LeadDeactivated: 'status',
  LeadReactivated: 'status',
};

/** An event that is not known here, since the server is newer, changed something. */
export function groupOf(type: string): EventGroup {
  return GROUPS[type] ?? 'changes';
}
