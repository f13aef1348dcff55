import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsEmail,
  IsIn,
  IsString,
  IsTimeZone,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';
import { ClearableField, ListQuery, OptionalField } from '@leadline/service-kit';
import { languages, roles, type Language, type Role } from '@leadline/identity-domain';
import { NEW_PASSWORD_LENGTH } from '../sign-in/password-rules.js';

/** A name that says something. Of the rules that are broken the last one here is told. */
export const Name = (maxLength: number): PropertyDecorator =>
  applyDecorators(Matches(/\S/), Length(1, maxLength), IsString());

/** A password that is set now. */
export const NewPassword = (): PropertyDecorator => applyDecorators(Length(...NEW_PASSWORD_LENGTH), IsString());

const [MIN_PASSWORD, MAX_PASSWORD] = NEW_PASSWORD_LENGTH;

/** For OpenAPI. */
export const NEW_PASSWORD_API = {
  minLength: MIN_PASSWORD,
  maxLength: MAX_PASSWORD,
  writeOnly: true,
  format: 'password',
} as const;

const TeamIds = (): PropertyDecorator =>
  applyDecorators(OptionalField(), IsUUID('all', { each: true }), ArrayMaxSize(50), IsArray());

@ApiSchema({ name: 'RegisterUser' })
export class RegisterUserBody {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @IsDefined()
  @IsEmail()
  @Length(3, 254)
  email!: string;

  @ApiProperty({ maxLength: 200 })
  @IsDefined()
  @Name(200)
  name!: string;

  @ApiProperty({ enum: roles })
  @IsDefined()
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

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 50 })
  @TeamIds()
  teamIds?: string[];

  @ApiPropertyOptional({ ...NEW_PASSWORD_API, description: 'Without one the user is invited to set one.' })
  @OptionalField()
  @NewPassword()
  password?: string;
}

@ApiSchema({ name: 'ChangeUser' })
export class ChangeUserBody {
  @ApiPropertyOptional({ maxLength: 200 })
  @OptionalField()
  @Name(200)
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

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 50, description: 'All of them, not only new ones.' })
  @TeamIds()
  teamIds?: string[];

  @ApiPropertyOptional({ ...NEW_PASSWORD_API, description: 'Ends all sessions of the user.' })
  @OptionalField()
  @NewPassword()
  password?: string;
}

/** The filters of the list of users. */
export class UserListQuery extends ListQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @OptionalField()
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({ enum: roles, description: 'Administrators and supervisors only.' })
  @OptionalField()
  @IsIn(roles)
  role?: Role;

  @ApiPropertyOptional({ format: 'uuid', description: 'Administrators and supervisors only.' })
  @OptionalField()
  @IsUUID()
  teamId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Administrators and supervisors only.' })
  @OptionalField()
  @IsUUID()
  supervisorId?: string;
}
