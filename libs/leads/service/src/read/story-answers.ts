import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type * as contracts from '@leadline/leads-contracts';
import { leadEvents, type LeadEvent } from '@leadline/leads-domain';
import { ActorAnswer, LeadAnswer, NamedAnswer, PageAnswer } from './answers.js';

const EVENT_TYPES: readonly string[] = Object.keys(leadEvents);

/** Any JSON but an object, which is told field by field. Without this, `unknown` would be documented as an object. */
const ANY_JSON = [
  { type: 'string', nullable: true },
  { type: 'number' },
  { type: 'boolean' },
  { type: 'array', items: {} },
];

class FieldChangeAnswer implements contracts.FieldChange {
  @ApiProperty({ example: 'customer.address.city' }) field!: string;
  @ApiProperty({ anyOf: ANY_JSON, description: 'null: nothing was there.' }) from: unknown;
  @ApiProperty({ anyOf: ANY_JSON, description: 'null: nothing is there.' }) to: unknown;
  @ApiPropertyOptional({ description: 'Where `from` is an id: what it is called now.' }) fromName?: string;
  @ApiPropertyOptional({ description: 'Where `to` is an id: what it is called now.' }) toName?: string;
}

class HistoryItemAnswer implements contracts.HistoryItem {
  @ApiProperty({ type: 'integer' }) revision!: number;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: ActorAnswer }) actor!: ActorAnswer;
  @ApiProperty({ enum: EVENT_TYPES, enumName: 'LeadEventType' }) event!: LeadEvent['type'];
  @ApiPropertyOptional({ description: 'What led to it, where no person did.' }) cause?: string;
  @ApiProperty({ type: [FieldChangeAnswer] }) changes!: FieldChangeAnswer[];
}

export class HistoryPage extends PageAnswer implements contracts.Page<contracts.HistoryItem> {
  @ApiProperty({ type: [HistoryItemAnswer] }) items!: HistoryItemAnswer[];
}

class LinkAnswer extends NamedAnswer {
  @ApiProperty({ example: 'user' }) kind!: string;
}

class TimelineItemAnswer implements contracts.TimelineItem {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer', description: 'The lead’s after it.' }) revision!: number;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: ActorAnswer }) actor!: ActorAnswer;
  @ApiProperty({ enum: EVENT_TYPES, enumName: 'LeadEventType' }) kind!: LeadEvent['type'];
  @ApiProperty() text!: string;
  @ApiProperty({ type: [LinkAnswer] }) links!: LinkAnswer[];
}

export class TimelinePage extends PageAnswer implements contracts.Page<contracts.TimelineItem> {
  @ApiProperty({ type: [TimelineItemAnswer] }) items!: TimelineItemAnswer[];
}

class ReplayedEventAnswer {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: EVENT_TYPES, enumName: 'LeadEventType' }) type!: LeadEvent['type'];
  @ApiProperty({ type: 'integer' }) revision!: number;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: ActorAnswer }) actor!: ActorAnswer;
  @ApiProperty({ description: 'A sentence in the caller’s language, as in the timeline.' }) text!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'As stored: see the catalogue of events.' })
  data!: object;
}

/** A line of a replay. */
export class ReplayStepAnswer implements contracts.ReplayStep {
  @ApiProperty({ type: ReplayedEventAnswer }) event!: ReplayedEventAnswer;
  @ApiProperty({ type: LeadAnswer, description: 'The lead after the event.' }) state!: LeadAnswer;
  @ApiProperty({ type: [FieldChangeAnswer] }) changes!: FieldChangeAnswer[];
}
