import {
  isDomainError,
  StaleRevisionError,
  WrongExpectedRevisionError,
  type DomainEvent,
  type Handled,
} from '@leadline/event-sourcing';
import type { Metrics } from './metrics.js';

interface Outcome {
  readonly outcome: 'committed' | 'unchanged' | 'repeated' | 'rejected' | 'stale' | 'conflict' | 'failed';
  /** Of a rejection: the domain's. */
  readonly code: string;
}

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

function outcomeOf({ repeated, events }: Handled<DomainEvent>): Outcome {
  if (repeated) return { outcome: 'repeated', code: '' };
  return { outcome: events.length > 0 ? 'committed' : 'unchanged', code: '' };
}

function failureOf(error: unknown): Outcome {
  if (isDomainError(error)) return { outcome: 'rejected', code: error.code };
  if (error instanceof StaleRevisionError) return { outcome: 'stale', code: '' };
  if (error instanceof WrongExpectedRevisionError) return { outcome: 'conflict', code: '' };
  return { outcome: 'failed', code: '' };
}
