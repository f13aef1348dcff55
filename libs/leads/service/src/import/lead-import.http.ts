import { Body, Controller, Get, HttpStatus, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Blobs } from '@leadline/engines/blobs';
import type { EventStore } from '@leadline/engines/event-store';
import {
  ApiProblems,
  BLOBS,
  Caller,
  Circumstances,
  CommandRoute,
  EVENT_STORE,
  invalidInput,
  NotFoundProblem,
  UuidPipe,
  type CommandAnswer,
} from '@leadline/service-kit';
import { readMapping, type ColumnMapping } from './columns.js';
import { ImportProgressAnswer } from './import-answers.js';
import { importMessages } from './import-messages.js';
import { importProgress, type ImportProgress } from './import-progress.js';
import { ImportReports, type ImportReport } from './import-report.js';
import { Rights } from '../rights/rights.js';
import { MAX_FILE_BYTES, requestImport } from './request-import.js';

class ImportQuery {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'Tell what would happen, create nothing.',
  })
  @IsIn(['true', 'false'])
  dryRun: 'true' | 'false' = 'false';

  @ApiPropertyOptional({
    enum: ['create', 'skip'],
    default: 'create',
    description:
      'What becomes of a line that looks like a lead that is there. The same lead once more is never created.',
  })
  @IsIn(['create', 'skip'])
  duplicates: 'create' | 'skip' = 'create';

  @ApiPropertyOptional({
    description: 'Columns that are called otherwise, with their fields: JSON, or `Thema:subject,Firma:organisation`.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  mapping?: string;
}

class ImportLinesQuery {
  @ApiPropertyOptional({ enum: ['created', 'duplicate', 'rejected'], description: 'Only these lines.' })
  @IsOptional()
  @IsIn(['created', 'duplicate', 'rejected'])
  outcome?: 'created' | 'duplicate' | 'rejected';
}

class ImportRequestedAnswer {
  @ApiProperty({ format: 'uuid' })
  importId!: string;
}

@ApiTags('leads')
@Controller('api/leads')
export class LeadImportRoutes {
  private readonly reports: ImportReports;

  constructor(
    private readonly commands: CommandBus,
    @Inject(BLOBS) private readonly blobs: Blobs,
    private readonly rights: Rights,
    @Inject(EVENT_STORE) eventStore: EventStore,
  ) {
    this.reports = new ImportReports(eventStore);
  }

  @Post('import')
  @ApiOperation({ summary: 'Imports a CSV file: every line becomes a lead, a duplicate, or is rejected with reasons.' })
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' }, description: 'UTF-8 or Windows-1252; `,`, `;` or tab.' })
  @CommandRoute({
    status: HttpStatus.ACCEPTED,
    answer: ImportRequestedAnswer,
    consumes: ['text/csv'],
    bodyLimit: MAX_FILE_BYTES,
  })
  async import(
    @Body() body: unknown,
    @Query() { dryRun, duplicates, mapping }: ImportQuery,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer & ImportRequestedAnswer> {
    if (!Buffer.isBuffer(body) || body.length === 0) throw EMPTY;
    const file = {
      content: piecesOf(body),
      dryRun: dryRun === 'true',
      duplicates,
      timeZone: circumstances.caller.timeZone,
      ...(mapping === undefined ? {} : { mapping: mappingOf(mapping) }),
    };
    const { id, position } = await requestImport({ commands: this.commands, blobs: this.blobs }, file, circumstances);
    return { importId: id, position };
  }

  @Get('imports/:importId')
  @ApiOperation({ summary: 'How far an import is, and what became of each line.' })
  @ApiOkResponse({ type: ImportProgressAnswer })
  @ApiProblems(400, 401, 404)
  async progress(
    @Param('importId', UuidPipe) importId: string,
    @Query() { outcome }: ImportLinesQuery,
    @Caller() caller: Caller,
  ): Promise<ImportProgress> {
    const report = await this.reports.read(importId);
    if (!report || !(await this.maySee(report, caller))) throw new NotFoundProblem('lead-import', importId);
    return importProgress(report, caller.language, outcome);
  }

  /** Whoever asked for it, and who may see their leads. */
  private async maySee({ request: { requesterId } }: ImportReport, caller: Caller): Promise<boolean> {
    if (requesterId === caller.actor.id) return true;
    const reach = await this.rights.reachOf(caller);
    return reach.kind === 'all' || reach.holders.includes(requesterId);
  }
}

const PIECE = 64 * 1024;

async function* piecesOf(body: Buffer): AsyncIterable<Uint8Array> {
  for (let start = 0; start < body.length; start += PIECE) yield body.subarray(start, start + PIECE);
}

function mappingOf(text: string): ColumnMapping {
  const mapping = readMapping(text);
  if (mapping) return mapping;
  throw invalidInput({ field: 'mapping', code: 'mapping', message: importMessages['lead-import.mapping-unreadable'] });
}

const EMPTY = invalidInput({ field: 'body', code: 'required', message: importMessages['lead-import.file-empty'] });
