import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { DeadLetter, Job, SubscriptionStatus } from '@leadline/subscriptions';

const KINDS = ['readModel', 'reaction', 'publication', 'consumption'] as const;
const PROBLEMS = ['aheadOfLog'] as const;

/** One subscription, or one partition of it. */
export class SubscriptionAnswer implements SubscriptionStatus {
  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: KINDS })
  kind!: (typeof KINDS)[number];

  @ApiProperty({ type: 'integer' })
  partition!: number;

  @ApiProperty({ type: 'integer' })
  partitions!: number;

  @ApiProperty({ type: String, nullable: true })
  position!: string | null;

  @ApiProperty({
    type: 'integer',
    description: 'Events read but not dealt with, and 1 where more are known to be there.',
  })
  lag!: number;

  @ApiProperty()
  caughtUp!: boolean;

  @ApiPropertyOptional({
    description: 'What its runner holds; a consumption has none, the bus shares its messages out.',
  })
  lease?: string;

  @ApiProperty({ type: String, nullable: true, description: 'The process that works it now.' })
  holder!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  leaseUntil!: string | null;

  @ApiProperty({ type: 'integer' })
  deadLetters!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  reportedAt!: string | null;

  @ApiPropertyOptional({
    enum: PROBLEMS,
    description:
      'Why it is not worked, though a process holds it. aheadOfLog: the events were restored from a backup that is older ' +
      'than its checkpoint; leadline reset-checkpoints lets it go on.',
  })
  problem?: (typeof PROBLEMS)[number];
}

export class SubscriptionsAnswer {
  @ApiProperty({ type: [SubscriptionAnswer] })
  items!: readonly SubscriptionAnswer[];
}

/** An event or message that still failed after its retries. Its stream waits behind it. */
export class DeadLetterAnswer implements DeadLetter {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  subscription!: string;

  @ApiProperty({ type: 'integer' })
  partition!: number;

  @ApiPropertyOptional({ description: 'Of a read model: which of its generations lacks the event.' })
  generation?: string;

  @ApiProperty()
  stream!: string;

  @ApiProperty()
  eventId!: string;

  @ApiProperty()
  eventType!: string;

  @ApiProperty()
  position!: string;

  @ApiProperty()
  error!: string;

  @ApiProperty({ type: 'integer' })
  attempts!: number;

  @ApiProperty({ format: 'date-time' })
  failedAt!: string;
}

export class DeadLettersAnswer {
  @ApiProperty({ type: [DeadLetterAnswer] })
  items!: readonly DeadLetterAnswer[];
}

export class JobAsked {
  @ApiProperty({ format: 'uuid', description: 'Its progress: GET /api/operations/rebuilds/:id' })
  jobId!: string;
}

/** A rebuild or a verification. */
export class JobAnswer implements Job {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['rebuild', 'verify'] })
  kind!: 'rebuild' | 'verify';

  @ApiProperty()
  readModel!: string;

  @ApiProperty({ enum: ['waiting', 'running', 'done', 'failed'] })
  state!: Job['state'];

  @ApiPropertyOptional({ format: 'date-time' })
  startedAt?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  finishedAt?: string;

  @ApiProperty({ type: 'integer', description: 'Events folded so far.' })
  done!: number;

  @ApiProperty({ minimum: 0, maximum: 1 })
  progress!: number;

  @ApiPropertyOptional({ format: 'date-time', description: 'While it runs: when it is done, if it goes on like this.' })
  expectedAt?: string;

  @ApiPropertyOptional({
    type: [String],
    description: 'Ids of documents that differ from a fresh fold; none: all is well.',
  })
  differences?: readonly string[];

  @ApiPropertyOptional()
  error?: string;
}

export class JobsAnswer {
  @ApiProperty({ type: [JobAnswer] })
  items!: readonly JobAnswer[];
}

export class ReadModelAnswer {
  @ApiProperty()
  name!: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Of its shape; null where another process keeps it.' })
  version!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Null where another process keeps it.' })
  documents!: number | null;
}

export class ReadModelsAnswer {
  @ApiProperty({ type: [ReadModelAnswer] })
  items!: readonly ReadModelAnswer[];
}
