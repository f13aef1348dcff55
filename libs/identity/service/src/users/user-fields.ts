import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { IsEmail, IsIn, IsString, IsTimeZone, IsUUID, Length, Matches } from 'class-validator';
import { ClearableField, OptionalField } from '@leadline/service-kit';
import { languages, roles, type Language, type Role } from '@leadline/identity-domain';

/** Long enough that guessing is slow; no rules about signs, as NIST SP 800-63B-4 (3.1.1.2) advises. */
const PASSWORD_LENGTH = [8, 1_000] as const;

@ApiSchema({ name: 'RegisterUser' })
export class RegisterUserBody {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @IsEmail()
  @Length(3, 254)
  email!: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  name!: string;

  @ApiProperty({ enum: roles })
  @IsIn(roles)
  role!: Role;

  @ApiPropertyOptional({ enum: languages, default: 'en' })
  @IsIn(languages)
  language: Language = 'en';

  @ApiPropertyOptional({ example: 'Europe/Berlin', default: 'UTC' })
  @IsTimeZone()
  timeZone: string = 'UTC';

  @ApiPropertyOptional({ format: 'uuid' })
  @OptionalField()
  @IsUUID()
  supervisorId?: string;

  @ApiPropertyOptional({ minLength: 8, writeOnly: true, description: 'Without one the user cannot sign in yet.' })
  @OptionalField()
  @IsString()
  @Length(...PASSWORD_LENGTH)
  password?: string;
}

@ApiSchema({ name: 'ChangeUser' })
export class ChangeUserBody {
  @ApiPropertyOptional({ maxLength: 200 })
  @OptionalField()
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  name?: string;

  @ApiPropertyOptional({ enum: roles })
  @OptionalField()
  @IsIn(roles)
  role?: Role;

  @ApiPropertyOptional({ enum: languages })
  @OptionalField()
  @IsIn(languages)
  language?: Language;

  @ApiPropertyOptional({ example: 'Europe/Berlin' })
  @OptionalField()
  @IsTimeZone()
  timeZone?: string;

  @ApiPropertyOptional({ format: 'uuid', nullable: true, type: String })
  @ClearableField()
  @IsUUID()
  supervisorId?: string | null;

  @ApiPropertyOptional({ minLength: 8, writeOnly: true, description: 'Ends all sign-ins of before.' })
  @OptionalField()
  @IsString()
  @Length(...PASSWORD_LENGTH)
  password?: string;
}

/** A user as administrators read them; everyone else reads id, name and active. */
@ApiSchema({ name: 'User' })
export class UserAnswer {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  active!: boolean;

  @ApiPropertyOptional({ type: 'integer' })
  revision?: number;

  @ApiPropertyOptional()
  email?: string;

  @ApiPropertyOptional({ enum: roles })
  role?: Role;

  @ApiPropertyOptional({ enum: languages })
  language?: Language;

  @ApiPropertyOptional()
  timeZone?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  supervisorId?: string;
}

@ApiSchema({ name: 'UserPage' })
export class UserPage {
  @ApiProperty({ type: [UserAnswer] })
  items!: UserAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiProperty({ type: 'integer' })
  total!: number;
}
