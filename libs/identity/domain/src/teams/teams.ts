import { DomainError, type Aggregate, type Command } from '@leadline/event-sourcing';
import { teamsCodec, type TeamsEvent } from './teams.events.js';

export type Team = { readonly id: string; readonly name: string; readonly active: boolean };

/** All teams, in the order they were created. They are few, and being one aggregate makes their names unique. */
export type Teams = readonly Team[];

export type TeamsCommand =
  | Command<'CreateTeam', { readonly teamId: string; readonly name: string }>
  | Command<'RenameTeam', { readonly teamId: string; readonly name: string }>
  /** `members`: how many active users are in it, as far as whoever asks can tell. */
  | Command<'DeactivateTeam', { readonly teamId: string; readonly members: number }>
  | Command<'ReactivateTeam', { readonly teamId: string }>;

export const teamsAggregate: Aggregate<Teams, TeamsCommand, TeamsEvent> = {
  decider: { initialState: () => [], decide, evolve },
  codec: teamsCodec,
  stateVersion: 1,
};

function decide(command: TeamsCommand, teams: Teams): readonly TeamsEvent[] {
  const { teamId } = command.data;
  if (command.type === 'CreateTeam') {
    const name = freeName(command.data, teams);
    return teams.some(({ id }) => id === teamId) ? [] : [{ type: 'TeamCreated', data: { teamId, name } }];
  }
  const team = teams.find(({ id }) => id === teamId);
  if (!team) throw new DomainError('team.not-found');
  switch (command.type) {
    case 'RenameTeam': {
      const name = freeName(command.data, teams);
      return name === team.name ? [] : [{ type: 'TeamRenamed', data: { teamId, name } }];
    }
    case 'DeactivateTeam': {
      if (!team.active) return [];
      // Whoever shares a team sees each other's work: it must not end, or go on, behind the back of those in it.
      const { members } = command.data;
      if (members > 0) throw new DomainError('team.has-members', { members });
      return [{ type: 'TeamDeactivated', data: { teamId } }];
    }
    case 'ReactivateTeam':
      return team.active ? [] : [{ type: 'TeamReactivated', data: { teamId } }];
  }
}

/** The name as it is kept. @throws DomainError where another team has it, in whatever case */
function freeName({ teamId, name }: { readonly teamId: string; readonly name: string }, teams: Teams): string {
  const kept = name.trim().normalize('NFC');
  const taken = teams.some((team) => team.id !== teamId && team.name.toLowerCase() === kept.toLowerCase());
  if (taken) throw new DomainError('team.name-taken');
  return kept;
}

/** Total: of a team that is not there nothing changes. */
function evolve(teams: Teams, { type, data }: TeamsEvent): Teams {
  switch (type) {
    case 'TeamCreated':
      return [...teams, { id: data.teamId, name: data.name, active: true }];
    case 'TeamRenamed':
      return changed(teams, data.teamId, { name: data.name });
    case 'TeamDeactivated':
      return changed(teams, data.teamId, { active: false });
    case 'TeamReactivated':
      return changed(teams, data.teamId, { active: true });
  }
}

function changed(teams: Teams, id: string, changes: Partial<Team>): Teams {
  return teams.map((team) => (team.id === id ? { ...team, ...changes } : team));
}
