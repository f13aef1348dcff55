import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import type { Path, ReadModelReader, ReadModelStore, Scalar } from '@leadline/engines/read-models';
import type { LeadFacets, LeadListItem, Page } from '@leadline/leads-contracts';
import { Caller, READ_MODELS, ReadsFrom } from '@leadline/service-kit';
import { LeadFacetsAnswer, LeadPage } from './answers.js';
import { namesNeeded, showInList } from './lead-answer.js';
import { LEAD_FILTERS, leadIn, leadList, POOL, type LeadDocument } from './lead-list.js';
import { LeadFilterQuery, selectionOf, sortOf } from './lead-list.query.js';
import { Names } from './names.js';
import { PhaseNames } from './phase-names.js';
import { Rights } from '../rights/rights.js';

class FacetQuery extends OmitType(LeadFilterQuery, ['limit', 'after', 'sort'] as const) {}

@ApiTags('leads')
@Controller('api/leads')
export class LeadListRoutes {
  private readonly reader: ReadModelReader<LeadDocument>;

  constructor(
    @Inject(READ_MODELS) readModels: ReadModelStore,
    private readonly rights: Rights,
    private readonly names: Names,
    private readonly phases: PhaseNames,
  ) {
    this.reader = readModels.reader(leadList);
  }

  @Get()
  @ApiOperation({ summary: 'Leads within the caller’s reach: filtered, searched, sorted, page by page.' })
  @ApiOkResponse({ type: LeadPage })
  @ReadsFrom(leadList)
  async list(@Query() query: LeadFilterQuery, @Caller() caller: Caller): Promise<Page<LeadListItem>> {
    const { limit, after } = query;
    const found = await this.reader.find({
      ...selectionOf(query, await this.rights.reachOf(caller)),
      sort: sortOf(query),
      limit,
      ...(after === undefined ? {} : { after }),
      total: true,
    });
    const leads = found.items.map(leadIn);
    const names = await this.names.find(namesNeeded(leads), caller);
    return { items: leads.map((lead) => showInList(lead, names)), next: found.next, total: found.total ?? 0 };
  }

  @Get('facets')
  @ApiOperation({ summary: 'How many leads per value of each filter, under the filters given.' })
  @ApiOkResponse({ type: LeadFacetsAnswer })
  @ReadsFrom(leadList)
  async facets(@Query() query: FacetQuery, @Caller() caller: Caller): Promise<LeadFacets> {
    const { where, search } = selectionOf(query, await this.rights.reachOf(caller));
    const counts = await this.reader.facets(Object.values(LEAD_FILTERS), where, search);
    const of = (path: Path) => counts[path] ?? [];
    const ids = (path: Path) => of(path).map(({ value }) => idOrNull(value) ?? undefined);
    const names = await this.names.find(
      { users: ids(LEAD_FILTERS.assigneeId), marketplaces: ids(LEAD_FILTERS.marketplaceId), sources: true },
      caller,
    );
    const phaseName = await this.phases.find();
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
