import { derivedId } from '@leadline/event-sourcing';
import { leadAggregate, type LeadCommand, type LeadEvent, type Reach } from '@leadline/leads-domain';
import { AggregateCommand, aggregateHandler, type Caller, type Circumstances } from '@leadline/service-kit';

/** Carries any command to a lead through the CommandBus. */
export class HandleLead extends AggregateCommand<LeadCommand, LeadEvent> {}

export const LeadHandler = aggregateHandler(HandleLead, leadAggregate);

/** Agents work their own leads and the pool; supervisors and administrators all. */
export function reachOf({ role }: Caller): Reach {
  return role === 'agent' ? 'own' : 'all';
}

/** What every command that a person or a program sends has in common. */
export function from({ metadata, caller }: Circumstances): Pick<LeadCommand, 'metadata' | 'reach'> {
  return { metadata, reach: reachOf(caller) };
}

/** The id of what this command creates. It follows from the command, so that a repetition creates the same again. */
export function createdId({
  metadata,
  hasIdempotencyKey,
}: Pick<Circumstances, 'metadata' | 'hasIdempotencyKey'>): string {
  return hasIdempotencyKey ? derivedId(metadata.id) : metadata.id;
}
