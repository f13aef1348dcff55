import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EventStore } from '@leadline/engines/event-store';
import type { ReadModelReader, ReadModelStore } from '@leadline/engines/read-models';
import { loadState, type DomainEvent, type Handled } from '@leadline/event-sourcing';
import type { User, UserName } from '@leadline/identity-contracts';
import { userAggregate, userIdOf, type UserCommand } from '@leadline/identity-domain';
import {
  ApiProblems,
  Caller,
  Circumstances,
  CommandRoute,
  EVENT_STORE,
  invalidInput,
  ListQuery,
  NotFoundProblem,
  parseSort,
  READ_MODELS,
  ReadsFrom,
  Roles,
  UuidPipe,
} from '@leadline/service-kit';
import { hashPassword } from '../sign-in/password.js';
import { HandleUser } from './handle-user.js';
import { ChangeUserBody, RegisterUserBody, UserAnswer, UserPage } from './user-fields.js';
import { userList, type UserDocument } from './user-list.js';

type Answer = Promise<Handled<DomainEvent>>;

/** Users: administrators manage them, everyone signed in sees who is there. */
@ApiTags('users')
@Controller('api/identity/users')
export class UsersController {
  private readonly users: ReadModelReader<UserDocument>;

  constructor(
    private readonly commands: CommandBus,
    @Inject(EVENT_STORE) private readonly eventStore: EventStore,
    @Inject(READ_MODELS) readModels: ReadModelStore,
  ) {
    this.users = readModels.reader<UserDocument>(userList);
  }

  @Get()
  @ReadsFrom(userList)
  @ApiOkResponse({ type: UserPage })
  async list(@Query() query: ListQuery, @Caller() caller: Caller): Promise<object> {
    const { items, next, total } = await this.users.find({
      limit: query.limit,
      // A cursor holds what it sorts by, so an order by address would tell it.
      sort: parseSort(
        query.sort,
        caller.role === 'administrator' ? { name: 'name', email: 'email' } : { name: 'name' },
        [{ path: 'name' }],
      ),
      total: true,
      ...(query.q !== undefined && { search: query.q }),
      ...(query.after !== undefined && { after: query.after }),
    });
    return { items: items.map((user) => asSeenBy(caller, user)), next, total };
  }

  @Get(':id')
  @ReadsFrom(userList)
  @ApiOkResponse({ type: UserAnswer })
  @ApiProblems(404)
  async one(@Param('id', UuidPipe) id: string, @Caller() caller: Caller): Promise<User | UserName> {
    const user = await this.users.get(id);
    if (!user) throw new NotFoundProblem('user', id);
    return asSeenBy(caller, user);
  }

  @Post()
  @Roles('administrator')
  @CommandRoute({ status: 201, secrets: ['password'] })
  async register(@Body() body: RegisterUserBody, @Circumstances() { metadata }: Circumstances): Answer {
    const { password, supervisorId, ...user } = body;
    await this.checkSupervisor(supervisorId);
    const data = {
      ...user,
      ...(supervisorId !== undefined && { supervisorId }),
      ...(password !== undefined && { passwordHash: await hashPassword(password) }),
    };
    return this.handle(userIdOf(user.email), { type: 'RegisterUser', data, metadata });
  }

  @Patch(':id')
  @Roles('administrator')
  @CommandRoute({ secrets: ['password'] })
  async change(
    @Param('id', UuidPipe) id: string,
    @Body() { password, ...changes }: ChangeUserBody,
    @Circumstances() { metadata, options }: Circumstances,
  ): Answer {
    await this.checkSupervisor(changes.supervisorId);
    const data = { ...changes, ...(password !== undefined && { passwordHash: await hashPassword(password) }) };
    return this.handle(id, { type: 'ChangeUser', data, metadata }, options);
  }

  @Post(':id/deactivate')
  @Roles('administrator')
  @CommandRoute()
  deactivate(@Param('id', UuidPipe) id: string, @Circumstances() { metadata, options }: Circumstances): Answer {
    return this.handle(id, { type: 'DeactivateUser', data: {}, metadata }, options);
  }

  @Post(':id/reactivate')
  @Roles('administrator')
  @CommandRoute()
  reactivate(@Param('id', UuidPipe) id: string, @Circumstances() { metadata, options }: Circumstances): Answer {
    return this.handle(id, { type: 'ReactivateUser', data: {}, metadata }, options);
  }

  private handle(id: string, command: UserCommand, options?: Circumstances['options']): Answer {
    return this.commands.execute(new HandleUser(id, command, options));
  }

  private async checkSupervisor(id: string | null | undefined): Promise<void> {
    if (id === undefined || id === null) return;
    const { state } = await loadState(this.eventStore, userAggregate, userAggregate.codec.streamOf(id));
    if (state) return;
    throw invalidInput({
      field: 'supervisorId',
      code: 'exists',
      message: { en: 'must be a user', de: 'muss ein Benutzer sein' },
    });
  }
}

function asSeenBy({ role }: Caller, user: UserDocument): User | UserName {
  return role === 'administrator' ? user : { id: user.id, name: user.name, active: user.active };
}
