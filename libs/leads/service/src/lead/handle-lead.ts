import { derivedId } from '@leadline/event-sourcing';
import { leadAggregate, type LeadCommand, type LeadEvent } from '@leadline/leads-domain';
import { AggregateCommand, aggregateHandler, type Circumstances } from '@leadline/service-kit';

/** Carries any command to a lead through the CommandBus. */
export class HandleLead extends AggregateCommand<LeadCommand, LeadEvent> {}

export const LeadHandler = aggregateHandler(HandleLead, leadAggregate);

/** The id of what this command creates. It follows from the command, so that a repetition creates the same again. */
export function createdId({
  metadata,
  hasIdempotencyKey,
}: Pick<Circumstances, 'metadata' | 'hasIdempotencyKey'>): string {
  return hasIdempotencyKey ? derivedId(metadata.id) : metadata.id;
}
