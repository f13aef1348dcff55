import { Module } from '@nestjs/common';
import { LeadImportHandler } from './import/handle-lead-import.js';
import { LeadImportRoutes } from './import/lead-import.http.js';
import { AcceptLeadRoute } from './lead/accept-lead.http.js';
import { AdvancePhaseRoute } from './lead/advance-phase.http.js';
import { AssignLeadRoute } from './lead/assign-lead.http.js';
import { ChangeEmailRoute, ConfirmationHandler } from './lead/change-email.http.js';
import { CloseLeadRoute } from './lead/close-lead.http.js';
import { CorrectLeadRoute } from './lead/correct-lead.http.js';
import { CreateLeadRoute } from './lead/create-lead.http.js';
import { DeactivateLeadRoute } from './lead/deactivate-lead.http.js';
import { LeadCommands } from './lead/lead-commands.js';
import { LeadHandler } from './lead/handle-lead.js';
import { JournalRoutes } from './lead/journal.http.js';
import { LeadInputReader } from './lead/lead-input.js';
import { ReopenLeadRoute } from './lead/reopen-lead.http.js';
import { ResubmissionRoutes } from './lead/resubmission.http.js';
import { SetBackPhaseRoute } from './lead/set-back-phase.http.js';
import { ColleagueHandler } from './reactions/when-a-user-changes-then-record-colleague.js';
import { AssignableUsersRoute } from './read/assignable-users.http.js';
import { ExportLeadsRoute } from './read/export-leads.http.js';
import { LeadFinder } from './read/lead-finder.js';
import { LeadListRoutes } from './read/lead-list.http.js';
import { LeadReader } from './read/lead-reader.js';
import { LeadStoryRoutes } from './read/lead-story.http.js';
import { LeadRoutes } from './read/lead.http.js';
import { Names } from './read/names.js';
import { PhaseNames } from './read/phase-names.js';
import { Rights } from './rights/rights.js';
import { ClosingReasonRoutes, ClosingReasonsHandler } from './settings/closing-reasons.http.js';
import { MarketplaceHandler, MarketplaceRoutes } from './settings/marketplaces.http.js';
import { Settings } from './settings/settings.js';
import { SourceRoutes, SourcesHandler } from './settings/sources.http.js';

/** Everything of leads that answers requests. A new route is a line here; fixed paths stand before `/:id`. */
@Module({
  controllers: [
    ClosingReasonRoutes,
    SourceRoutes,
    MarketplaceRoutes,
    AssignableUsersRoute,
    LeadListRoutes,
    ExportLeadsRoute,
    LeadImportRoutes,
    CreateLeadRoute,
    CorrectLeadRoute,
    ChangeEmailRoute,
    AssignLeadRoute,
    AcceptLeadRoute,
    AdvancePhaseRoute,
    SetBackPhaseRoute,
    CloseLeadRoute,
    ReopenLeadRoute,
    DeactivateLeadRoute,
    ResubmissionRoutes,
    JournalRoutes,
    LeadRoutes,
    LeadStoryRoutes,
  ],
  providers: [
    LeadHandler,
    LeadCommands,
    ConfirmationHandler,
    LeadImportHandler,
    ClosingReasonsHandler,
    SourcesHandler,
    MarketplaceHandler,
    ColleagueHandler,
    LeadInputReader,
    LeadFinder,
    LeadReader,
    Names,
    PhaseNames,
    Rights,
    Settings,
  ],
  exports: [Rights, LeadInputReader, LeadReader, Settings],
})
export class LeadsModule {}
