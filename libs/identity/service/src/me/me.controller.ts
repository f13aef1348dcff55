import { Body, Controller, Get, HttpCode, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiSchema, ApiTags } from '@nestjs/swagger';
import { IsDefined, IsIn, IsString, IsTimeZone, Length } from 'class-validator';
import type { DomainEvent, Handled } from '@leadline/event-sourcing';
import type { Confirmed, Myself, SignedIn } from '@leadline/identity-contracts';
import { languages, type Language, type User } from '@leadline/identity-domain';
import {
  ApiProblems,
  Caller,
  Circumstances,
  CLOCK,
  CommandRoute,
  OptionalField,
  ProblemError,
  routeSettings,
  type Clock,
} from '@leadline/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConfirmedAnswer, MyselfAnswer, SignedInAnswer } from '../answers.js';
import { Sessions } from '../sessions/sessions.js';
import { checkNewPassword } from '../sign-in/password-rules.js';
import { hashPassword, NOBODYS_HASH } from '../sign-in/password.js';
import { SignInLimits } from '../sign-in/sign-in-limits.js';
import { issueConfirmation } from '../tokens/confirmations.js';
import { Keys } from '../tokens/keys.js';
import { HandleUser } from '../users/handle-user.js';
import { myself } from '../users/myself.js';
import { Name, NEW_PASSWORD_API, NewPassword } from '../users/user-fields.js';
import { Users } from '../users/users.js';

@ApiSchema({ name: 'ChangeMyself' })
class ChangeMyselfBody {
  @ApiPropertyOptional({ maxLength: 200 })
  @OptionalField()
  @Name(200)
  name?: string;

  @ApiPropertyOptional({ enum: languages })
  @OptionalField()
  @IsIn(languages)
  language?: Language;

  @ApiPropertyOptional({ example: 'Europe/Berlin' })
  @OptionalField()
  @IsTimeZone()
  timeZone?: string;
}

@ApiSchema({ name: 'ChangePassword' })
class ChangePasswordBody {
  @ApiProperty({ format: 'password', writeOnly: true })
  @IsDefined()
  @IsString()
  @Length(1, 1_000)
  currentPassword!: string;

  @ApiProperty(NEW_PASSWORD_API)
  @IsDefined()
  @NewPassword()
  newPassword!: string;
}

@ApiSchema({ name: 'ConfirmPassword' })
class ConfirmPasswordBody {
  @ApiProperty({ format: 'password', writeOnly: true })
  @IsDefined()
  @IsString()
  @Length(1, 1_000)
  password!: string;
}

/** What users may see and change of themselves. */
@ApiTags('me')
@Controller('api/identity')
export class MeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly users: Users,
    private readonly limits: SignInLimits,
    private readonly sessions: Sessions,
    private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('me')
  @ApiOperation({ summary: 'Who one is.' })
  @ApiOkResponse({ type: MyselfAnswer })
  @ApiProblems(401, 403)
  async me(@Caller() caller: Caller): Promise<Myself> {
    return myself(caller.actor.id, await this.users.self(caller));
  }

  @Patch('me')
  @ApiOperation({ summary: 'Changes one’s own name, language and time zone.' })
  @CommandRoute()
  async changeMyself(
    @Body() data: ChangeMyselfBody,
    @Circumstances() { metadata, options, caller }: Circumstances,
  ): Promise<Handled<DomainEvent>> {
    await this.users.self(caller);
    return this.commands.execute(new HandleUser(caller.actor.id, { type: 'ChangeUser', data, metadata }, options));
  }

  @Post('me/password')
  @HttpCode(200)
  @routeSettings({ secrets: ['currentPassword', 'newPassword'] })
  @ApiOperation({ summary: 'Sets another password. All sessions end; the answer is a new one, with its cookie.' })
  @ApiOkResponse({ type: SignedInAnswer })
  @ApiProblems(400, 401, 403, 409, 413, 415, 429, 503)
  async changePassword(
    @Body() { currentPassword, newPassword }: ChangePasswordBody,
    @Circumstances() { metadata, caller }: Circumstances,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const user = await this.users.self(caller);
    const { id } = caller.actor;
    checkNewPassword('newPassword', newPassword, user.email);
    await this.check(user, currentPassword, request);
    const data = { passwordHash: await hashPassword(newPassword) };
    await this.commands.execute(new HandleUser(id, { type: 'ChangeUser', data, metadata }));
    return this.sessions.start(id, await this.users.self(caller), { request, reply });
  }

  @Post('confirm-password')
  @HttpCode(200)
  @routeSettings({ secrets: ['password'] })
  @ApiOperation({ summary: 'Confirms one’s password for one change that asks for it, within five minutes.' })
  @ApiOkResponse({ type: ConfirmedAnswer })
  @ApiProblems(400, 401, 403, 409, 413, 415, 429, 503)
  async confirmPassword(
    @Body() { password }: ConfirmPasswordBody,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Confirmed> {
    await this.check(await this.users.self(caller), password, request);
    const { token: confirmation, expiresAt } = await issueConfirmation(this.keys.ring, this.clock, caller.actor.id);
    return { confirmation, expiresAt };
  }

  /** No 401: the caller is who they are, and a client must not take it for the end of the session. */
  private async check(user: NonNullable<User>, password: string, request: FastifyRequest): Promise<void> {
    const { email: address, passwordHash, active: mayPass } = user;
    const hash = passwordHash ?? NOBODYS_HASH;
    if (await this.limits.isRight({ address, password, hash, mayPass }, request)) return;
    throw new ProblemError(409, 'identity.wrong-password', {
      en: 'That is not your password.',
      de: 'Das ist nicht Ihr Passwort.',
    });
  }
}
