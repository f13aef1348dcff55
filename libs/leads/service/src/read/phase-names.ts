import { Inject, Injectable } from '@nestjs/common';
import type { ReadModelStore } from '@leadline/engines/read-models';
import { DEFAULT_SALES_PROCESS, nameFor, type Language, type Named } from '@leadline/leads-domain';
import { READ_MODELS } from '@leadline/service-kit';
import { marketplaceIn, marketplaceList, type MarketplaceDocument } from './marketplace-list.js';

/** More marketplaces than anybody has; the phases of any further one would go by their ids. */
const MOST = 1_000;

/** What phases are called, of all processes in all versions: leads stand in old ones too. */
@Injectable()
export class PhaseNames {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModelStore) {}

  /** In a language, where they came with Leadline. */
  async find(language: Language): Promise<(id: string) => string> {
    const { items } = await this.readModels.reader<MarketplaceDocument>(marketplaceList).find({ limit: MOST });
    const names = new Map<string, string>();
    const add = (phases: readonly Named[]): void =>
      phases.forEach(({ id, name }) => names.set(id, nameFor({ id, name }, language)));
    add(DEFAULT_SALES_PROCESS.phases);
    // A phase that was renamed goes by its last name.
    for (const item of items) for (const { phases } of marketplaceIn(item).versions) add(phases);
    return (id) => names.get(id) ?? '';
  }
}
