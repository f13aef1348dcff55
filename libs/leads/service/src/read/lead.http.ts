import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Lead, LeadAsOf } from '@leadline/leads-contracts';
import type { Recorded } from '@leadline/event-sourcing';
import type { LeadEvent } from '@leadline/leads-domain';
import { ApiProblems, Caller, CLOCK, type Clock, invalidInput, NotFoundProblem, UuidPipe } from '@leadline/service-kit';
import { IsInstant } from '../lead/fields.dto.js';
import { LeadAnswer, LeadAsOfAnswer } from './answers.js';
import { namesNeeded, showLead } from './lead-answer.js';
import { foldLead, LeadReader } from './lead-reader.js';
import { Names } from './names.js';

class AsOfQuery {
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsInstant()
  at?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 0 })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  )
  @IsInt()
  @Min(0)
  @Max(999_999_999)
  revision?: number;
}

@ApiTags('leads')
@Controller('api/leads')
export class LeadRoutes {
  constructor(
    private readonly leads: LeadReader,
    private readonly names: Names,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':id')
  @ApiOperation({ summary: 'A lead as it is now; the ETag is its revision.' })
  @ApiOkResponse({ type: LeadAnswer })
  @ApiProblems(400, 401, 404)
  async one(@Param('id', UuidPipe) id: string, @Caller() caller: Caller): Promise<Lead> {
    const lead = await this.leads.present(id, caller);
    return showLead(lead, await this.names.find(namesNeeded([lead]), caller), this.clock.now());
  }

  @Get(':id/as-of')
  @ApiOperation({ summary: 'A lead as it was at an instant, or at a revision.' })
  @ApiOkResponse({ type: LeadAsOfAnswer })
  @ApiProblems(400, 401, 404)
  async asOf(
    @Param('id', UuidPipe) id: string,
    @Query() query: AsOfQuery,
    @Caller() caller: Caller,
  ): Promise<LeadAsOf> {
    const until = eventsUntil(await this.leads.events(id, caller), query);
    const lead = foldLead(until);
    const last = until.at(-1);
    if (!lead || !last) throw new NotFoundProblem('lead', id);
    // How urgent it was is told as of then, too.
    const then = query.at ?? last.metadata.at;
    const shown = showLead(lead, await this.names.find(namesNeeded([lead]), caller), then);
    return { ...shown, asOf: { revision: last.revision, at: last.metadata.at } };
  }
}

/** @throws ProblemError 400 unless asked for one of both */
function eventsUntil(
  events: readonly Recorded<LeadEvent>[],
  { at, revision }: AsOfQuery,
): readonly Recorded<LeadEvent>[] {
  if ((at === undefined) === (revision === undefined)) {
    const message = { en: 'give either at or revision', de: 'entweder at oder revision angeben' };
    throw invalidInput({ field: 'at', code: 'either', message }, { field: 'revision', code: 'either', message });
  }
  if (revision !== undefined) return revision < events.length ? events.slice(0, revision + 1) : [];
  // Clocks of several machines may disagree by a little; revisions never do.
  const last = events.findLastIndex(({ metadata }) => at !== undefined && metadata.at <= at);
  return events.slice(0, last + 1);
}
