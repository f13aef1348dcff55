import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

// How answers look in the OpenAPI document. The types are in `import-progress.ts`.

class ImportReasonAnswer {
  @ApiPropertyOptional({
    example: 'email',
    description: 'Of the import’s fields; left out where it is the whole line.',
  })
  field?: string;

  @ApiProperty({ example: 'lead-import.email-invalid' })
  code!: string;

  @ApiProperty({ description: "A sentence for people, in the caller's language." })
  message!: string;
}

class ImportCandidateAnswer {
  @ApiPropertyOptional({ format: 'uuid' })
  leadId?: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Where it is a lead of this file: its line.' })
  line?: number;

  @ApiProperty({ isArray: true, enum: ['externalReference', 'identical', 'email', 'phone', 'name'] })
  reasons!: string[];
}

class ImportLineAnswer {
  @ApiProperty({ type: 'integer', description: 'On which line of the file the record begins; 1 is the header.' })
  line!: number;

  @ApiProperty({ enum: ['created', 'duplicate', 'rejected'] })
  outcome!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The lead that was made, or of which it is a duplicate.' })
  leadId?: string;

  @ApiPropertyOptional({ type: [ImportReasonAnswer] })
  reasons?: ImportReasonAnswer[];

  @ApiPropertyOptional({ type: [ImportCandidateAnswer], description: 'Leads that may be the same.' })
  candidates?: ImportCandidateAnswer[];
}

class ImportErrorAnswer {
  @ApiProperty({ example: 'lead-import.quote-open' })
  code!: string;

  @ApiProperty()
  message!: string;
}

export class ImportProgressAnswer {
  @ApiProperty({ enum: ['running', 'done', 'failed'] })
  state!: string;

  @ApiProperty()
  dryRun!: boolean;

  @ApiProperty({ type: 'integer', description: 'Records of the file; 0 until it was read through.' })
  total!: number;

  @ApiProperty({ type: 'integer' })
  done!: number;

  @ApiProperty({ type: 'integer' })
  created!: number;

  @ApiProperty({ type: 'integer' })
  duplicates!: number;

  @ApiProperty({ type: 'integer' })
  rejected!: number;

  @ApiProperty({ type: [String], description: 'Columns of no known meaning; what stands in them is in the notes.' })
  ignoredColumns!: string[];

  @ApiProperty({ type: [ImportLineAnswer] })
  lines!: ImportLineAnswer[];

  @ApiPropertyOptional({ type: ImportErrorAnswer, description: 'Why it failed.' })
  error?: ImportErrorAnswer;
}
