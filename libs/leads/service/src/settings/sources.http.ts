import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Named, Page } from '@leadline/leads-contracts';
import { SOURCES_ID, sourcesAggregate, type SourceEvent, type SourcesCommand } from '@leadline/leads-domain';
import {
  AggregateCommand,
  aggregateHandler,
  ApiProblems,
  Circumstances,
  CommandRoute,
  Roles,
  UuidPipe,
  type CommandAnswer,
} from '@leadline/service-kit';
import { RequiredText } from '../lead/fields.dto.js';
import { createdId } from '../lead/handle-lead.js';
import { SourceList } from './answers.js';
import { Settings } from './settings.js';

export class HandleSources extends AggregateCommand<SourcesCommand, SourceEvent> {}

export const SourcesHandler = aggregateHandler(HandleSources, sourcesAggregate);

class SourceBody {
  @RequiredText(100)
  name!: string;
}

@ApiTags('leads settings')
@Controller('api/leads/sources')
export class SourceRoutes {
  constructor(
    private readonly commands: CommandBus,
    private readonly settings: Settings,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Where leads come from.' })
  @ApiOkResponse({ type: SourceList })
  @ApiProblems(401)
  async list(): Promise<Page<Named>> {
    const { state: items } = await this.settings.sources.present();
    return { items, next: null, total: items.length };
  }

  @Post()
  @Roles('administrator')
  @ApiOperation({ summary: 'Adds a source.' })
  @CommandRoute({ status: 201 })
  add(@Body() { name }: SourceBody, @Circumstances() circumstances: Circumstances): Promise<CommandAnswer> {
    return this.answered('AddSource', createdId(circumstances), name, circumstances);
  }

  @Patch(':id')
  @Roles('administrator')
  @ApiOperation({ summary: 'Renames a source; its leads keep it.' })
  @CommandRoute()
  rename(
    @Param('id', UuidPipe) id: string,
    @Body() { name }: SourceBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    return this.answered('RenameSource', id, name, circumstances);
  }

  /** They are one aggregate, so the revision is that of all; the id is the source's. */
  private async answered(
    type: SourcesCommand['type'],
    sourceId: string,
    name: string,
    { metadata, options }: Circumstances,
  ): Promise<CommandAnswer> {
    const command = { type, data: { sourceId, name }, metadata };
    const handled = await this.commands.execute(new HandleSources(SOURCES_ID, command, options));
    return { ...handled, id: sourceId };
  }
}
