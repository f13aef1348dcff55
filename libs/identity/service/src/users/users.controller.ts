import { Body, Controller, Get, Inject, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Condition } from '@leadline/engines/read-models';
import type { DomainEvent, Handled } from '@leadline/event-sourcing';
import type { Invited, User, UserName } from '@leadline/identity-contracts';
import { foldEmail, userIdOf, type UserCommand } from '@leadline/identity-domain';
import {
  ApiProblems,
  Caller,
  Circumstances,
  CLOCK,
  CommandRoute,
  CONFIG,
  forbidden,
  NoBodyPipe,
  NotFoundProblem,
  parseSort,
  ProblemError,
  ReadsFrom,
  Roles,
  UuidPipe,
  type Clock,
  type Config,
} from '@leadline/service-kit';
import type { FastifyRequest } from 'fastify';
import { InvitedAnswer, UserAnswer, UserPage } from '../answers.js';
import { checkNewPassword } from '../sign-in/password-rules.js';
import { hashPassword } from '../sign-in/password.js';
import { HandleUser } from './handle-user.js';
import { invitationUrl, newInvitation, type NewInvitation } from './invitations.js';
import { ChangeUserBody, RegisterUserBody, UserListQuery } from './user-fields.js';
import { userList, type UserDocument } from './user-list.js';
import { Users } from './users.js';

type Answer = Promise<Handled<DomainEvent>>;

/** Users: administrators manage them, supervisors read them, everyone signed in sees who is there. */
@ApiTags('users')
@Controller('api/identity/users')
export class UsersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly users: Users,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ReadsFrom(userList)
  @ApiOperation({ summary: 'Who is there.' })
  @ApiOkResponse({ type: UserPage })
  async list(@Query() query: UserListQuery, @Caller() caller: Caller): Promise<object> {
    // Only who may see addresses can look for one.
    const soughtAddress = seesAll(caller) && query.q?.includes('@') ? { email: { prefix: foldEmail(query.q) } } : null;
    const { items, next, total } = await this.users.list.find({
      where: { all: { ...conditions(query, caller), ...soughtAddress } },
      limit: query.limit,
      // A cursor holds what it sorts by, so an order by address would tell it.
      sort: parseSort(query.sort, seesAll(caller) ? { name: 'nameKey', email: 'email' } : { name: 'nameKey' }, [
        { path: 'nameKey' },
      ]),
      total: true,
      ...(query.q !== undefined && !soughtAddress && { search: query.q }),
      ...(query.after !== undefined && { after: query.after }),
    });
    return { items: items.map((user) => asSeenBy(caller, user)), next, total };
  }

  @Get(':id')
  @ReadsFrom(userList)
  @ApiOperation({ summary: 'One user.' })
  @ApiOkResponse({ type: UserAnswer })
  @ApiProblems(404)
  async one(@Param('id', UuidPipe) id: string, @Caller() caller: Caller): Promise<User | UserName> {
    const user = await this.users.list.get(id);
    if (!user) throw new NotFoundProblem('user', id);
    return asSeenBy(caller, user);
  }

  @Post()
  @Roles('administrator')
  @ApiOperation({ summary: 'A new user; without a password an invited one.' })
  @CommandRoute({ status: 201, answer: InvitedAnswer, secrets: ['password'] })
  async register(
    @Body() body: RegisterUserBody,
    @Circumstances() { metadata }: Circumstances,
    @Req() request: FastifyRequest,
  ): Promise<Handled<DomainEvent> & Invited> {
    const { password, supervisorId, teamIds = [], ...user } = body;
    const id = userIdOf(user.email);
    if (supervisorId !== id) await this.users.checkReferences({ supervisorId, teamIds });
    if (password !== undefined) checkNewPassword('password', password, user.email);
    const invited = password === undefined ? newInvitation(this.clock) : null;
    const data = {
      ...user,
      teamIds,
      ...(supervisorId !== undefined && { supervisorId }),
      ...(password !== undefined && { passwordHash: await hashPassword(password) }),
      ...(invited && { invitation: invited.invitation }),
    };
    const handled = await this.handle(id, { type: 'RegisterUser', data, metadata });
    return { ...handled, ...(invited && this.shownOnce(handled, invited, request)) };
  }

  @Patch(':id')
  @Roles('administrator')
  @ApiOperation({ summary: 'Changes what is known of a user.' })
  @CommandRoute({ secrets: ['password'] })
  async change(
    @Param('id', UuidPipe) id: string,
    @Body() { password, ...changes }: ChangeUserBody,
    @Circumstances() { metadata, options, caller }: Circumstances,
  ): Answer {
    const user = await this.users.load(id);
    await this.users.checkReferences(changes, user?.profile.teamIds);
    if (password !== undefined && user) checkNewPassword('password', password, user.email);
    if (changes.role !== undefined && changes.role !== 'administrator') await this.keepAnAdministrator(id, caller);
    const data = { ...changes, ...(password !== undefined && { passwordHash: await hashPassword(password) }) };
    return this.handle(id, { type: 'ChangeUser', data, metadata }, options);
  }

  @Post(':id/invite')
  @Roles('administrator')
  @ApiOperation({ summary: 'A new invitation to set a password; an earlier one ends. Also for who forgot theirs.' })
  @CommandRoute({ answer: InvitedAnswer })
  async invite(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() { metadata, options }: Circumstances,
    @Req() request: FastifyRequest,
  ): Promise<Handled<DomainEvent> & Invited> {
    const invited = newInvitation(this.clock);
    const handled = await this.handle(id, { type: 'InviteUser', data: invited.invitation, metadata }, options);
    return { ...handled, ...this.shownOnce(handled, invited, request) };
  }

  @Post(':id/unlink-provider')
  @Roles('administrator')
  @ApiOperation({
    summary: 'The user’s account at the external provider counts no more; the next one to sign in may be another.',
  })
  @CommandRoute()
  unlinkProvider(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() { metadata, options }: Circumstances,
  ): Answer {
    return this.handle(id, { type: 'UnlinkUserFromProvider', data: {}, metadata }, options);
  }

  @Post(':id/deactivate')
  @Roles('administrator')
  @ApiOperation({ summary: 'The user can no longer sign in; sessions end.' })
  @CommandRoute()
  async deactivate(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() { metadata, options, caller }: Circumstances,
  ): Answer {
    await this.keepAnAdministrator(id, caller);
    return this.handle(id, { type: 'DeactivateUser', data: {}, metadata }, options);
  }

  @Post(':id/reactivate')
  @Roles('administrator')
  @ApiOperation({ summary: 'The user can sign in again. Teams that were deactivated meanwhile are left.' })
  @CommandRoute()
  async reactivate(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() { metadata, options }: Circumstances,
  ): Answer {
    const data = { teamIds: [...(await this.users.activeTeamIds())] };
    return this.handle(id, { type: 'ReactivateUser', data, metadata }, options);
  }

  private async handle(id: string, command: UserCommand, options?: Circumstances['options']): Answer {
    await this.users.mustAdminister(command.metadata.actor);
    return this.commands.execute(new HandleUser(id, command, options));
  }

  /** Of a repeated command the first invitation counts, and nobody knows its secret any more. */
  private shownOnce(
    { id, repeated }: Handled<DomainEvent>,
    { invitation, secret }: NewInvitation,
    request: FastifyRequest,
  ): Partial<Invited> {
    if (repeated) return {};
    return {
      invitationUrl: invitationUrl(request, this.config, id, secret),
      invitationExpiresAt: invitation.expiresAt,
    };
  }

  /**
   * Somebody must be left who can administer. An administrator who acts is: nobody may do this to themselves. An API key is
   * nobody, so the others are looked for, as far as the list has seen.
   */
  private async keepAnAdministrator(id: string, { actor }: Caller): Promise<void> {
    if (actor.kind === 'user') return;
    const administrators = await this.users.list.find({
      where: { all: { role: 'administrator', active: true } },
      limit: 2,
    });
    if (administrators.items.some((administrator) => administrator.id !== id)) return;
    throw new ProblemError(409, 'user.last-administrator', {
      en: 'This is the only active administrator. Make another one first.',
      de: 'Das ist der einzige aktive Administrator. Bitte zuerst einen weiteren anlegen.',
    });
  }
}

function seesAll({ role }: Caller): boolean {
  return role !== 'agent';
}

/** Agents see of others whether they are there, so they may ask for nothing else. */
function conditions(query: UserListQuery, caller: Caller): Record<string, Condition> {
  const { active, role, teamId: teamIds, supervisorId } = query;
  if (!seesAll(caller) && (role ?? teamIds ?? supervisorId) !== undefined) throw forbidden();
  const asked = Object.entries({ active, role, teamIds, supervisorId });
  return Object.fromEntries(asked.flatMap(([path, value]) => (value === undefined ? [] : [[path, value] as const])));
}

function asSeenBy(caller: Caller, { nameKey: _nameKey, ...user }: UserDocument): User | UserName {
  return seesAll(caller) ? user : { id: user.id, name: user.name, active: user.active };
}
