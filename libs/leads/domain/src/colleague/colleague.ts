import { event, eventCodec, type Aggregate, type Command, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';
import { sameJson } from '../merge-patch.js';

const colleague = z.strictObject({
  name: z.string().min(1),
  email: z.string().min(1).optional(),
  role: z.enum(['agent', 'supervisor', 'administrator']),
  /** Deactivated colleagues keep their name on old leads and get no new ones. */
  active: z.boolean(),
  /** The user to whom their leads go when they leave. */
  supervisorId: z.string().min(1).optional(),
  teamIds: z.array(z.string().min(1)),
});

export const colleagueEvents = {
  ColleagueRecorded: event('What leads needs to know of a user, as identity tells it.', colleague, {
    version: 2,
    upcast: { 1: (data) => ({ ...data, teamIds: [] }) },
  }),
};

/** What leads knows of a user. */
export type Colleague = z.output<typeof colleague>;
export type ColleagueEvent = EventsOf<typeof colleagueEvents>;

/** What identity says at a time: some of it, or all. Null: they have no supervisor (any more). */
export interface ColleagueNews extends Partial<Omit<Colleague, 'supervisorId'>> {
  readonly supervisorId?: string | null;
}

export type ColleagueCommand = Command<
  'RecordColleague',
  { readonly [Field in keyof ColleagueNews]?: ColleagueNews[Field] | undefined }
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
      const supervisorId = data.supervisorId === undefined ? known?.supervisorId : (data.supervisorId ?? undefined);
      const next = {
        name,
        role,
        email: data.email ?? known?.email,
        active: data.active ?? known?.active ?? true,
        supervisorId,
        teamIds: data.teamIds ?? known?.teamIds ?? [],
      };
      return sameJson(known, next) ? [] : [{ type: 'ColleagueRecorded', data: next }];
    },

    evolve: (_known, { data }) => data,
  },
  codec: eventCodec('colleague', colleagueEvents),
  stateVersion: 2,
};
