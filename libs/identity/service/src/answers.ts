import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type * as contracts from '@leadline/identity-contracts';
import { languages, roles, type Language, type Role } from '@leadline/identity-domain';

/** The shapes of answers. The contracts say the same for TypeScript; `documented-answers.int.spec.ts` holds them to it. */

@ApiSchema({ name: 'Myself' })
export class MyselfAnswer implements contracts.Myself {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'email' }) email!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: roles }) role!: Role;
  @ApiProperty({ enum: languages }) language!: Language;
  @ApiProperty({ example: 'Europe/Berlin' }) timeZone!: string;
  @ApiProperty({ type: [String], format: 'uuid' }) teamIds!: string[];
}

@ApiSchema({ name: 'SignedIn' })
export class SignedInAnswer implements contracts.SignedIn {
  @ApiProperty({ description: 'Send it as `Authorization: Bearer …`.' }) accessToken!: string;
  @ApiProperty({ format: 'date-time', description: 'Ask for the next one by `refresh` before.' }) expiresAt!: string;
  @ApiProperty({ type: MyselfAnswer }) user!: MyselfAnswer;
}

@ApiSchema({ name: 'Confirmed' })
export class ConfirmedAnswer implements contracts.Confirmed {
  @ApiProperty({ description: 'Send it as `Leadline-Confirmation` with the one change that asks for it.' })
  confirmation!: string;

  @ApiProperty({ format: 'date-time' }) expiresAt!: string;
}

@ApiSchema({ name: 'Provider' })
class ProviderAnswer {
  @ApiProperty({ description: 'What to call it on the button.' }) name!: string;
}

@ApiSchema({ name: 'SignInOptions' })
export class SignInOptionsAnswer implements contracts.SignInOptions {
  @ApiProperty({ description: 'By e-mail address and password.' }) password!: boolean;

  @ApiPropertyOptional({ type: ProviderAnswer, description: 'By an external provider, from `oidc/start`.' })
  provider?: ProviderAnswer;
}

@ApiSchema({ name: 'JsonWebKey' })
class JwkAnswer {
  @ApiProperty({ example: 'OKP' }) kty!: string;
  @ApiProperty({ example: 'Ed25519' }) crv!: string;
  @ApiProperty({ example: 'EdDSA' }) alg!: string;
  @ApiProperty({ example: 'sig' }) use!: string;
  @ApiProperty() kid!: string;
  @ApiProperty() x!: string;
}

@ApiSchema({ name: 'JsonWebKeySet' })
export class JwksAnswer {
  @ApiProperty({ type: [JwkAnswer] }) keys!: JwkAnswer[];
}

/** What every list says besides its items. */
class PageAnswer {
  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page.' }) next!: string | null;
  @ApiProperty({ type: 'integer' }) total!: number;
}

/** A user as administrators and supervisors read them; everyone else reads id, name and active. */
@ApiSchema({ name: 'User' })
export class UserAnswer implements contracts.UserName, Partial<contracts.User> {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() active!: boolean;
  @ApiPropertyOptional({ type: 'integer' }) revision?: number;
  @ApiPropertyOptional({ format: 'email' }) email?: string;
  @ApiPropertyOptional({ enum: roles }) role?: Role;
  @ApiPropertyOptional({ enum: languages }) language?: Language;
  @ApiPropertyOptional({ example: 'Europe/Berlin' }) timeZone?: string;
  @ApiPropertyOptional({ format: 'uuid' }) supervisorId?: string;
  @ApiPropertyOptional({ type: [String], format: 'uuid' }) teamIds?: string[];
  @ApiPropertyOptional({ description: 'Invited, and has not set a password yet.' }) invited?: boolean;
}

@ApiSchema({ name: 'UserPage' })
export class UserPage extends PageAnswer {
  @ApiProperty({ type: [UserAnswer] }) items!: UserAnswer[];
}

@ApiSchema({ name: 'InvitedUser' })
export class InvitedAnswer implements contracts.Invited {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer', description: 'The revision after the command, also in the ETag.' }) revision!: number;

  @ApiPropertyOptional({
    description: 'To be handed to the user, who sets a password there. Shown this once; a repeated request has none.',
  })
  invitationUrl?: string;

  @ApiPropertyOptional({ format: 'date-time' }) invitationExpiresAt?: string;
}

@ApiSchema({ name: 'Team' })
export class TeamAnswer implements contracts.Team {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() active!: boolean;
}

@ApiSchema({ name: 'TeamWithRevision' })
export class OneTeamAnswer extends TeamAnswer {
  @ApiProperty({ type: 'integer', description: 'Of all teams together, since they are one aggregate.' })
  revision!: number;
}

@ApiSchema({ name: 'TeamPage' })
export class TeamPage extends PageAnswer {
  @ApiProperty({ type: [TeamAnswer] }) items!: TeamAnswer[];
}

@ApiSchema({ name: 'ApiKey' })
export class ApiKeyAnswer implements contracts.ApiKey {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) revision!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [String], example: ['leads:read'] }) scopes!: string[];
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) expiresAt!: string | null;
  @ApiProperty() revoked!: boolean;
}

@ApiSchema({ name: 'ApiKeyPage' })
export class ApiKeyPage extends PageAnswer {
  @ApiProperty({ type: [ApiKeyAnswer] }) items!: ApiKeyAnswer[];
}

@ApiSchema({ name: 'CreatedApiKey' })
export class CreatedApiKeyAnswer implements contracts.CreatedApiKey {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) revision!: number;

  @ApiPropertyOptional({ description: 'To be kept by whoever uses it. Shown this once; a repeated request has none.' })
  key?: string;
}
