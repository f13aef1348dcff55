import { Inject, Injectable } from '@nestjs/common';
import type { ReadModelStore } from '@leadline/engines/read-models';
import { nameFor, type Named } from '@leadline/leads-domain';
import { CLOCK, READ_MODELS, type Caller, type Clock } from '@leadline/service-kit';
import { Settings } from '../settings/settings.js';
import { colleagueList, type ColleagueDocument } from './colleague-list.js';
import { marketplaceList, type MarketplaceDocument } from './marketplace-list.js';

/** How long a name may be out of date on somebody's screen. */
const KEPT_MS = 10_000;
const MOST_KEPT = 10_000;

/** What users, sources, marketplaces and reasons are called now. '' where it is not known. */
export interface NameBook {
  readonly user: (id: string) => string;
  readonly source: (id: string) => string;
  readonly marketplace: (id: string) => string;
  readonly reason: (id: string) => string;
  /** A phase or a closing reason by the name it had: what came with Leadline in the caller’s language. */
  readonly shown: (named: Named) => string;
}

export interface NamesNeeded {
  readonly users: readonly (string | undefined)[];
  readonly marketplaces: readonly (string | undefined)[];
  /** Left out: none is named. */
  readonly sources?: boolean;
  readonly reasons?: boolean;
}

const NOTHING: { readonly state: readonly { readonly id: string; readonly name: string }[] } = { state: [] };

/** Finds the names that an answer needs in a few reads, and keeps them for a moment. */
@Injectable()
export class Names {
  private readonly kept = new Map<string, { readonly name: string; readonly until: number }>();

  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModelStore,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async find({ users, marketplaces, ...needed }: NamesNeeded, { actor, language }: Caller): Promise<NameBook> {
    const colleagues = this.readModels.reader<ColleagueDocument>(colleagueList);
    const shops = this.readModels.reader<MarketplaceDocument>(marketplaceList);
    const [user, marketplace, sources, reasons] = await Promise.all([
      this.named(users, async (id) => (id === actor.id ? actor.name : (await colleagues.get(id))?.name)),
      this.named(marketplaces, async (id) => (await shops.get(id))?.name),
      needed.sources ? this.settings.sources.present() : NOTHING,
      needed.reasons ? this.settings.closingReasons.present() : NOTHING,
    ]);
    return {
      user,
      marketplace,
      source: (wanted) => sources.state.find(({ id }) => id === wanted)?.name ?? '',
      reason: (wanted) => {
        const reason = reasons.state.find(({ id }) => id === wanted);
        return reason ? nameFor(reason, language) : '';
      },
      shown: (named) => nameFor(named, language),
    };
  }

  private async named(
    ids: readonly (string | undefined)[],
    find: (id: string) => Promise<string | undefined>,
  ): Promise<(id: string) => string> {
    const now = this.clock.nowMs();
    const names = new Map<string, string>();
    await Promise.all(
      [...new Set(ids)].map(async (id) => {
        if (id === undefined) return;
        const kept = this.kept.get(id);
        const name = kept && kept.until > now ? kept.name : await find(id);
        if (name === undefined) return;
        if (this.kept.size >= MOST_KEPT) this.kept.clear();
        if (kept?.name !== name || kept.until <= now) this.kept.set(id, { name, until: now + KEPT_MS });
        names.set(id, name);
      }),
    );
    return (id) => names.get(id) ?? '';
  }
}
