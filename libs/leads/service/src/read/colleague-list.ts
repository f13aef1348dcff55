import { sortText } from '@leadline/engines/read-models';
import { idOf, type StoredEvent } from '@leadline/event-sourcing';
import { colleagueAggregate, type Colleague, type Placed } from '@leadline/leads-domain';
import { defineReadModel } from '@leadline/subscriptions';

/** How a user is called, and where they stand. */
// A type, not an interface: only a type is assignable to a document with any field.
export type ColleagueDocument = {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly email: string | null;
  readonly role: Colleague['role'];
  readonly active: boolean;
  readonly supervisorId: string | null;
  /** Ids of their teams, or {@link NO_TEAM} alone: so that those without one are found by the same index. */
  readonly teams: readonly string[];
};

export const NO_TEAM = 'none';

const { codec } = colleagueAggregate;

/** The users that leads can be assigned to. */
export const colleagueList = defineReadModel<ColleagueDocument>({
  name: 'leadColleagues',
  version: 2,
  categories: [codec.category],
  ofOneStream: true,
  indexes: [
    { on: ['email'] },
    { on: ['id'] },
    { on: ['supervisorId'] },
    { on: ['teams'], multi: true },
    { on: ['active', 'nameKey'] },
  ],
  search: ['name', 'email'],
  facets: [],
  documentIds: ({ stream }) => [idOf(stream)],
  project(stored: StoredEvent, _document, id) {
    const { name, email, role, active, supervisorId, teamIds } = codec.decode(stored).data;
    return {
      id,
      name,
      nameKey: sortText(name),
      email: email?.toLowerCase() ?? null,
      role,
      active,
      supervisorId: supervisorId ?? null,
      teams: teamIds.length > 0 ? teamIds : [NO_TEAM],
    };
  },
});

/** What the rights on leads make of a colleague. */
export function placeOf({ id, role, supervisorId, teams }: ColleagueDocument): Placed {
  return { id, role, supervisorId: supervisorId ?? undefined, teamIds: teams.filter((team) => team !== NO_TEAM) };
}
