import { z } from 'zod';
import { event, eventCodec, type EventsOf, type StoredEvent } from '@leadline/event-sourcing';

/**
 * What operators ask of the work. Asked by events, so that it reaches whichever process does that work, in order with
 * everything else in the log, and is not lost when that process stops.
 */
export const operationEvents = {
  ReadModelRebuildRequested: event(
    'A read model is to be folded anew beside the live one, which it then replaces.',
    z.object({ jobId: z.uuid(), readModel: z.string() }),
  ),
  ReadModelVerificationRequested: event(
    'A read model is to be folded anew and compared with the live one.',
    z.object({ jobId: z.uuid(), readModel: z.string() }),
  ),
  DeadLetterRetryRequested: event(
    'An event or message that failed is to be tried again, and then what waits behind it.',
    z.object({ deadLetterId: z.uuid() }),
  ),
};

export type OperationEvent = EventsOf<typeof operationEvents>;

export const operationCodec = eventCodec('operation', operationEvents);

export const OPERATION = operationCodec.category;

export function isOperation(stored: StoredEvent): boolean {
  return stored.stream.startsWith(`${OPERATION}-`);
}

/** The dead letter that an event asks to retry; null where it asks for nothing of the kind. */
export function requestedRetry(stored: StoredEvent): string | null {
  if (!isOperation(stored) || !stored.type.startsWith('DeadLetterRetryRequested.')) return null;
  const event = operationCodec.decode(stored);
  return event.type === 'DeadLetterRetryRequested' ? event.data.deadLetterId : null;
}
