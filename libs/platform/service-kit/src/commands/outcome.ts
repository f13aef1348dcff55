import {
  isDomainError,
  StaleRevisionError,
  WrongExpectedRevisionError,
  type DomainEvent,
  type Handled,
} from '@leadline/event-sourcing';

/** How a command ended, in the words that figures and traces have for it. */
export interface Outcome {
  readonly outcome: 'committed' | 'unchanged' | 'repeated' | 'rejected' | 'stale' | 'conflict' | 'failed';
  /** Of a rejection: the domain's. */
  readonly code: string;
}

export function outcomeOf({ repeated, events }: Handled<DomainEvent>): Outcome {
  if (repeated) return { outcome: 'repeated', code: '' };
  return { outcome: events.length > 0 ? 'committed' : 'unchanged', code: '' };
}

export function failureOf(error: unknown): Outcome {
  if (isDomainError(error)) return { outcome: 'rejected', code: error.code };
  if (error instanceof StaleRevisionError) return { outcome: 'stale', code: '' };
  if (error instanceof WrongExpectedRevisionError) return { outcome: 'conflict', code: '' };
  return { outcome: 'failed', code: '' };
}
