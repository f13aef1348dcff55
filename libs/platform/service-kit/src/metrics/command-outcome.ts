import type { DomainEvent, Handled } from '@leadline/event-sourcing';
import { failureOf, outcomeOf } from '../commands/outcome.js';
import type { Metrics } from './metrics.js';

/** Counts how a command ended, and ends as it did. */
export async function countOutcome<Event extends DomainEvent>(
  { commands }: Pick<Metrics, 'commands'>,
  named: { readonly aggregate: string; readonly command: string },
  handled: Promise<Handled<Event>>,
): Promise<Handled<Event>> {
  try {
    const result = await handled;
    commands.inc({ ...named, ...outcomeOf(result) });
    return result;
  } catch (error) {
    commands.inc({ ...named, ...failureOf(error) });
    throw error;
  }
}
