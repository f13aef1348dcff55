import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '@leadline/engines/event-store';
import {
  CLOSING_REASONS_ID,
  closingReasonsAggregate,
  colleagueAggregate,
  DEFAULT_CLOSING_RULES,
  DEFAULT_SALES_PROCESS,
  marketplaceAggregate,
  presentProcess,
  SOURCES_ID,
  sourcesAggregate,
  type ClosingReason,
  type ClosingRules,
  type Colleague,
  type Marketplace,
  type PinnedProcess,
} from '@leadline/leads-domain';
import { EVENT_STORE } from '@leadline/service-kit';
import { keepState, keepStates, type KeptState } from '../kept-state.js';

/** What commands need to know of the settings, always as of now: folded from the streams, not from a read model. */
@Injectable()
export class Settings {
  readonly sources: KeptState<readonly { readonly id: string; readonly name: string }[]>;
  readonly closingReasons: KeptState<readonly ClosingReason[]>;
  /** Null state: there is no such marketplace. */
  readonly marketplace: (id: string) => Promise<{ readonly state: Marketplace | null; readonly revision: number }>;
  readonly colleague: (id: string) => Promise<{ readonly state: Colleague | null }>;

  constructor(@Inject(EVENT_STORE) eventStore: EventStore) {
    this.sources = keepState(eventStore, sourcesAggregate, SOURCES_ID);
    this.closingReasons = keepState(eventStore, closingReasonsAggregate, CLOSING_REASONS_ID);
    this.marketplace = keepStates(eventStore, marketplaceAggregate);
    this.colleague = keepStates(eventStore, colleagueAggregate);
  }

  /** The process that a lead of this marketplace begins now; of none: the default one. Null: no such marketplace. */
  async processOf(marketplaceId: string | null | undefined): Promise<PinnedProcess | null> {
    if (marketplaceId === null || marketplaceId === undefined) return DEFAULT_SALES_PROCESS;
    const { state } = await this.marketplace(marketplaceId);
    return state && presentProcess(marketplaceId, state);
  }

  /** When a lead of this marketplace may be closed. */
  async closingRulesOf(marketplaceId: string | undefined): Promise<ClosingRules> {
    const state = marketplaceId === undefined ? null : (await this.marketplace(marketplaceId)).state;
    return state ?? DEFAULT_CLOSING_RULES;
  }
}
