import { Body, Controller, Get, Inject, Module, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsEmail, IsInt, IsOptional, IsString, Max, MaxLength, ValidateNested } from 'class-validator';
import { z } from 'zod';
import {
  derivedId,
  DomainError,
  event,
  eventCodec,
  type Aggregate,
  type Command,
  type DomainEvent,
  type EventsOf,
  type Handled,
} from '@leadline/event-sourcing';
import type { ReadModelStore } from '@leadline/engines/read-models';
import { defineReadModel } from '@leadline/subscriptions';
import {
  AggregateCommand,
  aggregateHandler,
  Caller,
  Circumstances,
  CommandRoute,
  defineMessages,
  ListQuery,
  NotFoundProblem,
  parseSort,
  Public,
  READ_MODELS,
  ReadsFrom,
  Roles,
  UuidPipe,
  type ServiceDefinition,
} from '../index.js';

/** A service as small as can be: what the kit promises is tested on it. */
const definitions = {
  CounterStarted: event('A counter begins.', z.object({ label: z.string() })),
  CounterIncreased: event('It goes up.', z.object({ by: z.number() })),
};
const codec = eventCodec('counter', definitions);
type CounterEvent = EventsOf<typeof definitions>;
type CounterCommand = Command<'Start', { label: string }> | Command<'Increase', { by: number }>;
interface Counter {
  readonly exists: boolean;
  readonly value: number;
}

const aggregate: Aggregate<Counter, CounterCommand, CounterEvent> = {
  codec,
  stateVersion: 1,
  decider: {
    initialState: () => ({ exists: false, value: 0 }),
    decide({ type, data }, counter) {
      switch (type) {
        case 'Start':
          if (counter.exists) throw new DomainError('counter.exists');
          return [{ type: 'CounterStarted', data }];
        case 'Increase':
          if (!counter.exists) throw new DomainError('counter.not-found');
          if (counter.value + data.by > 10) throw new DomainError('counter.full', { most: 10 });
          return data.by === 0 ? [] : [{ type: 'CounterIncreased', data }];
      }
    },
    evolve: (counter, { type, data }) =>
      type === 'CounterStarted' ? { exists: true, value: 0 } : { ...counter, value: counter.value + data.by },
  },
};

class HandleCounter extends AggregateCommand<CounterCommand> {}

// A type, not an interface: only a type is assignable to a document with any field.
type CounterDocument = {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly revision: number;
};

export const counterList = defineReadModel<CounterDocument>({
  name: 'counters',
  version: 1,
  categories: ['counter'],
  indexes: [{ on: ['label'] }],
  search: ['label'],
  facets: [],
  ofOneStream: true,
  documentIds: ({ stream }) => [stream.slice('counter-'.length)],
  project(stored, document, id) {
    const { type, data, revision } = codec.decode(stored);
    switch (type) {
      case 'CounterStarted':
        return { id, label: data.label, value: 0, revision };
      case 'CounterIncreased':
        return document && { ...document, value: document.value + data.by, revision };
    }
  },
});

class Contact {
  @ApiPropertyOptional()
  @IsOptional()
  @IsEmail()
  email?: string;
}

class StartCounter {
  @ApiProperty({ maxLength: 20 })
  @IsString()
  @MaxLength(20)
  label!: string;

  @ApiPropertyOptional({ type: Contact })
  @IsOptional()
  @ValidateNested()
  @Type(() => Contact)
  customer?: Contact;

  @ApiPropertyOptional({ type: [Contact] })
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Contact)
  others?: Contact[];
}

class IncreaseCounter {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Max(100)
  by!: number;
}

class CounterAnswer {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  value!: number;

  @ApiProperty()
  revision!: number;
}

/** Holds a request up until the test lets it go on. */
export const gate = {
  open: (): void => undefined,
  opened: Promise.resolve(),
  entered: (): void => undefined,
  /** Closes the gate; resolves once a request stands before it. */
  close(): Promise<void> {
    const { promise: opened, resolve: open }: PromiseWithResolvers<void> = Promise.withResolvers();
    const { promise: entered, resolve: enter }: PromiseWithResolvers<void> = Promise.withResolvers();
    Object.assign(gate, { opened, open, entered: enter });
    return entered;
  },
};

@ApiTags('counters')
@Controller('api/counters')
class CounterController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(READ_MODELS) private readonly readModels: ReadModelStore,
  ) {}

  @Get('hello')
  @Public()
  hello(): { hello: string } {
    return { hello: 'world' };
  }

  @Get('me')
  me(@Caller() caller: Caller): Caller {
    return caller;
  }

  @Get('secret')
  @Roles('administrator')
  secret(): { secret: boolean } {
    return { secret: true };
  }

  @Get('slow')
  async slow(): Promise<{ slow: boolean }> {
    gate.entered();
    await gate.opened;
    return { slow: true };
  }

  @Get('broken')
  broken(): never {
    throw new TypeError('the password is hunter2');
  }

  @Post('text')
  @CommandRoute({ consumes: ['text/csv'], bodyLimit: 2 * 1024 * 1024 })
  text(@Body() body: Buffer): { id: string; length: number; httpStatus: number } {
    return { id: 'text', length: body.length, httpStatus: 202 };
  }

  @Post()
  @CommandRoute({ status: 201 })
  start(@Body() body: StartCounter, @Circumstances() { metadata }: Circumstances): Promise<Handled<DomainEvent>> {
    const command: CounterCommand = { type: 'Start', data: { label: body.label }, metadata };
    return this.commands.execute(new HandleCounter(derivedId(metadata.id), command));
  }

  @Post(':id/increase')
  @CommandRoute()
  increase(
    @Param('id', UuidPipe) id: string,
    @Body() { by }: IncreaseCounter,
    @Circumstances() { metadata, options }: Circumstances,
  ): Promise<Handled<DomainEvent>> {
    return this.commands.execute(new HandleCounter(id, { type: 'Increase', data: { by }, metadata }, options));
  }

  @Get()
  @ReadsFrom(counterList)
  async list(@Query() { q, sort, limit, after }: ListQuery): Promise<unknown> {
    return this.readModels.reader<CounterDocument>(counterList).find({
      limit,
      sort: parseSort(sort, { label: 'label' }, [{ path: 'label' }]),
      total: true,
      ...(q !== undefined && { search: q }),
      ...(after !== undefined && { after }),
    });
  }

  @Get(':id')
  @ReadsFrom(counterList)
  @ApiOkResponse({ type: CounterAnswer })
  async one(@Param('id', UuidPipe) id: string): Promise<CounterAnswer> {
    const counter = await this.readModels.reader<CounterDocument>(counterList).get(id);
    if (!counter) throw new NotFoundProblem('counter', id);
    return { ...counter };
  }
}

@Module({ controllers: [CounterController], providers: [aggregateHandler(HandleCounter, aggregate)] })
class CounterModule {}

export const counterService: ServiceDefinition = {
  name: 'counters',
  module: CounterModule,
  topics: [],
  readModels: [counterList],
  messages: defineMessages({
    'counter.full': { en: 'It cannot exceed {most}.', de: 'Mehr als {most} geht nicht.' },
  }),
  work: () => ({ reactions: [], publications: [], consumptions: [] }),
};
