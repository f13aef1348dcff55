import { DomainError, type Actor, type Aggregate, type Command, type Decider } from '@leadline/event-sourcing';
import { operationCodec, type OperationEvent } from './operation.events.js';

export type OperationCommand =
  | Command<'RequestReadModelRebuild', { readonly jobId: string; readonly readModel: string }>
  | Command<'RequestReadModelVerification', { readonly jobId: string; readonly readModel: string }>
  | Command<'RequestDeadLetterRetry', { readonly deadLetterId: string }>;

/** What was asked under this id so far; null: nothing. */
export interface Operation {
  readonly requested: { readonly kind: 'rebuild' | 'verify' | 'retry'; readonly readModel?: string } | null;
}

/**
 * A job is asked for once: its id belongs to one read model and one purpose. A dead letter may be retried as often as
 * somebody wants.
 */
const decider: Decider<Operation, OperationCommand, OperationEvent> = {
  initialState: () => ({ requested: null }),

  decide(command, { requested }) {
    switch (command.type) {
      case 'RequestReadModelRebuild':
        return requestJob(requested, 'rebuild', command.data.readModel, {
          type: 'ReadModelRebuildRequested',
          data: command.data,
        });
      case 'RequestReadModelVerification':
        return requestJob(requested, 'verify', command.data.readModel, {
          type: 'ReadModelVerificationRequested',
          data: command.data,
        });
      case 'RequestDeadLetterRetry':
        if (requested && requested.kind !== 'retry') throw new DomainError('operation.id-taken');
        return [{ type: 'DeadLetterRetryRequested', data: command.data }];
    }
  },

  evolve(_, event) {
    switch (event.type) {
      case 'ReadModelRebuildRequested':
        return { requested: { kind: 'rebuild', readModel: event.data.readModel } };
      case 'ReadModelVerificationRequested':
        return { requested: { kind: 'verify', readModel: event.data.readModel } };
      case 'DeadLetterRetryRequested':
        return { requested: { kind: 'retry' } };
    }
  },
};

function requestJob(
  requested: Operation['requested'],
  kind: 'rebuild' | 'verify',
  readModel: string,
  event: OperationEvent,
): readonly OperationEvent[] {
  if (!requested) return [event];
  if (requested.kind === kind && requested.readModel === readModel) return [];
  throw new DomainError('operation.id-taken');
}

/** The aggregate behind `/api/operations`. Its id is that of the job or of the dead letter. */
export const operationAggregate: Aggregate<Operation, OperationCommand, OperationEvent> = {
  decider,
  codec: operationCodec,
  stateVersion: 1,
};

/** Who acts where the work itself asks for something. */
export const SYSTEM: Actor = { kind: 'system', id: 'work', name: 'Leadline' };
