import { event, eventCodec, type Aggregate, type Command, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';
import { sameJson } from '../merge-patch.js';

const colleague = z.strictObject({
  name: z.string().min(1),
  email: z.string().min(1).optional(),
  role: z.enum(['agent', 'supervisor', 'administrator']),
  /** Deactivated colleagues keep their name on old leads and get no new ones. */
  active: z.boolean(),
});

export const colleagueEvents = {
  ColleagueRecorded: event('What leads needs to know of a user, as identity tells it.', colleague),
};

/** What leads knows of a user. */
export type Colleague = z.output<typeof colleague>;
export type ColleagueEvent = EventsOf<typeof colleagueEvents>;
export type ColleagueCommand = Command<'RecordColleague', Colleague>;

/** A user, as the leads know them: identity decides, this remembers. The stream's id is the user's. */
export const colleagueAggregate: Aggregate<Colleague | null, ColleagueCommand, ColleagueEvent> = {
  decider: {
    initialState: () => null,
    decide: ({ data }, known) => (sameJson(known, data) ? [] : [{ type: 'ColleagueRecorded', data }]),
    evolve: (known, { type, data }) => (type === 'ColleagueRecorded' ? data : known),
  },
  codec: eventCodec('colleague', colleagueEvents),
  stateVersion: 1,
};
