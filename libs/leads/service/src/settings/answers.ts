import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type * as contracts from '@leadline/leads-contracts';
import { NamedAnswer, PageAnswer } from '../read/answers.js';

export class SourceList extends PageAnswer implements contracts.Page<contracts.Named> {
  @ApiProperty({ type: [NamedAnswer] }) items!: NamedAnswer[];
}

class ClosingReasonAnswer extends NamedAnswer implements contracts.ClosingReason {
  @ApiProperty({ enum: ['won', 'lost'] }) outcome!: 'won' | 'lost';
  @ApiProperty({ description: 'Came with Leadline.' }) system!: boolean;
  @ApiProperty({ description: 'No longer offered.' }) hidden!: boolean;
}

export class ClosingReasonList extends PageAnswer implements contracts.Page<contracts.ClosingReason> {
  @ApiProperty({ type: [ClosingReasonAnswer] }) items!: ClosingReasonAnswer[];
}

export class MarketplaceAnswer extends NamedAnswer implements contracts.Marketplace {
  @ApiProperty({ type: 'integer' }) revision!: number;
  @ApiProperty({ type: 'integer' }) processVersion!: number;
  @ApiProperty({ type: [NamedAnswer] }) phases!: NamedAnswer[];
  @ApiProperty() strictClose!: boolean;
  @ApiProperty() earlyLost!: boolean;
  @ApiProperty({ type: [String], format: 'uuid' }) acceptorIds!: string[];
  @ApiPropertyOptional({ type: 'integer' }) offerExpiresAfterMinutes?: number;
  @ApiPropertyOptional({ type: 'integer' }) complaintDays?: number;
}

export class MarketplaceList extends PageAnswer implements contracts.Page<contracts.Marketplace> {
  @ApiProperty({ type: [MarketplaceAnswer] }) items!: MarketplaceAnswer[];
}
