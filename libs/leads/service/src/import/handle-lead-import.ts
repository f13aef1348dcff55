import { leadImportAggregate, type LeadImportCommand, type LeadImportEvent } from '@leadline/leads-domain';
import { AggregateCommand, aggregateHandler } from '@leadline/service-kit';

/** Carries any command to an import through the CommandBus. */
export class HandleLeadImport extends AggregateCommand<LeadImportCommand, LeadImportEvent> {}

export const LeadImportHandler = aggregateHandler(HandleLeadImport, leadImportAggregate);
