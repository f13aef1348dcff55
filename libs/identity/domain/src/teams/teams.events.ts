import { event, eventCodec, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';

const teamId = z.uuid();
const name = z.string().min(1);

export const teamsEvents = {
  TeamCreated: event('There is a team that users can be in.', z.strictObject({ teamId, name })),
  TeamRenamed: event('The team is called something else; who is in it stays.', z.strictObject({ teamId, name })),
  TeamDeactivated: event('Nobody can join the team any more.', z.strictObject({ teamId })),
  TeamReactivated: event('Users can join the team again.', z.strictObject({ teamId })),
};

export type TeamsEvent = EventsOf<typeof teamsEvents>;

export const teamsCodec = eventCodec('teams', teamsEvents);

/** The one stream of teams: what makes their names unique. */
export const TEAMS_ID = 'all';
