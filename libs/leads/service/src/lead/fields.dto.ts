import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsOptional, IsString, IsUUID, isISO8601, MaxLength, registerDecorator } from 'class-validator';

const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A text that must be there and say something. */
export function RequiredText(maxLength: number, api: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(ApiProperty({ maxLength, ...api }), Trimmed(), IsString(), IsNotEmpty(), MaxLength(maxLength));
}

/** A text that may be left out, null or blank. */
export function OptionalText(maxLength: number, api: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, maxLength, nullable: true, ...api }),
    Trimmed(),
    IsOptional(),
    IsString(),
    MaxLength(maxLength),
  );
}

/** The id of something else; null clears. */
export function OptionalId(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value)),
    IsUUID(),
  );
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
