import { idOf, type StoredEvent } from '@leadline/event-sourcing';
import { colleagueAggregate } from '@leadline/leads-domain';
import { defineReadModel } from '@leadline/subscriptions';

/** How a user is called. */
// A type, not an interface: only a type is assignable to a document with any field.
export type ColleagueDocument = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: string;
  readonly active: boolean;
};

const { codec } = colleagueAggregate;

/** The users that leads can be assigned to. */
export const colleagueList = defineReadModel<ColleagueDocument>({
  name: 'leadColleagues',
  version: 1,
  categories: [codec.category],
  ofOneStream: true,
  indexes: [{ on: ['email'] }],
  search: [],
  facets: [],
  documentIds: ({ stream }) => [idOf(stream)],
  project(stored: StoredEvent, _document, id) {
    const { name, email, role, active } = codec.decode(stored).data;
    return { id, name, email: email?.toLowerCase() ?? null, role, active };
  },
});
