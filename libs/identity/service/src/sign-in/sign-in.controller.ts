import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiSchema, ApiTags } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import type { EventStore } from '@leadline/engines/event-store';
import { loadState } from '@leadline/event-sourcing';
import type { Myself, SignedIn } from '@leadline/identity-contracts';
import {
  foldEmail,
  languages,
  roles,
  userAggregate,
  userIdOf,
  type Language,
  type Role,
  type User,
} from '@leadline/identity-domain';
import {
  ApiProblems,
  Caller,
  CLOCK,
  EVENT_STORE,
  ProblemError,
  Public,
  routeSettings,
  type Clock,
} from '@leadline/service-kit';
import type { FastifyRequest } from 'fastify';
import { issueToken } from '../tokens/access-tokens.js';
import { loadSigningKeys, type SigningKeys } from '../tokens/signing-keys.js';
import { countAttempts, type Attempts } from './attempts.js';
import { NOBODYS_HASH, verifyPassword } from './password.js';

@ApiSchema({ name: 'SignIn' })
class SignInBody {
  @ApiProperty({ format: 'email' })
  @IsString()
  @Length(1, 254)
  email!: string;

  @ApiProperty({ format: 'password' })
  @IsString()
  @Length(1, 1_000)
  password!: string;
}

@ApiSchema({ name: 'Myself' })
class MyselfAnswer {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: roles })
  role!: Role;

  @ApiProperty({ enum: languages })
  language!: Language;

  @ApiProperty({ example: 'Europe/Berlin' })
  timeZone!: string;
}

@ApiSchema({ name: 'SignedIn' })
class SignedInAnswer {
  @ApiProperty()
  accessToken!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;

  @ApiProperty({ type: MyselfAnswer })
  user!: MyselfAnswer;
}

@ApiSchema({ name: 'JsonWebKeySet' })
class JwksAnswer {
  @ApiProperty({ type: 'array', items: { type: 'object' } })
  keys!: object[];
}

/** Anyone may send here, so not much of it is read. Bytes. */
const BODY_LIMIT = 16 * 1024;

/** Signing in, and who one is then. */
@ApiTags('sign-in')
@Controller('api/identity')
export class SignInController {
  private readonly attempts: Attempts;
  private keys: Promise<SigningKeys> | null = null;

  constructor(
    @Inject(EVENT_STORE) private readonly eventStore: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.attempts = countAttempts(clock);
  }

  @Post('sign-in')
  @Public()
  @HttpCode(200)
  @routeSettings({ bodyLimit: BODY_LIMIT })
  @ApiOkResponse({ type: SignedInAnswer })
  @ApiProblems(400, 401, 413, 415, 429)
  async signIn(@Body() { email, password }: SignInBody, @Req() { ip }: FastifyRequest): Promise<SignedIn> {
    const address = foldEmail(email);
    this.slowDown(address, ip);
    const id = userIdOf(address);
    const user = await this.load(id);
    // The same work whoever it is: neither the answer nor its time tells whether there is such a user.
    const isRight = await verifyPassword(password, user?.passwordHash ?? NOBODYS_HASH);
    if (!user?.active || !isRight) {
      this.attempts.failed(address, ip);
      throw refused();
    }
    this.attempts.succeeded(address, ip);
    const { token, expiresAt } = await issueToken(await this.signingKeys(), id, this.clock);
    return { accessToken: token, expiresAt, user: myself(id, user) };
  }

  @Get('me')
  @ApiOkResponse({ type: MyselfAnswer })
  @ApiProblems(401)
  async me(@Caller() { actor }: Caller): Promise<Myself> {
    const user = await this.load(actor.id);
    if (!user) throw refused();
    return myself(actor.id, user);
  }

  @Get('.well-known/jwks.json')
  @Public()
  @ApiOkResponse({ type: JwksAnswer })
  async jwks(): Promise<SigningKeys['jwks']> {
    return (await this.signingKeys()).jwks;
  }

  private slowDown(address: string, ip: string): void {
    const waitMs = this.attempts.waitMs(address, ip);
    if (waitMs <= 0) return;
    throw new ProblemError(
      429,
      'identity.too-many-attempts',
      {
        en: 'Too many attempts. Wait a moment before the next one.',
        de: 'Zu viele Versuche. Bitte vor dem nächsten einen Moment warten.',
      },
      { headers: { 'retry-after': String(Math.ceil(waitMs / 1_000)) } },
    );
  }

  private async load(id: string): Promise<User> {
    return (await loadState(this.eventStore, userAggregate, userAggregate.codec.streamOf(id))).state;
  }

  private signingKeys(): Promise<SigningKeys> {
    this.keys ??= loadSigningKeys(this.eventStore, this.clock).catch((error: unknown) => {
      this.keys = null;
      throw error;
    });
    return this.keys;
  }
}

function myself(id: string, { email, profile }: NonNullable<User>): Myself {
  const { name, role, language, timeZone } = profile;
  return { id, email, name, role, language, timeZone };
}

function refused(): ProblemError {
  return new ProblemError(
    401,
    'identity.sign-in-refused',
    {
      en: 'E-mail address and password do not belong together.',
      de: 'E-Mail-Adresse und Passwort passen nicht zusammen.',
    },
    { headers: { 'www-authenticate': 'Bearer realm="leadline"' } },
  );
}
