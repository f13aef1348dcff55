import { sortText } from '@leadline/engines/read-models';
import { idOf } from '@leadline/event-sourcing';
import { userCodec, type Language, type Role } from '@leadline/identity-domain';
import { defineReadModel } from '@leadline/subscriptions';

// A type, not an interface: only a type can be taken for a document with any field.
export type UserDocument = {
  readonly id: string;
  readonly revision: number;
  readonly email: string;
  readonly name: string;
  /** What it sorts by, as people sort names. */
  readonly nameKey: string;
  readonly role: Role;
  readonly language: Language;
  readonly timeZone: string;
  readonly supervisorId?: string | undefined;
  readonly teamIds: readonly string[];
  readonly active: boolean;
  /** Has not set a password yet. */
  readonly invited: boolean;
};

/** All users, without anything they sign in by. */
export const userList = defineReadModel<UserDocument>({
  name: 'users',
  version: 4,
  categories: [userCodec.category],
  indexes: [
    { on: ['nameKey'] },
    { on: ['email'] },
    { on: ['role', 'nameKey'] },
    { on: ['active', 'nameKey'] },
    { on: ['supervisorId', 'nameKey'] },
    { on: ['teamIds', 'nameKey'], multi: true },
  ],
  // Not their addresses: everyone may search, and not everyone may know those.
  search: ['name'],
  facets: [],
  ofOneStream: true,
  documentIds: ({ stream }) => [idOf(stream)],
  project(stored, user, id) {
    const { type, data, revision } = userCodec.decode(stored);
    if (type === 'UserRegistered') {
      return { ...data, id, revision, nameKey: sortText(data.name), active: true, invited: false };
    }
    if (!user) return null;
    switch (type) {
      case 'UserDetailsChanged': {
        const { email, active, invited } = user;
        return { ...data, id, revision, nameKey: sortText(data.name), email, active, invited };
      }
      case 'UserPasswordChanged':
        return { ...user, revision, invited: false };
      case 'UserInvited':
        return { ...user, revision, invited: true };
      case 'UserLinkedToProvider':
      case 'UserUnlinkedFromProvider':
        return { ...user, revision };
      case 'UserDeactivated':
        return { ...user, revision, active: false, invited: false };
      case 'UserReactivated':
        return { ...user, revision, active: true };
    }
  },
});
