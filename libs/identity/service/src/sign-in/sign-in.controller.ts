import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiSchema, ApiTags } from '@nestjs/swagger';
import { IsDefined, IsString, Length } from 'class-validator';
import type { SignedIn, SignInOptions } from '@leadline/identity-contracts';
import { foldEmail, userIdOf } from '@leadline/identity-domain';
import {
  ApiProblems,
  CONFIG,
  NoBodyPipe,
  ProblemError,
  Public,
  routeSettings,
  type Config,
} from '@leadline/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedInAnswer, SignInOptionsAnswer } from '../answers.js';
import { assertSameOrigin } from '../sessions/same-origin.js';
import { Sessions } from '../sessions/sessions.js';
import { Users } from '../users/users.js';
import { NOBODYS_HASH } from './password.js';
import { PUBLIC_BODY_LIMIT } from './public-body-limit.js';
import { SignInLimits } from './sign-in-limits.js';

@ApiSchema({ name: 'SignIn' })
class SignInBody {
  @ApiProperty({ format: 'email' })
  @IsDefined()
  @IsString()
  @Length(1, 254)
  email!: string;

  @ApiProperty({ format: 'password' })
  @IsDefined()
  @IsString()
  @Length(1, 1_000)
  password!: string;
}

/** Signing in, staying so, and signing out. */
@ApiTags('sign-in')
@Controller('api/identity')
export class SignInController {
  constructor(
    private readonly users: Users,
    private readonly limits: SignInLimits,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sign-in-options')
  @Public()
  @ApiOperation({ summary: 'By what one can sign in here.' })
  @ApiOkResponse({ type: SignInOptionsAnswer })
  options(): SignInOptions {
    const { oidc } = this.config;
    return { password: true, ...(oidc && { provider: { name: oidc.name } }) };
  }

  @Post('sign-in')
  @Public()
  @HttpCode(200)
  @routeSettings({ bodyLimit: PUBLIC_BODY_LIMIT })
  @ApiOperation({ summary: 'Starts a session: a short-lived access token, and a cookie to get the next one by.' })
  @ApiOkResponse({ type: SignedInAnswer })
  @ApiProblems(400, 401, 413, 415, 429, 503)
  async signIn(
    @Body() { email, password }: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const address = foldEmail(email);
    const id = userIdOf(address);
    const user = await this.users.load(id);
    // The same work whoever it is: neither the answer nor its time tells whether there is such a user.
    const hash = user?.passwordHash ?? NOBODYS_HASH;
    const isRight = await this.limits.isRight({ address, password, hash, mayPass: user?.active === true }, request);
    if (!user || !isRight) throw refused();
    return this.sessions.start(id, user, { request, reply });
  }

  @Post('refresh')
  @Public()
  @HttpCode(200)
  @routeSettings({ bodyLimit: PUBLIC_BODY_LIMIT })
  @ApiOperation({
    summary:
      'The next access token and the next cookie, in exchange for the cookie. One that is used twice ends the session.',
  })
  @ApiOkResponse({ type: SignedInAnswer })
  @ApiProblems(400, 401, 403, 413, 415, 503)
  async refresh(
    @Body(NoBodyPipe) _body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    assertSameOrigin(request, this.config);
    return this.sessions.refresh({ request, reply });
  }

  @Post('sign-out')
  @Public()
  @HttpCode(204)
  @routeSettings({ bodyLimit: PUBLIC_BODY_LIMIT })
  @ApiOperation({ summary: 'Ends the session of the cookie; its access tokens stop working within a minute.' })
  @ApiNoContentResponse()
  @ApiProblems(400, 403, 413, 415, 503)
  async signOut(
    @Body(NoBodyPipe) _body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    assertSameOrigin(request, this.config);
    await this.sessions.end({ request, reply });
  }
}

function refused(): ProblemError {
  return new ProblemError(
    401,
    'identity.sign-in-refused',
    {
      en: 'E-mail address and password do not match.',
      de: 'E-Mail-Adresse und Passwort passen nicht zusammen.',
    },
    { headers: { 'www-authenticate': 'Bearer realm="leadline"' } },
  );
}
