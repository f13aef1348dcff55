import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import type { ClosingReason, Page } from '@leadline/leads-contracts';
import {
  CLOSING_REASONS_ID,
  closingReasonsAggregate,
  nameFor,
  type ClosingReasonEvent,
  type ClosingReasonsCommand,
} from '@leadline/leads-domain';
import {
  AggregateCommand,
  aggregateHandler,
  ApiProblems,
  Caller,
  Circumstances,
  CommandRoute,
  OptionalField,
  Roles,
  type CommandAnswer,
  UuidPipe,
} from '@leadline/service-kit';
import { RequiredText } from '../lead/fields.dto.js';
import { createdId } from '../lead/handle-lead.js';
import { ClosingReasonList } from './answers.js';
import { Settings } from './settings.js';

export class HandleClosingReasons extends AggregateCommand<ClosingReasonsCommand, ClosingReasonEvent> {}

export const ClosingReasonsHandler = aggregateHandler(HandleClosingReasons, closingReasonsAggregate);

const OUTCOMES = ['won', 'lost'] as const;

class AddClosingReasonBody {
  @ApiProperty({ enum: OUTCOMES })
  @IsIn(OUTCOMES)
  outcome!: (typeof OUTCOMES)[number];

  @RequiredText(100)
  name!: string;
}

class ChangeClosingReasonBody {
  @OptionalField()
  @RequiredText(100, { required: false })
  name?: string;

  @ApiPropertyOptional({ description: 'Hidden ones are offered no more; closed leads keep them.' })
  @OptionalField()
  @IsBoolean()
  hidden?: boolean;
}

class ClosingReasonQuery {
  @ApiPropertyOptional({ enum: OUTCOMES, description: 'Those of this outcome alone.' })
  @OptionalField()
  @IsIn(OUTCOMES)
  outcome?: (typeof OUTCOMES)[number];

  @ApiPropertyOptional({ enum: ['true', 'false'], default: 'false', description: 'Also those no longer offered.' })
  @IsIn(['true', 'false'])
  hidden: 'true' | 'false' = 'false';
}

@ApiTags('leads settings')
@Controller('api/leads/closing-reasons')
export class ClosingReasonRoutes {
  constructor(
    private readonly commands: CommandBus,
    private readonly settings: Settings,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Why leads are won or lost: the system’s reasons, in the caller’s language, then those added.',
  })
  @ApiOkResponse({ type: ClosingReasonList })
  @ApiProblems(400, 401)
  async list(
    @Query() { outcome, hidden }: ClosingReasonQuery,
    @Caller() { language }: Caller,
  ): Promise<Page<ClosingReason>> {
    const { state } = await this.settings.closingReasons.present();
    const items = state
      .filter((reason) => hidden === 'true' || !reason.hidden)
      .filter((reason) => outcome === undefined || reason.outcome === outcome)
      .map((reason) => ({ ...reason, name: nameFor(reason, language) }));
    return { items, next: null, total: items.length };
  }

  @Post()
  @Roles('administrator')
  @ApiOperation({ summary: 'Adds a reason.' })
  @CommandRoute({ status: 201 })
  add(
    @Body() { outcome, name }: AddClosingReasonBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    const { metadata, options } = circumstances;
    const reasonId = createdId(circumstances);
    const data = { reasonId, outcome, name };
    return this.answered(
      reasonId,
      new HandleClosingReasons(CLOSING_REASONS_ID, { type: 'AddClosingReason', data, metadata }, options),
    );
  }

  @Patch(':id')
  @Roles('administrator')
  @ApiOperation({ summary: 'Renames, hides or shows a reason; leads closed for it keep it.' })
  @CommandRoute()
  change(
    @Param('id', UuidPipe) id: string,
    @Body() { name, hidden }: ChangeClosingReasonBody,
    @Circumstances() { metadata, options }: Circumstances,
  ): Promise<CommandAnswer> {
    const data = { reasonId: id, name, hidden };
    return this.answered(
      id,
      new HandleClosingReasons(CLOSING_REASONS_ID, { type: 'ChangeClosingReason', data, metadata }, options),
    );
  }

  /** They are one aggregate, so the revision is that of all; the id is the reason's. */
  private async answered(id: string, command: HandleClosingReasons): Promise<CommandAnswer> {
    return { ...(await this.commands.execute(command)), id };
  }
}
