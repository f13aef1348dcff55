import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { JournalEntry, Page } from '@leadline/leads-contracts';
import { readJournal, type JournalEntryKind } from '@leadline/leads-domain';
import {
  ApiProblems,
  Caller,
  Circumstances,
  CommandRoute,
  OptionalField,
  type CommandAnswer,
  UuidPipe,
} from '@leadline/service-kit';
import { LeadReader } from '../read/lead-reader.js';
import { pageOf, PageQuery } from '../read/page.js';
import { JournalPage } from '../read/answers.js';
import { IsInstant, RequiredText } from './fields.dto.js';
import { createdId } from './handle-lead.js';
import { LeadCommands, type LeadIntention } from './lead-commands.js';

const KINDS: readonly JournalEntryKind[] = ['note', 'call', 'mail', 'meeting'];
const DIRECTIONS = ['in', 'out'] as const;
const OUTCOMES = ['reached', 'notReached', 'leftMessage'] as const;
const A_WEEK_IN_SECONDS = 7 * 24 * 3600;

class JournalDetailsBody {
  @ApiPropertyOptional({ enum: DIRECTIONS, nullable: true, description: 'Of a call or a mail.' })
  @IsOptional()
  @IsIn(DIRECTIONS)
  direction?: (typeof DIRECTIONS)[number] | null;

  @ApiPropertyOptional({ enum: OUTCOMES, nullable: true, description: 'Of a call.' })
  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: (typeof OUTCOMES)[number] | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'Of a call or a meeting.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(A_WEEK_IN_SECONDS)
  durationSeconds?: number | null;

  @ApiPropertyOptional({ format: 'date-time', description: 'When it took place. Default: now.' })
  @OptionalField()
  @IsInstant()
  at?: string;
}

class AddJournalEntryBody extends JournalDetailsBody {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: JournalEntryKind;

  @RequiredText(20_000)
  text!: string;
}

class CorrectJournalEntryBody extends JournalDetailsBody {
  @OptionalField()
  @RequiredText(20_000, { required: false })
  text?: string;
}

class JournalAnswered {
  @ApiProperty({ format: 'uuid' })
  entryId!: string;

  @ApiProperty({ type: 'integer', description: 'Of the lead.' })
  revision!: number;
}

@ApiTags('leads')
@Controller('api/leads')
export class JournalRoutes {
  constructor(
    private readonly commands: LeadCommands,
    private readonly leads: LeadReader,
  ) {}

  @Get(':id/journal')
  @ApiOperation({ summary: 'Notes, calls, mails and meetings, newest first.' })
  @ApiOkResponse({ type: JournalPage })
  @ApiProblems(400, 401, 404)
  async list(
    @Param('id', UuidPipe) id: string,
    @Query() page: PageQuery,
    @Caller() caller: Caller,
  ): Promise<Page<JournalEntry>> {
    return pageOf(readJournal(await this.leads.events(id, caller)), page);
  }

  @Post(':id/journal')
  @ApiOperation({ summary: 'Writes an entry down.' })
  @CommandRoute({ status: 201, answer: JournalAnswered })
  add(
    @Param('id', UuidPipe) id: string,
    @Body() body: AddJournalEntryBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    const entryId = createdId(circumstances);
    const { kind, text, direction, outcome, durationSeconds, at } = body;
    const entry = {
      kind,
      text,
      direction: direction ?? undefined,
      outcome: outcome ?? undefined,
      durationSeconds: durationSeconds ?? undefined,
      at,
    };
    return this.answered(id, { type: 'AddJournalEntry', data: { entryId, entry } }, circumstances);
  }

  @Patch(':id/journal/:entryId')
  @ApiOperation({ summary: 'Its author corrects an entry; the original stays in the history.' })
  @CommandRoute({ answer: JournalAnswered })
  correct(
    @Param('id', UuidPipe) id: string,
    @Param('entryId', UuidPipe) entryId: string,
    @Body() { text, direction, outcome, durationSeconds, at }: CorrectJournalEntryBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    const data = { entryId, fields: { text, direction, outcome, durationSeconds, at } };
    return this.answered(id, { type: 'CorrectJournalEntry', data }, circumstances);
  }

  private async answered(
    id: string,
    intention: Extract<LeadIntention, { data: { entryId: string } }>,
    circumstances: Circumstances,
  ): Promise<CommandAnswer & { entryId: string }> {
    const { revision, position } = await this.commands.handle(id, intention, circumstances);
    return { entryId: intention.data.entryId, revision, position };
  }
}
