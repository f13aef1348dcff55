import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiNoContentResponse, ApiOperation, ApiProperty, ApiSchema, ApiTags } from '@nestjs/swagger';
import { IsDefined, IsString, Length } from 'class-validator';
import { DomainError } from '@leadline/event-sourcing';
import { ApiProblems, CLOCK, Public, routeSettings, type Clock } from '@leadline/service-kit';
import type { FastifyRequest } from 'fastify';
import { metadataOf } from '../request-facts.js';
import { checkNewPassword } from '../sign-in/password-rules.js';
import { hashPassword } from '../sign-in/password.js';
import { PUBLIC_BODY_LIMIT } from '../sign-in/public-body-limit.js';
import { HandleUser } from './handle-user.js';
import { parseInvitation } from './invitations.js';
import { NEW_PASSWORD_API, NewPassword } from './user-fields.js';
import { Users } from './users.js';

@ApiSchema({ name: 'AcceptInvitation' })
class AcceptInvitationBody {
  @ApiProperty({ description: 'What stands behind the # of the invitation.' })
  @IsDefined()
  @Length(1, 200)
  @IsString()
  token!: string;

  @ApiProperty(NEW_PASSWORD_API)
  @IsDefined()
  @NewPassword()
  password!: string;
}

@ApiTags('sign-in')
@Controller('api/identity/accept-invitation')
export class AcceptInvitationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly users: Users,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Public()
  @HttpCode(204)
  @routeSettings({ bodyLimit: PUBLIC_BODY_LIMIT })
  @ApiOperation({ summary: 'Sets the password of who was invited; then one can sign in. Works once.' })
  @ApiNoContentResponse()
  @ApiProblems(400, 409, 413, 415, 503)
  async accept(@Body() { token, password }: AcceptInvitationBody, @Req() request: FastifyRequest): Promise<void> {
    const invited = parseInvitation(token);
    const user = invited && (await this.users.load(invited.userId));
    // Looked at first, so that nobody makes the server hash passwords by making up tokens.
    if (!invited || user?.invitation?.tokenHash !== invited.tokenHash) throw new DomainError('user.invitation-invalid');
    checkNewPassword('password', password, user.email);
    const { userId, tokenHash } = invited;
    const data = { tokenHash, passwordHash: await hashPassword(password) };
    const actor = { kind: 'user', id: userId, name: user.profile.name } as const;
    const metadata = metadataOf(request, actor, this.clock);
    await this.commands.execute(new HandleUser(userId, { type: 'AcceptInvitation', data, metadata }));
  }
}
