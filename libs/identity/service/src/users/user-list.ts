import { idOf } from '@leadline/event-sourcing';
import { userCodec, type Language, type Role } from '@leadline/identity-domain';
import { defineReadModel } from '@leadline/subscriptions';

// A type, not an interface: only a type can be taken for a document with any field.
export type UserDocument = {
  readonly id: string;
  readonly revision: number;
  readonly email: string;
  readonly name: string;
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
  version: 3,
  categories: [userCodec.category],
  indexes: [
    { on: ['name'] },
    { on: ['email'] },
    { on: ['role', 'name'] },
    { on: ['active', 'name'] },
    { on: ['supervisorId', 'name'] },
    { on: ['teamIds', 'name'], multi: true },
  ],
  // Not their addresses: everyone may search, and not everyone may know those.
  search: ['name'],
  facets: [],
  ofOneStream: true,
  documentIds: ({ stream }) => [idOf(stream)],
  project(stored, user, id) {
    const { type, data, revision } = userCodec.decode(stored);
    if (type === 'UserRegistered') return { ...data, id, revision, active: true, invited: false };
    if (!user) return null;
    switch (type) {
      case 'UserDetailsChanged': {
        const { email, active, invited } = user;
        return { ...data, id, revision, email, active, invited };
      }
      case 'UserPasswordChanged':
        return { ...user, revision, invited: false };
      case 'UserInvited':
        return { ...user, revision, invited: true };
      case 'UserLinkedToProvider':
        return { ...user, revision };
      case 'UserDeactivated':
        return { ...user, revision, active: false, invited: false };
      case 'UserReactivated':
        return { ...user, revision, active: true };
    }
  },
});
