import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn } from 'class-validator';
import type { Condition, Find, Path, Where } from '@leadline/engines/read-models';
import type { LeadStatus, TrafficLight } from '@leadline/leads-contracts';
import type { Reach } from '@leadline/leads-domain';
import { ListQuery, OptionalField, parseSort } from '@leadline/service-kit';
import { Ids } from '../lead/fields.dto.js';
import { LEAD_FILTERS, LEAD_SORTS, POOL } from './lead-list.js';

const STATUSES: readonly LeadStatus[] = ['open', 'offered', 'inProgress', 'won', 'lost'];
const LIGHTS: readonly TrafficLight[] = ['green', 'yellow', 'red'];
const FILTERS = ['status', 'phase', 'sourceId', 'marketplaceId', 'assigneeId'] as const;
const DUE = ['today', 'overdue'] as const;

/** `?status=open,inProgress`: any of them. */
const OneOrMore = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value));

/** One id, or several with commas between. */
const FilterIds = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: String, description: `${description}; several with commas between.` }),
    // The transformation declared last comes first.
    Ids(100),
    OneOrMore(),
    OptionalField(),
  );

/** The filters of the list; also what is counted and exported. */
export class LeadFilterQuery extends ListQuery {
  @ApiPropertyOptional({ type: String, description: `${STATUSES.join(', ')}; several with commas between.` })
  @OneOrMore()
  @OptionalField()
  @ArrayMaxSize(STATUSES.length)
  @IsIn(STATUSES, { each: true })
  status?: LeadStatus[];

  @FilterIds('Id of the phase the lead is in')
  phase?: string[];

  @FilterIds('Id of the marketplace')
  marketplaceId?: string[];

  @FilterIds('Id of the source')
  sourceId?: string[];

  @FilterIds('Id of the assignee')
  assigneeId?: string[];

  @ApiPropertyOptional({ enum: DUE })
  @OptionalField()
  @IsIn(DUE)
  due?: (typeof DUE)[number];

  @ApiPropertyOptional({ enum: LIGHTS })
  @OptionalField()
  @IsIn(LIGHTS)
  light?: TrafficLight;

  @ApiPropertyOptional({
    description: 'true: only leads that were put away. Left out: only those that were not, but with `q` both.',
  })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @OptionalField()
  @IsBoolean()
  deactivated?: boolean;
}

type LeadFilters = { readonly [Name in Exclude<keyof LeadFilterQuery, keyof ListQuery> | 'q']?: LeadFilterQuery[Name] };

/** What the read model is asked for, within the caller's reach. */
export function selectionOf(query: LeadFilters, reach: Reach): Pick<Find, 'search' | 'where'> {
  const all: Record<Path, Condition> = {};
  for (const name of FILTERS) {
    const wanted: readonly string[] = query[name] ?? [];
    const [only] = wanted;
    if (only !== undefined) all[LEAD_FILTERS[name]] = wanted.length === 1 ? only : { in: wanted };
  }
  const search = query.q?.trim();
  if (query.deactivated !== undefined) all['active'] = !query.deactivated;
  else if (!search) all['active'] = true;
  const and: Where[] = [];
  // Nothing is due on a lead that nobody wants brought back, so none is anything but green.
  if (query.due !== undefined || (query.light !== undefined && query.light !== 'green')) and.push({ or: [] });
  if (reach.kind === 'of') and.push({ all: { holder: { in: [...reach.holders, POOL] } } });
  return { where: { all, and }, ...(search ? { search } : {}) };
}

/** Most recently touched first, unless asked otherwise. */
export function sortOf({ sort }: Pick<ListQuery, 'sort'>): NonNullable<Find['sort']> {
  return parseSort(sort, LEAD_SORTS, [{ path: LEAD_SORTS.lastActivityAt, descending: true }]);
}
