import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  isISO8601,
  MaxLength,
  registerDecorator,
  ValidateNested,
} from 'class-validator';

const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A text that must be there and say something. Of the rules that are broken the last one here is told. */
export function RequiredText(maxLength: number, api: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(ApiProperty({ maxLength, ...api }), Trimmed(), MaxLength(maxLength), IsString(), IsNotEmpty());
}

/** A text that may be left out, null or blank. */
export function OptionalText(maxLength: number, api: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, maxLength, nullable: true, ...api }),
    Trimmed(),
    IsOptional(),
    MaxLength(maxLength),
    IsString(),
  );
}

/** The id of something else; null clears. */
export function OptionalId(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description }),
    IsOptional(),
    Id(),
  );
}

/** A UUID, in small letters from here on: in capitals it is the same one. */
export function Id(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => small(value)),
    IsUUID(),
  );
}

/** Some of them. */
export function Ids(atMost: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(small) : value)),
    IsUUID('all', { each: true }),
    ArrayMaxSize(atMost),
    IsArray(),
  );
}

function small(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** One object of a class. ValidateNested alone takes a list for one. */
export function OneOf(type: () => Class<object>): PropertyDecorator {
  return applyDecorators(Type(type), ValidateNested(), IsObject());
}

/** Objects of a class in a list. A list in it, which ValidateNested takes for objects, is refused where it stands. */
export function ListOf(type: () => Class<object>): PropertyDecorator {
  return applyDecorators(
    Type(type),
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(listAsNothing) : value)),
    ValidateNested({ each: true }),
    IsArray(),
  );
}

function listAsNothing(item: unknown): unknown {
  return Array.isArray(item) ? null : item;
}

/** An instant with its offset, RFC 3339; what comes in is UTC with milliseconds from here on. */
export function IsInstant(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (isInstant(value) ? new Date(value).toISOString() : value)),
    (target: object, propertyName: string | symbol) =>
      registerDecorator({
        name: 'isIso8601',
        target: target.constructor,
        propertyName: String(propertyName),
        validator: { validate: isInstant },
      }),
  );
}

const RFC_3339 = /^(\d{4})-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** True for an instant of this century or those beside it: another year is a slip of the keyboard. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const year = Number(RFC_3339.exec(value)?.[1]);
  return year >= 1900 && year < 2200 && isISO8601(value, { strict: true }) && !Number.isNaN(Date.parse(value));
}
