import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { ReadModelStore } from '@leadline/engines/read-models';
import type { Marketplace, Page } from '@leadline/leads-contracts';
import {
  marketplaceAggregate,
  presentProcess,
  type MarketplaceCommand,
  type MarketplaceEvent,
} from '@leadline/leads-domain';
import {
  AggregateCommand,
  aggregateHandler,
  ApiProblems,
  Circumstances,
  CommandRoute,
  invalidInput,
  NotFoundProblem,
  OptionalField,
  READ_MODELS,
  ReadsFrom,
  Roles,
  type CommandAnswer,
  type FieldError,
  UuidPipe,
} from '@leadline/service-kit';
import { Id, Ids, ListOf, RequiredText } from '../lead/fields.dto.js';
import { createdId } from '../lead/handle-lead.js';
import { LeadInputReader } from '../lead/lead-input.js';
import { MarketplaceAnswer, MarketplaceList } from './answers.js';
import {
  marketplaceIn,
  marketplaceList,
  type MarketplaceDocument,
  type MarketplaceView,
} from '../read/marketplace-list.js';
import { PageQuery } from '../read/page.js';
import { Settings } from './settings.js';

export class HandleMarketplace extends AggregateCommand<MarketplaceCommand, MarketplaceEvent> {}

export const MarketplaceHandler = aggregateHandler(HandleMarketplace, marketplaceAggregate);

const A_YEAR_IN_MINUTES = 366 * 24 * 60;

class PhaseBody {
  @ApiPropertyOptional({ format: 'uuid', description: 'Of a phase there is or was; left out: a new one.' })
  @OptionalField()
  @Id()
  id?: string;

  @RequiredText(100)
  name!: string;
}

class MarketplaceTermsBody {
  @ApiPropertyOptional({ default: true, description: 'Won or lost only once every phase is completed.' })
  @OptionalField()
  @IsBoolean()
  strictClose?: boolean;

  @ApiPropertyOptional({ default: false, description: 'Lost at any time, even where closing is strict.' })
  @OptionalField()
  @IsBoolean()
  earlyLost?: boolean;

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: 'The users its leads are offered to.' })
  @OptionalField()
  @Ids(1_000)
  acceptorIds?: string[];

  @ApiPropertyOptional({ type: 'integer', nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(A_YEAR_IN_MINUTES)
  offerExpiresAfterMinutes?: number | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(3_660)
  complaintDays?: number | null;
}

class CreateMarketplaceBody extends MarketplaceTermsBody {
  @RequiredText(100)
  name!: string;

  @ApiProperty({ type: [PhaseBody] })
  @ListOf(() => PhaseBody)
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  phases!: PhaseBody[];
}

class ChangeMarketplaceBody extends MarketplaceTermsBody {
  @OptionalField()
  @RequiredText(100, { required: false })
  name?: string;

  @ApiPropertyOptional({ type: [PhaseBody], description: 'Another list publishes a new version of the process.' })
  @OptionalField()
  @ListOf(() => PhaseBody)
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  phases?: PhaseBody[];
}

@ApiTags('leads settings')
@Controller('api/leads/marketplaces')
export class MarketplaceRoutes {
  constructor(
    private readonly commands: CommandBus,
    private readonly settings: Settings,
    private readonly input: LeadInputReader,
    @Inject(READ_MODELS) private readonly readModels: ReadModelStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Marketplaces by name.' })
  @ApiOkResponse({ type: MarketplaceList })
  @ReadsFrom(marketplaceList)
  async list(@Query() { limit, after }: PageQuery): Promise<Page<Marketplace>> {
    const { items, next, total } = await this.readModels.reader<MarketplaceDocument>(marketplaceList).find({
      limit,
      ...(after === undefined ? {} : { after }),
      sort: [{ path: 'nameKey' }],
      total: true,
    });
    return { items: items.map((item) => show(marketplaceIn(item))), next, total: total ?? 0 };
  }

  @Get(':id')
  @ApiOkResponse({ type: MarketplaceAnswer })
  @ApiProblems(400, 401, 404)
  async one(@Param('id', UuidPipe) id: string): Promise<Marketplace> {
    const { state, revision } = await this.settings.marketplace(id);
    if (!state) throw new NotFoundProblem('marketplace', id);
    return show({ ...state, id, revision });
  }

  @Post()
  @Roles('administrator')
  @ApiOperation({ summary: 'Sets a marketplace up with its sales process.' })
  @CommandRoute({ status: 201 })
  async create(
    @Body() body: CreateMarketplaceBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    await this.checkAcceptors(body.acceptorIds, circumstances);
    const data = {
      name: body.name,
      phases: body.phases.map(({ id, name }) => ({ id, name })),
      strictClose: body.strictClose ?? true,
      earlyLost: body.earlyLost ?? false,
      acceptorIds: body.acceptorIds ?? [],
      offerExpiresAfterMinutes: body.offerExpiresAfterMinutes ?? null,
      complaintDays: body.complaintDays ?? null,
    };
    const { metadata } = circumstances;
    return this.commands.execute(
      new HandleMarketplace(createdId(circumstances), { type: 'CreateMarketplace', data, metadata }),
    );
  }

  @Patch(':id')
  @Roles('administrator')
  @ApiOperation({ summary: 'Changes a marketplace. Leads that run stay in their version of the process.' })
  @CommandRoute()
  async change(
    @Param('id', UuidPipe) id: string,
    @Body() body: ChangeMarketplaceBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    await this.checkAcceptors(body.acceptorIds, circumstances);
    const { metadata, options } = circumstances;
    const { name, strictClose, earlyLost, acceptorIds, offerExpiresAfterMinutes, complaintDays } = body;
    const phases = body.phases?.map((phase) => ({ id: phase.id, name: phase.name }));
    const data = { name, phases, strictClose, earlyLost, acceptorIds, offerExpiresAfterMinutes, complaintDays };
    return this.commands.execute(new HandleMarketplace(id, { type: 'ChangeMarketplace', data, metadata }, options));
  }

  private async checkAcceptors(ids: readonly string[] | undefined, { caller }: Circumstances): Promise<void> {
    const errors: FieldError[] = [];
    await Promise.all(
      (ids ?? []).map((id, index) => this.input.checkUser(`acceptorIds.${index}`, id, caller.actor, errors)),
    );
    if (errors.length > 0) throw invalidInput(...errors);
  }
}

function show(marketplace: MarketplaceView): Marketplace {
  const { id, name, revision, strictClose, earlyLost, acceptorIds, offerExpiresAfterMinutes, complaintDays } =
    marketplace;
  const { version, phases } = presentProcess(id, marketplace);
  return {
    id,
    name,
    revision,
    processVersion: version,
    phases,
    strictClose,
    earlyLost,
    acceptorIds,
    offerExpiresAfterMinutes,
    complaintDays,
  };
}
