import { DomainError, event, eventCodec, type Aggregate, type Command, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';

export const confirmationEvents = {
  ConfirmationSpent: event(
    'Somebody typed their password for one change, and that change took it: it serves no other.',
    z.strictObject({
      userId: z.string().min(1),
      /** The command that it was spent on. */
      commandId: z.string().min(1),
    }),
  ),
};

export type ConfirmationEvent = EventsOf<typeof confirmationEvents>;

/** What a spent confirmation was spent on. */
export interface SpentConfirmation {
  readonly commandId: string;
}

export type SpendConfirmation = Command<'SpendConfirmation', { readonly userId: string; readonly commandId: string }>;

/**
 * A confirmation of a password, as identity names it: the stream's id is its `jti`. Spent once; for the command that it was
 * spent on it stays good, so that one that was cut short between the two can be repeated.
 * Throws DomainError `confirmation-required` where it was spent on another.
 */
export const confirmationAggregate: Aggregate<SpentConfirmation | null, SpendConfirmation, ConfirmationEvent> = {
  decider: {
    initialState: () => null,

    decide({ data }, spent) {
      if (!spent) return [{ type: 'ConfirmationSpent', data }];
      if (spent.commandId !== data.commandId) throw new DomainError('confirmation-required');
      return [];
    },

    evolve: (spent, { data }) => spent ?? { commandId: data.commandId },
  },
  codec: eventCodec('confirmation', confirmationEvents),
  stateVersion: 1,
};
