import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import {
  ApiProblems,
  CLOCK,
  CONFIG,
  LOGGER,
  OptionalField,
  ProblemError,
  Public,
  type Clock,
  type Config,
} from '@leadline/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuthorizationResponseError } from 'openid-client';
import type { Logger } from 'pino';
import { originOf } from '../request-facts.js';
import { Sessions } from '../sessions/sessions.js';
import { Keys } from '../tokens/keys.js';
import { ProviderUsers, type ProviderRefusal } from './provider-users.js';
import { Provider, type ProviderIdentity } from './provider.js';
import { localPath } from './return-to.js';
import { setSignInState, takeSignInState, type SignInState } from './sign-in-state.js';

class StartQuery {
  @ApiPropertyOptional({ example: '/leads', description: 'Where to go on afterwards: a path of Leadline.' })
  @OptionalField()
  @MaxLength(2_000)
  @IsString()
  returnTo?: string;
}

/** Why signing in by the provider came to nothing, as the sign-in page is told. */
type Failure = ProviderRefusal | 'oidc-unavailable' | 'oidc-refused' | 'oidc-failed';

/** Signing in by an external provider. A browser comes here with its whole window, so every answer leads to a page. */
@ApiTags('sign-in')
@Controller('api/identity/oidc')
export class ProviderController {
  constructor(
    private readonly provider: Provider,
    private readonly users: ProviderUsers,
    private readonly sessions: Sessions,
    private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get('start')
  @Public()
  @ApiOperation({ summary: 'Leads to the provider’s sign-in page.' })
  @ApiFoundResponse({ description: 'To the provider; to `/sign-in?error=…` where that is not to be reached.' })
  @ApiProblems(400, 404)
  async start(
    @Query() { returnTo }: StartQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.assertConfigured();
    const started = await this.provider
      .start(this.redirectUri(request), localPath(returnTo))
      .catch((error: unknown) => this.failure(error, request, 'oidc-unavailable'));
    if (typeof started === 'string') return refuse(reply, started);
    await setSignInState(reply, started.state, this.means());
    await lead(reply, started.url);
  }

  @Get('callback')
  @Public()
  @ApiOperation({ summary: 'Where the provider sends people back to. Signs in, and leads on to the console.' })
  @ApiFoundResponse({ description: 'To where it began; to `/sign-in?error=…` where it came to nothing.' })
  @ApiProblems(404, 503)
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.assertConfigured();
    const state = await takeSignInState(request, reply, this.means());
    if (!state) return refuse(reply, 'oidc-failed');
    const identity = await this.identify(request, state);
    if (typeof identity === 'string') return refuse(reply, identity);
    const found = await this.users.find(identity, request);
    if ('refused' in found) return refuse(reply, found.refused);
    // The access token is not for the address bar: the console asks for one by the cookie.
    await this.sessions.start(found.userId, found.user, { request, reply });
    await lead(reply, state.returnTo);
  }

  private identify(request: FastifyRequest, state: SignInState): Promise<ProviderIdentity | Failure> {
    const currentUrl = new URL(this.redirectUri(request));
    currentUrl.search = new URL(request.url, currentUrl).search;
    return this.provider
      .identify(currentUrl, state)
      .catch((error: unknown) =>
        this.failure(error, request, error instanceof AuthorizationResponseError ? 'oidc-refused' : 'oidc-failed'),
      );
  }

  /** The error's code alone is logged: its message may quote what the provider sent. */
  private failure(error: unknown, request: FastifyRequest, failure: Failure): Failure {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const name = error instanceof Error ? error.name : undefined;
    this.logger.warn({ correlationId: request.id, failure, code, name }, 'sign-in by the provider failed');
    return failure;
  }

  private redirectUri(request: FastifyRequest): string {
    return `${originOf(request, this.config)}/api/identity/oidc/callback`;
  }

  private means() {
    return { keys: this.keys.ring, clock: this.clock, config: this.config };
  }

  private assertConfigured(): void {
    if (this.provider.isConfigured) return;
    throw new ProblemError(404, 'identity.no-provider', {
      en: 'No external provider is set up here.',
      de: 'Hier ist kein externer Anbieter eingerichtet.',
    });
  }
}

function refuse(reply: FastifyReply, failure: Failure): Promise<void> {
  return lead(reply, `/sign-in?error=${failure}`);
}

async function lead(reply: FastifyReply, url: string): Promise<void> {
  await reply.header('cache-control', 'no-store').redirect(url, 302);
}
