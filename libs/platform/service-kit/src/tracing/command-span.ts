import type { Command, DomainEvent, Handled } from '@leadline/event-sourcing';
import { inCommandSpan } from '@leadline/subscriptions';
import { failureOf, outcomeOf } from '../commands/outcome.js';

/** A command from the door to its answer, with what came of it. A refusal is an answer, and no failure of Leadline. */
export async function tracedCommand<Event extends DomainEvent>(
  category: string,
  { type, metadata }: Command,
  carryOut: () => Promise<Handled<Event>>,
): Promise<Handled<Event>> {
  const attributes = {
    'leadline.command.type': type,
    'leadline.stream.category': category,
    'leadline.correlation_id': metadata.correlationId,
  };
  const answer = await inCommandSpan(`command ${type}`, { attributes }, async (span) => {
    try {
      const handled = await carryOut();
      span.setAttribute('leadline.command.outcome', outcomeOf(handled).outcome);
      return { handled };
    } catch (error) {
      const { outcome, code } = failureOf(error);
      span.setAttribute('leadline.command.outcome', outcome);
      if (outcome === 'failed') throw error;
      if (code !== '') span.setAttribute('leadline.command.code', code);
      return { error };
    }
  });
  if (answer.handled) return answer.handled;
  throw answer.error;
}
