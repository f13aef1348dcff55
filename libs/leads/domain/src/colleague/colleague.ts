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
/** What identity says at a time: some of it, or all. */
export type ColleagueCommand = Command<
  'RecordColleague',
  { readonly [Field in keyof Colleague]?: Colleague[Field] | undefined }
>;

/** A user, as the leads know them: identity decides, this remembers. The stream's id is the user's. */
export const colleagueAggregate: Aggregate<Colleague | null, ColleagueCommand, ColleagueEvent> = {
  decider: {
    initialState: () => null,

    /** Who is not known by name and role yet is nobody to remember. */
    decide({ data }, known) {
      const name = data.name ?? known?.name;
      const role = data.role ?? known?.role;
      if (name === undefined || role === undefined) return [];
      const next = { name, role, email: data.email ?? known?.email, active: data.active ?? known?.active ?? true };
      return sameJson(known, next) ? [] : [{ type: 'ColleagueRecorded', data: next }];
    },

    evolve: (_known, { data }) => data,
  },
  codec: eventCodec('colleague', colleagueEvents),
  stateVersion: 1,
};
