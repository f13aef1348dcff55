import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import type { Path, Scalar } from '@leadline/engines/read-models';
import type { LeadFacets, LeadListItem, Page } from '@leadline/leads-contracts';
import { Caller, CLOCK, ReadsFrom, type Clock } from '@leadline/service-kit';
import { LeadFacetsAnswer, LeadPage } from './answers.js';
import { namesNeeded, showInList } from './lead-answer.js';
import { LeadFinder } from './lead-finder.js';
import { LEAD_FILTERS, leadList, POOL } from './lead-list.js';
import { LeadFilterQuery } from './lead-list.query.js';
import { Names } from './names.js';
import { PhaseNames } from './phase-names.js';

class FacetQuery extends OmitType(LeadFilterQuery, ['limit', 'after', 'sort'] as const) {}

@ApiTags('leads')
@Controller('api/leads')
export class LeadListRoutes {
  constructor(
    private readonly finder: LeadFinder,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly names: Names,
    private readonly phases: PhaseNames,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Leads within the caller’s reach: filtered, searched, sorted, page by page.' })
  @ApiOkResponse({ type: LeadPage })
  @ReadsFrom(leadList)
  async list(@Query() query: LeadFilterQuery, @Caller() caller: Caller): Promise<Page<LeadListItem>> {
    const { leads, next, total } = await this.finder.find(query, caller);
    const names = await this.names.find(namesNeeded(leads), caller);
    const now = this.clock.now();
    return { items: leads.map((lead) => showInList(lead, names, now)), next, total };
  }

  @Get('facets')
  @ApiOperation({ summary: 'How many leads per value of each filter, under the filters given.' })
  @ApiOkResponse({ type: LeadFacetsAnswer })
  @ReadsFrom(leadList)
  async facets(@Query() query: FacetQuery, @Caller() caller: Caller): Promise<LeadFacets> {
    const counts = await this.finder.count(query, Object.values(LEAD_FILTERS), caller);
    const of = (path: Path) => counts[path] ?? [];
    const ids = (path: Path) => of(path).map(({ value }) => idOrNull(value) ?? undefined);
    const names = await this.names.find(
      { users: ids(LEAD_FILTERS.assigneeId), marketplaces: ids(LEAD_FILTERS.marketplaceId), sources: true },
      caller,
    );
    const phaseName = await this.phases.find(caller.language);
    const named = (path: Path, nameOf: (id: string) => string): LeadFacets[keyof LeadFacets] =>
      of(path).map(({ value: counted, count }) => {
        const value = idOrNull(counted);
        return { value, name: value === null ? null : nameOf(value) || null, count };
      });
    return {
      status: named(LEAD_FILTERS.status, () => ''),
      phase: named(LEAD_FILTERS.phase, phaseName),
      sourceId: named(LEAD_FILTERS.sourceId, names.source),
      marketplaceId: named(LEAD_FILTERS.marketplaceId, names.marketplace),
      assigneeId: named(LEAD_FILTERS.assigneeId, names.user),
    };
  }
}

/** Nobody holds what waits in the pool. */
function idOrNull(value: Scalar): string | null {
  return typeof value === 'string' && value !== POOL ? value : null;
}
