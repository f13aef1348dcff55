import { LEADS_TOPIC } from '@leadline/leads-contracts';
import type { ServiceDefinition } from '@leadline/service-kit';
import { importMessages } from './import/import-messages.js';
import { leadIdentity } from './import/lead-identity.js';
import { whenImportRequestedThenCreateLeads } from './import/when-import-requested-then-create-leads.js';
import { LeadsModule } from './leads.module.js';
import { leadsMessages } from './messages.js';
import { publishLeads } from './publish.js';
import { whenAColleagueLeavesThenHandOnTheirLeads } from './reactions/when-a-colleague-leaves-then-hand-on-their-leads.js';
import { whenALeadGoesToWhoHasLeftThenHandItOn } from './reactions/when-a-lead-goes-to-who-has-left-then-hand-it-on.js';
import { whenAUserChangesThenRecordColleague } from './reactions/when-a-user-changes-then-record-colleague.js';
import { colleagueList } from './read/colleague-list.js';
import { leadList } from './read/lead-list.js';
import { marketplaceList } from './read/marketplace-list.js';

/** Leads, from arrival to close. */
export const leadsService: ServiceDefinition = {
  name: 'leads',
  module: LeadsModule,
  topics: [LEADS_TOPIC],
  readModels: [leadList, colleagueList, marketplaceList, leadIdentity],
  messages: { ...leadsMessages, ...importMessages },
  work: (app) => ({
    reactions: [
      whenImportRequestedThenCreateLeads(app),
      whenAColleagueLeavesThenHandOnTheirLeads(app),
      whenALeadGoesToWhoHasLeftThenHandItOn(app),
    ],
    publications: [publishLeads],
    consumptions: [whenAUserChangesThenRecordColleague(app)],
  }),
};

export { importProgress, type ImportProgress } from './import/import-progress.js';
export { ImportReports } from './import/import-report.js';
export { readLeads } from './import/read-leads.js';
export type { LeadRow } from './import/read-record.js';
export { MAX_FILE_BYTES, requestImport, type FileOfLeads } from './import/request-import.js';
