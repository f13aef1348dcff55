import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type * as contracts from '@leadline/leads-contracts';

/** The contracts' shapes once more, as classes, because that is what OpenAPI is generated from. The compiler holds both together. */

const LIGHTS: contracts.TrafficLight[] = ['green', 'yellow', 'red'];
const STATUSES: contracts.LeadStatus[] = ['open', 'offered', 'inProgress', 'won', 'lost'];

export class NamedAnswer implements contracts.Named {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'As it is now; empty where that is not known.' }) name!: string;
}

export class ActorAnswer extends NamedAnswer implements contracts.Actor {
  @ApiProperty({ enum: ['user', 'apiKey', 'system'] }) kind!: 'user' | 'apiKey' | 'system';
}

class MoneyAnswer implements contracts.Money {
  @ApiProperty({ type: 'integer' }) amountMinor!: number;
  @ApiProperty() currency!: string;
}

class AddressAnswer implements contracts.Address {
  @ApiPropertyOptional() street?: string;
  @ApiPropertyOptional() postalCode?: string;
  @ApiPropertyOptional() city?: string;
  @ApiPropertyOptional() region?: string;
  @ApiPropertyOptional() countryCode?: string;
}

class PhoneAnswer implements contracts.Phone {
  @ApiProperty({ enum: ['work', 'mobile', 'home', 'fax'] }) kind!: contracts.PhoneKind;
  @ApiProperty({ description: 'E.164' }) number!: string;
  @ApiProperty({ description: 'As somebody wrote it.' }) typed!: string;
}

class CustomerAnswer implements contracts.Customer {
  @ApiPropertyOptional() salutation?: string;
  @ApiPropertyOptional() givenName?: string;
  @ApiPropertyOptional() familyName?: string;
  @ApiPropertyOptional() organisation?: string;
  @ApiPropertyOptional() email?: string;
  @ApiPropertyOptional({ type: [PhoneAnswer] }) phones?: PhoneAnswer[];
  @ApiPropertyOptional({ type: AddressAnswer }) address?: AddressAnswer;
  @ApiPropertyOptional({ format: 'uuid' }) contactId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) companyId?: string;
}

class InterestAnswer implements contracts.Interest {
  @ApiProperty() description!: string;
  @ApiPropertyOptional({ format: 'uuid' }) productId?: string;
  @ApiProperty({ description: 'A decimal.', example: '1.5' }) quantity!: string;
  @ApiPropertyOptional() unit?: string;
  @ApiPropertyOptional({ type: MoneyAnswer }) unitPrice?: MoneyAnswer;
}

class PhaseAnswer extends NamedAnswer implements contracts.Phase {
  @ApiProperty({ enum: ['completed', 'current', 'ahead'] }) state!: 'completed' | 'current' | 'ahead';
}

class ProcessAnswer {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: [PhaseAnswer] }) phases!: PhaseAnswer[];
}

class ClosingAnswer implements contracts.Closing {
  @ApiProperty({ enum: ['won', 'lost'] }) outcome!: 'won' | 'lost';
  @ApiProperty({ type: NamedAnswer }) reason!: NamedAnswer;
  @ApiPropertyOptional() note?: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: ActorAnswer }) by!: ActorAnswer;
}

class ResubmissionAnswer implements contracts.Resubmission {
  @ApiProperty({ example: '2026-03-29T02:30' }) localTime!: string;
  @ApiProperty({ description: 'IANA name.', example: 'Europe/Berlin' }) timeZone!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({
    enum: ['scheduled', 'due', 'paused'],
    enumName: 'ResubmissionState',
    description: '`due`: it has passed. `paused`: the lead is put away.',
  })
  state!: contracts.Resubmission['state'];
  @ApiProperty({ type: 'integer', description: 'How often it was put off.' }) postponed!: number;
}

class ReferenceAnswer {
  @ApiProperty() sender!: string;
  @ApiProperty() id!: string;
}

class LeadSummaryAnswer {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) revision!: number;
  @ApiProperty({ enum: STATUSES, enumName: 'LeadStatus' }) status!: contracts.LeadStatus;
  @ApiProperty({ description: 'False: put away.' }) active!: boolean;
  @ApiProperty() subject!: string;
  @ApiProperty({ type: CustomerAnswer }) customer!: CustomerAnswer;
  @ApiPropertyOptional({ format: 'uuid' }) sourceId?: string;
  @ApiPropertyOptional({ type: NamedAnswer }) source?: NamedAnswer;
  @ApiPropertyOptional({ format: 'uuid' }) marketplaceId?: string;
  @ApiPropertyOptional({ type: NamedAnswer }) marketplace?: NamedAnswer;
  @ApiPropertyOptional({ format: 'uuid' }) assigneeId?: string;
  @ApiPropertyOptional({ type: NamedAnswer }) assignee?: NamedAnswer;
  @ApiPropertyOptional({ type: ReferenceAnswer }) externalReference?: ReferenceAnswer;
  @ApiProperty({ format: 'date-time' }) receivedAt!: string;
  @ApiPropertyOptional({ type: ResubmissionAnswer }) resubmission?: ResubmissionAnswer;
  @ApiProperty({ enum: LIGHTS, enumName: 'TrafficLight', description: 'yellow: due within a day; red: overdue.' })
  light!: contracts.TrafficLight;
  @ApiPropertyOptional({ format: 'date-time', description: 'Absent where nobody waits for it.' }) due?: string;
  @ApiPropertyOptional({ type: ClosingAnswer }) closing?: ClosingAnswer;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ format: 'date-time' }) lastActivityAt!: string;
}

export class LeadAnswer extends LeadSummaryAnswer implements contracts.Lead {
  @ApiPropertyOptional() note?: string;
  @ApiProperty({ type: [InterestAnswer] }) interests!: InterestAnswer[];
  @ApiProperty({ type: ProcessAnswer }) process!: ProcessAnswer;
}

class AsOfAnswer {
  @ApiProperty({ type: 'integer' }) revision!: number;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class LeadAsOfAnswer extends LeadAnswer implements contracts.LeadAsOf {
  @ApiProperty({ type: AsOfAnswer }) asOf!: AsOfAnswer;
}

class LeadListItemAnswer extends LeadSummaryAnswer implements contracts.LeadListItem {
  @ApiPropertyOptional({ type: NamedAnswer, description: 'Absent where all are completed.' }) phase?: NamedAnswer;
}

export class PageAnswer {
  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page.' }) next!: string | null;
  @ApiProperty({ type: 'integer' }) total!: number;
}

export class LeadPage extends PageAnswer implements contracts.Page<contracts.LeadListItem> {
  @ApiProperty({ type: [LeadListItemAnswer] }) items!: LeadListItemAnswer[];
}

class FacetAnswer {
  @ApiProperty({ type: String, nullable: true }) value!: string | null;
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ type: 'integer' }) count!: number;
}

export class LeadFacetsAnswer implements contracts.LeadFacets {
  @ApiProperty({ type: [FacetAnswer] }) status!: FacetAnswer[];
  @ApiProperty({ type: [FacetAnswer] }) phase!: FacetAnswer[];
  @ApiProperty({ type: [FacetAnswer] }) sourceId!: FacetAnswer[];
  @ApiProperty({ type: [FacetAnswer] }) marketplaceId!: FacetAnswer[];
  @ApiProperty({ type: [FacetAnswer] }) assigneeId!: FacetAnswer[];
}

class JournalEntryAnswer implements contracts.JournalEntry {
  @ApiProperty({ format: 'uuid' }) entryId!: string;
  @ApiProperty({ enum: ['note', 'call', 'mail', 'meeting'] }) kind!: contracts.JournalEntry['kind'];
  @ApiProperty() text!: string;
  @ApiPropertyOptional({ enum: ['in', 'out'] }) direction?: 'in' | 'out';
  @ApiPropertyOptional({ enum: ['reached', 'notReached', 'leftMessage'] }) outcome?:
    'reached' | 'notReached' | 'leftMessage';
  @ApiPropertyOptional({ type: 'integer' }) durationSeconds?: number;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: ActorAnswer }) author!: ActorAnswer;
  @ApiPropertyOptional({ format: 'date-time', description: 'When its author last corrected it.' }) corrected?: string;
}

export class JournalPage extends PageAnswer implements contracts.Page<contracts.JournalEntry> {
  @ApiProperty({ type: [JournalEntryAnswer] }) items!: JournalEntryAnswer[];
}
