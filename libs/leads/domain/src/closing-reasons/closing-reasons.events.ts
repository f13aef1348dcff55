import { event, eventCodec, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';
import { id, outcome } from '../lead/lead-fields.js';

const name = z.string().min(1);

export const closingReasonEvents = {
  ClosingReasonAdded: event(
    'A reason for winning or losing leads was added.',
    z.strictObject({ reasonId: id, outcome, name }),
  ),
  ClosingReasonRenamed: event(
    'A reason got another name; closed leads keep the reason.',
    z.strictObject({ reasonId: id, name }),
  ),
  ClosingReasonHidden: event('A reason is no longer offered; closed leads keep it.', z.strictObject({ reasonId: id })),
  ClosingReasonShown: event('A hidden reason is offered again.', z.strictObject({ reasonId: id })),
};

export type ClosingReasonEvent = EventsOf<typeof closingReasonEvents>;

export const closingReasonsCodec = eventCodec('closingReasons', closingReasonEvents);
