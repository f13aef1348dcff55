import { describe, expect, it } from '@jest/globals';
import { checkDecider, given, testMetadata } from '@leadline/event-sourcing/testing';
import fc from 'fast-check';
import type { TeamsEvent } from './teams.events.js';
import { teamsAggregate, type Teams, type TeamsCommand } from './teams.js';

const { decider } = teamsAggregate;
const north = '01990000-0000-7000-8000-000000000001';
const south = '01990000-0000-7000-8000-000000000002';
const created = (teamId: string, name: string): TeamsEvent => ({ type: 'TeamCreated', data: { teamId, name } });
const deactivated: TeamsEvent = { type: 'TeamDeactivated', data: { teamId: north } };
const create = (teamId: string, name: string): TeamsCommand => ({
  type: 'CreateTeam',
  data: { teamId, name },
  metadata: testMetadata,
});
const rename = (teamId: string, name: string): TeamsCommand => ({
  type: 'RenameTeam',
  data: { teamId, name },
  metadata: testMetadata,
});
const deactivate = (members: number): TeamsCommand => ({
  type: 'DeactivateTeam',
  data: { teamId: north, members },
  metadata: testMetadata,
});
const reactivate: TeamsCommand = { type: 'ReactivateTeam', data: { teamId: north }, metadata: testMetadata };

describe('teams', () => {
  it('are created by a name, kept as it was meant', () =>
    given(decider).when(create(north, ' North ')).then(created(north, 'North')));

  it('have names of their own, whatever the case', () => {
    given(decider, created(north, 'North')).when(create(south, 'NORTH')).thenRejects('team.name-taken');
    given(decider, created(north, 'North'), deactivated).when(create(south, 'North')).thenRejects('team.name-taken');
    given(decider, created(north, 'North'), created(south, 'South'))
      .when(rename(south, 'north'))
      .thenRejects('team.name-taken');
  });

  it('are renamed, also to another case of the same name', () => {
    const renamed: TeamsEvent = { type: 'TeamRenamed', data: { teamId: north, name: 'NORTH' } };
    given(decider, created(north, 'North')).when(rename(north, 'NORTH')).then(renamed);
    given(decider, created(north, 'North'), renamed).when(rename(north, 'NORTH')).then();
    given(decider, created(north, 'North')).when(rename(south, 'South')).thenRejects('team.not-found');
  });

  it('are deactivated once nobody is in them, and reactivated', () => {
    given(decider, created(north, 'North')).when(deactivate(2)).thenRejects('team.has-members', { members: 2 });
    given(decider, created(north, 'North')).when(deactivate(0)).then(deactivated);
    given(decider, created(north, 'North'), deactivated).when(deactivate(0)).then();
    given(decider, created(north, 'North'), deactivated)
      .when(reactivate)
      .then({ type: 'TeamReactivated', data: { teamId: north } });
    given(decider, created(north, 'North')).when(reactivate).then();
    given(decider).when(reactivate).thenRejects('team.not-found');
  });

  it('never share a name, whatever is asked', () => {
    const teamId = fc.constantFrom(north, south, '01990000-0000-7000-8000-000000000003');
    const name = fc.constantFrom('North', 'north ', 'South', 'S\u00fcd', 'Su\u0308d');
    return checkDecider<Teams, TeamsCommand, TeamsEvent>({
      aggregate: teamsAggregate,
      first: (metadata) => fc.record({ teamId, name }).map((data) => ({ type: 'CreateTeam', data, metadata })),
      command: (metadata) =>
        fc.oneof(
          fc.record({ teamId, name }).map((data): TeamsCommand => ({ type: 'CreateTeam', data, metadata })),
          fc.record({ teamId, name }).map((data): TeamsCommand => ({ type: 'RenameTeam', data, metadata })),
          fc
            .record({ teamId, members: fc.constantFrom(0, 3) })
            .map((data): TeamsCommand => ({ type: 'DeactivateTeam', data, metadata })),
          fc.record({ teamId }).map((data): TeamsCommand => ({ type: 'ReactivateTeam', data, metadata })),
        ),
      invariant: (teams) => {
        const names = teams.map((team) => team.name.trim().normalize('NFC').toLowerCase());
        expect(new Set(names).size).toBe(teams.length);
        expect(new Set(teams.map(({ id }) => id)).size).toBe(teams.length);
      },
    });
  });
});
