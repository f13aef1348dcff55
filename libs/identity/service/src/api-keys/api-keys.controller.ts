import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiSchema, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMinSize, IsArray, IsBoolean, IsDefined, IsIn, IsISO8601 } from 'class-validator';
import type { ReadModelReader, ReadModelStore } from '@leadline/engines/read-models';
import { derivedId } from '@leadline/event-sourcing';
import type { ApiKey, CreatedApiKey } from '@leadline/identity-contracts';
import { apiKeyAggregate, scopes, type ApiKeyCommand, type ApiKeyEvent, type Scope } from '@leadline/identity-domain';
import {
  AggregateCommand,
  aggregateHandler,
  ApiProblems,
  Circumstances,
  CommandRoute,
  forbidden,
  ListQuery,
  NoBodyPipe,
  NotFoundProblem,
  OptionalField,
  parseSort,
  READ_MODELS,
  ReadsFrom,
  Roles,
  UuidPipe,
  type CommandAnswer,
} from '@leadline/service-kit';
import { ApiKeyAnswer, ApiKeyPage, CreatedApiKeyAnswer } from '../answers.js';
import { hashOf, newSecret } from '../secrets.js';
import { Name } from '../users/user-fields.js';
import { Users } from '../users/users.js';
import { apiKeyList, type ApiKeyDocument } from './api-key-list.js';
import { apiKeyText } from './api-key-text.js';

export class HandleApiKey extends AggregateCommand<ApiKeyCommand, ApiKeyEvent> {}

export const ApiKeyHandler = aggregateHandler(HandleApiKey, apiKeyAggregate);

@ApiSchema({ name: 'CreateApiKey' })
class CreateApiKeyBody {
  @ApiProperty({ maxLength: 100, example: 'Website' })
  @IsDefined()
  @Name(100)
  name!: string;

  @ApiProperty({ type: [String], enum: scopes, minItems: 1, example: ['leads:read', 'leads:write'] })
  @IsDefined()
  @IsArray()
  @ArrayMinSize(1)
  @IsIn(scopes, { each: true })
  scopes!: Scope[];

  @ApiPropertyOptional({ format: 'date-time', description: 'Left out: until it is revoked.' })
  @OptionalField()
  @IsISO8601({ strict: true })
  expiresAt?: string;
}

class ApiKeyListQuery extends ListQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @OptionalField()
  @IsBoolean()
  revoked?: boolean;
}

/** Keys for other software: made, seen and revoked by administrators. */
@ApiTags('API keys')
@Controller('api/identity/api-keys')
@Roles('administrator')
export class ApiKeysController {
  private readonly keys: ReadModelReader<ApiKeyDocument>;

  constructor(
    private readonly commands: CommandBus,
    private readonly users: Users,
    @Inject(READ_MODELS) readModels: ReadModelStore,
  ) {
    this.keys = readModels.reader<ApiKeyDocument>(apiKeyList);
  }

  @Get()
  @ReadsFrom(apiKeyList)
  @ApiOperation({ summary: 'All API keys, also revoked ones; never the keys themselves.' })
  @ApiOkResponse({ type: ApiKeyPage })
  async list(@Query() { limit, after, sort, q, revoked }: ApiKeyListQuery): Promise<object> {
    const { items, next, total } = await this.keys.find({
      limit,
      sort: parseSort(sort, { name: 'nameKey', createdAt: 'createdAt' }, [{ path: 'nameKey' }]),
      total: true,
      ...(q !== undefined && { search: q }),
      ...(after !== undefined && { after }),
      ...(revoked !== undefined && { where: { all: { revoked } } }),
    });
    return { items: items.map(answered), next, total };
  }

  @Get(':id')
  @ReadsFrom(apiKeyList)
  @ApiOperation({ summary: 'One API key, never the key itself.' })
  @ApiOkResponse({ type: ApiKeyAnswer })
  @ApiProblems(404)
  async one(@Param('id', UuidPipe) id: string): Promise<ApiKey> {
    const key = await this.keys.get(id);
    if (!key) throw new NotFoundProblem('api-key', id);
    return answered(key);
  }

  @Post()
  @ApiOperation({
    summary: 'A new API key, shown this once. Sent as `Authorization: Bearer`, it reaches as far as its scopes.',
  })
  @CommandRoute({ status: 201, answer: CreatedApiKeyAnswer })
  async create(
    @Body() { expiresAt, ...body }: CreateApiKeyBody,
    @Circumstances() { metadata, hasIdempotencyKey, caller }: Circumstances,
  ): Promise<CommandAnswer & CreatedApiKey> {
    // Or a key could make one that reaches further than itself.
    if (caller.actor.kind !== 'user') throw forbidden();
    await this.users.mustAdminister(caller.actor);
    const id = hasIdempotencyKey ? derivedId(metadata.id) : metadata.id;
    const secret = newSecret();
    const data = {
      ...body,
      secretHash: hashOf(secret),
      ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt).toISOString() }),
    };
    const handled = await this.commands.execute(new HandleApiKey(id, { type: 'CreateApiKey', data, metadata }));
    return { ...handled, ...(!handled.repeated && { key: apiKeyText(id, secret) }) };
  }

  @Post(':id/revoke')
  @ApiOperation({ summary: 'The key stops working, within a minute everywhere, for good.' })
  @CommandRoute()
  revoke(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() { metadata, options }: Circumstances,
  ): Promise<CommandAnswer> {
    return this.commands.execute(new HandleApiKey(id, { type: 'RevokeApiKey', data: {}, metadata }, options));
  }
}

function answered({ nameKey: _nameKey, ...key }: ApiKeyDocument): ApiKey {
  return key;
}
