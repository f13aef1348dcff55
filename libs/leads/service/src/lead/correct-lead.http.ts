import { Body, Controller, Param, Patch } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { CorrectLead } from '@leadline/leads-domain';
import {
  Circumstances,
  CommandRoute,
  invalidInput,
  OptionalField,
  type CommandAnswer,
  type FieldError,
  UuidPipe,
} from '@leadline/service-kit';
import { OneOf, OptionalId, RequiredText } from './fields.dto.js';
import { LeadCommands } from './lead-commands.js';
import { CustomerBody, LeadFieldsBody } from './lead.dto.js';
import { interestOf, LeadInputReader, referenceOf } from './lead-input.js';
import { LeadReader } from '../read/lead-reader.js';
import { isInternational } from './phones.js';

class CorrectLeadBody extends LeadFieldsBody {
  @OptionalField()
  @RequiredText(500, { required: false })
  subject?: string;

  @ApiPropertyOptional({ type: CustomerBody, description: 'Merged field by field.' })
  @OptionalField()
  @OneOf(() => CustomerBody)
  customer?: CustomerBody;

  @OptionalId('Hands the lead over; null: back to the pool.')
  assigneeId?: string | null;
}

@ApiTags('leads')
@Controller('api/leads')
export class CorrectLeadRoute {
  constructor(
    private readonly commands: LeadCommands,
    private readonly input: LeadInputReader,
    private readonly leads: LeadReader,
  ) {}

  @Patch(':id')
  @ApiOperation({ summary: 'Corrects fields: any subset, null clears, the customer is merged field by field.' })
  @CommandRoute()
  async correct(
    @Param('id', UuidPipe) id: string,
    @Body() body: CorrectLeadBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    const [customer, marketplace] = await Promise.all([
      this.customer(id, body.customer, circumstances),
      this.marketplace(body.marketplaceId),
      this.input.checkIds(body, circumstances.caller),
    ]);
    const { subject, note, sourceId, interests, receivedAt, assigneeId, externalReference } = body;
    const data: CorrectLead['data'] = {
      fields: {
        subject,
        note,
        sourceId,
        interests: interests === null ? [] : interests?.map(interestOf),
        receivedAt,
        customer,
      },
      assigneeId,
      marketplace,
      externalReference: externalReference && referenceOf(externalReference),
    };
    return this.commands.handle(id, { type: 'CorrectLead', data }, circumstances);
  }

  /** A number without its country is of the lead's: only then does the lead have to be looked at before. */
  private async customer(
    id: string,
    body: CustomerBody | undefined,
    { caller }: Circumstances,
  ): Promise<CorrectLead['data']['fields']['customer']> {
    if (!body) return undefined;
    let country = body.address?.countryCode ?? undefined;
    if (country === undefined && body.phones?.some(({ number }) => !isInternational(number))) {
      country = (await this.leads.present(id, caller)).customer.address?.countryCode;
    }
    return this.input.customerPatch(body, country);
  }

  private async marketplace(marketplaceId: string | null | undefined): Promise<CorrectLead['data']['marketplace']> {
    if (marketplaceId === undefined) return undefined;
    const errors: FieldError[] = [];
    const process = await this.input.process(marketplaceId, errors);
    if (!process) throw invalidInput(...errors);
    return { id: marketplaceId, process };
  }
}
