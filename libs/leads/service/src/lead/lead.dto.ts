import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsDefined,
  IsEmail,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
  IsISO4217CurrencyCode,
  IsOptional,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { OptionalField } from '@leadline/service-kit';
import type { PhoneKind } from '@leadline/leads-contracts';
import { ResubmissionBody } from './resubmission.dto.js';
import { IsInstant, ListOf, OneOf, OptionalId, OptionalText, RequiredText } from './fields.dto.js';

const PHONE_KINDS: readonly PhoneKind[] = ['work', 'mobile', 'home', 'fax'];

/** Trillions, in cents: beyond any price, and well within exact integers. */
const MAX_AMOUNT_MINOR = 1e14;

export class AddressBody {
  @OptionalText(200)
  street?: string | null;

  @OptionalText(20)
  postalCode?: string | null;

  @OptionalText(100)
  city?: string | null;

  @OptionalText(100)
  region?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'ISO 3166-1 alpha-2', example: 'DE' })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim().toUpperCase() || null : value,
  )
  @IsOptional()
  @IsISO31661Alpha2()
  countryCode?: string | null;
}

export class PhoneBody {
  @ApiProperty({ enum: PHONE_KINDS })
  @IsIn(PHONE_KINDS)
  kind!: PhoneKind;

  @RequiredText(50, { description: 'In any spelling; without a country code, of the country in the address.' })
  number!: string;

  @OptionalText(50, { description: 'As somebody once wrote it, where what is read is sent back.' })
  typed?: string | null;
}

export class CustomerBody {
  @OptionalText(50)
  salutation?: string | null;

  @OptionalText(100)
  givenName?: string | null;

  @OptionalText(100)
  familyName?: string | null;

  @OptionalText(200)
  organisation?: string | null;

  @ApiPropertyOptional({ type: String, format: 'email', nullable: true })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || null : value))
  @IsOptional()
  @IsEmail()
  email?: string | null;

  @ApiPropertyOptional({ type: [PhoneBody], nullable: true })
  @IsOptional()
  @ListOf(() => PhoneBody)
  @ArrayMaxSize(20)
  phones?: PhoneBody[] | null;

  @ApiPropertyOptional({ type: AddressBody, nullable: true })
  @IsOptional()
  @OneOf(() => AddressBody)
  address?: AddressBody | null;

  @OptionalId('An existing contact.')
  contactId?: string | null;

  @OptionalId('An existing company.')
  companyId?: string | null;
}

export class MoneyBody {
  @ApiProperty({ type: 'integer', description: 'In the currency’s smallest unit: cents, pence, yen.' })
  @IsInt()
  @Min(0)
  @Max(MAX_AMOUNT_MINOR)
  amountMinor!: number;

  @ApiProperty({ description: 'ISO 4217', example: 'EUR' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toUpperCase() : value))
  @IsISO4217CurrencyCode()
  currency!: string;
}

export class InterestBody {
  @RequiredText(1_000)
  description!: string;

  @OptionalId('A product of the catalogue.')
  productId?: string | null;

  @ApiProperty({ description: 'A decimal as text, so that none of it is lost.', example: '1.5' })
  @Matches(/^\d{1,12}(\.\d{1,6})?$/)
  quantity!: string;

  @OptionalText(50)
  unit?: string | null;

  @ApiPropertyOptional({ type: MoneyBody, nullable: true })
  @IsOptional()
  @OneOf(() => MoneyBody)
  unitPrice?: MoneyBody | null;
}

export class ExternalReferenceBody {
  @RequiredText(200, { description: 'Whose id it is.' })
  sender!: string;

  @RequiredText(200)
  id!: string;
}

/** What creating and correcting have in common. */
export class LeadFieldsBody {
  @OptionalText(10_000)
  note?: string | null;

  @OptionalId('Where it came from.')
  sourceId?: string | null;

  @OptionalId('Who supplied it; decides on the sales process.')
  marketplaceId?: string | null;

  @ApiPropertyOptional({ type: [InterestBody] })
  @IsOptional()
  @ListOf(() => InterestBody)
  @ArrayMaxSize(200)
  interests?: InterestBody[] | null;

  @ApiPropertyOptional({ type: ExternalReferenceBody, description: 'Unique per sender; cannot be corrected.' })
  @OptionalField()
  @OneOf(() => ExternalReferenceBody)
  externalReference?: ExternalReferenceBody;

  @ApiPropertyOptional({ format: 'date-time', description: 'Default: now.' })
  @OptionalField()
  @IsInstant()
  receivedAt?: string;
}

export class CreateLeadBody extends LeadFieldsBody {
  @RequiredText(500)
  subject!: string;

  @ApiProperty({ type: CustomerBody, description: 'At least a name, an organisation, an e-mail address or a phone.' })
  @IsDefined()
  @OneOf(() => CustomerBody)
  customer!: CustomerBody;

  @OptionalId('Left out by a person: themselves; by software: nobody, the lead waits in the pool.')
  assigneeId?: string | null;

  @ApiPropertyOptional({ type: ResubmissionBody, nullable: true, description: 'When it is to be brought back.' })
  @IsOptional()
  @OneOf(() => ResubmissionBody)
  resubmission?: ResubmissionBody | null;
}
