import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn, Matches } from 'class-validator';
import type { LeadStatus, TrafficLight } from '@leadline/leads-contracts';
import { ListQuery, OptionalField } from '@leadline/service-kit';

const STATUSES: readonly LeadStatus[] = ['open', 'offered', 'inProgress', 'won', 'lost'];
const LIGHTS: readonly TrafficLight[] = ['green', 'yellow', 'red'];
const DUE = ['today', 'overdue'] as const;

/** Stands for "without one" in the filters by id. */
export const NONE = 'none';
/** Stands for the caller in the filter by assignee. */
export const ME = 'me';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** `?status=open,inProgress` or `?status=open&status=inProgress`: any of them. */
const OneOrMore = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    [value].flat().flatMap((each: unknown) => (typeof each === 'string' ? each.split(',') : [each])),
  );

/** Some of a few values. */
const FilterValues = (values: readonly string[], name: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      enum: values,
      enumName: name,
      isArray: true,
      description: 'Any of them; also with commas between.',
    }),
    OneOrMore(),
    OptionalField(),
    ArrayMaxSize(values.length),
    IsIn(values, { each: true }),
  );

/** One id, or several with commas between; or a word that stands for one. */
const FilterIds = (description: string, ...words: string[]): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: String,
      isArray: true,
      description: `${description}; any of several, also with commas between. ${words.map((word) => `\`${word}\``).join(', ')} as well.`,
    }),
    OptionalField(),
    ArrayMaxSize(100),
    Matches(new RegExp(`^(?:${[UUID, ...words].join('|')})$`), { each: true }),
    // The transformation declared last comes first.
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(small) : value)),
    OneOrMore(),
  );

const small = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

/** The filters of the list; also what is counted and exported. */
export class LeadFilterQuery extends ListQuery {
  @FilterValues(STATUSES, 'LeadStatus')
  status?: LeadStatus[];

  @FilterIds('Id of the phase the lead is in; `none`: all are completed', NONE)
  phase?: string[];

  @FilterIds('Id of the marketplace', NONE)
  marketplaceId?: string[];

  @FilterIds('Id of the source', NONE)
  sourceId?: string[];

  @FilterIds('Id of the assignee; `none`: in the pool', ME, NONE)
  assigneeId?: string[];

  @ApiPropertyOptional({ enum: DUE, description: '`today` from midnight to midnight in the caller’s time zone.' })
  @OptionalField()
  @IsIn(DUE)
  due?: (typeof DUE)[number];

  @FilterValues(LIGHTS, 'TrafficLight')
  light?: TrafficLight[];

  @ApiPropertyOptional({
    description: 'true: only leads that were put away. Left out: only those that were not, but with `q` both.',
  })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @OptionalField()
  @IsBoolean()
  deactivated?: boolean;

  @ApiPropertyOptional({
    description:
      'Fields to sort by, `-` for descending: customer, subject, phase, due, light, receivedAt, createdAt, age, lastActivityAt. ' +
      'Also assignee, source, marketplace by their names, and only in the first place. Default: -lastActivityAt.',
  })
  declare sort?: string;
}

export type LeadFilters = {
  readonly [Name in Exclude<keyof LeadFilterQuery, keyof ListQuery> | 'q']?: LeadFilterQuery[Name];
};
