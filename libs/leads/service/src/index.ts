import { LEADS_TOPIC } from '@leadline/leads-contracts';
import type { ServiceDefinition } from '@leadline/service-kit';
import { LeadsModule } from './leads.module.js';
import { leadsMessages } from './messages.js';
import { publishLeads } from './publish.js';
import { whenAUserChangesThenRecordColleague } from './reactions/when-a-user-changes-then-record-colleague.js';
import { colleagueList } from './read/colleague-list.js';
import { leadList } from './read/lead-list.js';
import { marketplaceList } from './read/marketplace-list.js';

/** Leads, from arrival to close. */
export const leadsService: ServiceDefinition = {
  name: 'leads',
  module: LeadsModule,
  topics: [LEADS_TOPIC],
  readModels: [leadList, colleagueList, marketplaceList],
  messages: leadsMessages,
  work: (app) => ({
    reactions: [],
    publications: [publishLeads],
    consumptions: [whenAUserChangesThenRecordColleague(app)],
  }),
};
