import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';

import { OptionalField } from './optional-field.js';

const DEFAULT_LIMIT = 50;

/** What every list understands; extend it by the list's filters. */
export class ListQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: DEFAULT_LIMIT })
  @Transform(({ value }: { value: unknown }): unknown =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  )
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({ description: 'Cursor: `next` of the page before.' })
  @OptionalField()
  @IsString()
  @MaxLength(4_000)
  after?: string;

  @ApiPropertyOptional({ description: 'Fields to sort by, `-` for descending: `-createdAt,subject`.' })
  @OptionalField()
  @IsString()
  @MaxLength(200)
  sort?: string;

  @ApiPropertyOptional({ description: 'Every word must begin a word of what is searched.' })
  @OptionalField()
  @IsString()
  @MaxLength(200)
  q?: string;
}
