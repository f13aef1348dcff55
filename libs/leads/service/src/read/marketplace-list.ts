import { sortText } from '@leadline/engines/read-models';
import { idOf, type StoredEvent } from '@leadline/event-sourcing';
import { marketplaceAggregate, type Marketplace } from '@leadline/leads-domain';
import { defineReadModel } from '@leadline/subscriptions';
import { restore, store, type Stored } from './stored-view.js';

export interface MarketplaceView extends Marketplace {
  readonly id: string;
  readonly revision: number;
}

export type MarketplaceDocument = Stored<MarketplaceView> & {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
};

const { codec, decider } = marketplaceAggregate;

/** Marketplaces by name, each as its own fold has it. */
export const marketplaceList = defineReadModel<MarketplaceDocument>({
  name: 'leadMarketplaces',
  version: 1,
  categories: [codec.category],
  ofOneStream: true,
  indexes: [{ on: ['nameKey'] }],
  search: [],
  facets: [],
  documentIds: ({ stream }) => [idOf(stream)],
  project(stored: StoredEvent, document, id) {
    const state = decider.evolve(document && restore<MarketplaceView>(document), codec.decode(stored));
    if (!state) return null;
    return {
      ...store({ ...state, id, revision: stored.revision }),
      id,
      name: state.name,
      nameKey: sortText(state.name),
    };
  },
});

/** The marketplace in a document. */
export function marketplaceIn(document: MarketplaceDocument): MarketplaceView {
  return restore<MarketplaceView>(document);
}
