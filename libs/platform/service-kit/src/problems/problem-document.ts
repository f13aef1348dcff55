import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One wrong field, as it is answered. */
export class ProblemFieldError {
  @ApiProperty({ example: 'customer.email' })
  field!: string;

  @ApiProperty()
  message!: string;

  @ApiPropertyOptional({ example: 'isEmail' })
  code?: string;
}

/** A problem document (RFC 9457), as it is answered. */
export class ProblemDocument {
  @ApiProperty({ example: 'urn:leadline:problem:lead.phases-incomplete' })
  type!: string;

  @ApiProperty({ example: 'Conflict' })
  title!: string;

  @ApiProperty({ example: 409 })
  status!: number;

  @ApiProperty({ example: 'lead.phases-incomplete' })
  code!: string;

  @ApiProperty({ description: "A sentence for people, in the caller's language." })
  detail!: string;

  @ApiPropertyOptional({ type: [ProblemFieldError] })
  errors?: ProblemFieldError[];
}
