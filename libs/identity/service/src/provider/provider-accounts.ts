import { derivedId, idOf } from '@leadline/event-sourcing';
import { userCodec, type ProviderAccount } from '@leadline/identity-domain';
import { defineReadModel } from '@leadline/subscriptions';

// A type, not an interface: only a type can be taken for a document with any field.
export type ProviderAccountDocument = { readonly id: string; readonly userId: string };

export function providerAccountId({ issuer, subject }: ProviderAccount): string {
  return derivedId(`provider account\n${issuer}\n${subject}`);
}

/** Whose account at a provider it is. Where this lags behind, the verified address leads to the same user. */
export const providerAccounts = defineReadModel<ProviderAccountDocument>({
  name: 'providerAccounts',
  version: 1,
  categories: [userCodec.category],
  indexes: [],
  search: [],
  facets: [],
  ofOneStream: false,
  documentIds(stored) {
    const event = userCodec.decode(stored);
    const isOfAccount = event.type === 'UserLinkedToProvider' || event.type === 'UserUnlinkedFromProvider';
    return isOfAccount ? [providerAccountId(event.data)] : [];
  },
  project(stored, account, id) {
    const userId = idOf(stored.stream);
    if (userCodec.decode(stored).type === 'UserLinkedToProvider') return account ?? { id, userId };
    return account?.userId === userId ? null : account;
  },
});
