import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { WinLead } from '@leadline/leads-domain';
import { Circumstances, CommandRoute, invalidInput, UuidPipe, type CommandAnswer } from '@leadline/service-kit';
import { LeadReader } from '../read/lead-reader.js';
import { Settings } from '../settings/settings.js';
import { Id, OptionalText } from './fields.dto.js';
import { LeadCommands } from './lead-commands.js';
import { unknownId } from './lead-input.js';

class CloseLeadBody {
  @ApiProperty({ format: 'uuid', description: 'A closing reason of this outcome.' })
  @Id()
  reasonId!: string;

  @OptionalText(10_000)
  note?: string | null;
}

@ApiTags('leads')
@Controller('api/leads')
export class CloseLeadRoute {
  constructor(
    private readonly commands: LeadCommands,
    private readonly settings: Settings,
    private readonly leads: LeadReader,
  ) {}

  @Post(':id/win')
  @ApiOperation({ summary: 'The customer buys. Once every phase is completed.' })
  @CommandRoute()
  async win(
    @Param('id', UuidPipe) id: string,
    @Body() body: CloseLeadBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    const data = await this.closing(id, body, circumstances);
    return this.commands.handle(id, { type: 'WinLead', data }, circumstances);
  }

  @Post(':id/lose')
  @ApiOperation({
    summary: 'The customer does not buy. Once every phase is completed, or earlier where the marketplace allows it.',
  })
  @CommandRoute()
  async lose(
    @Param('id', UuidPipe) id: string,
    @Body() body: CloseLeadBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    const data = await this.closing(id, body, circumstances);
    return this.commands.handle(id, { type: 'LoseLead', data }, circumstances);
  }

  /** The reason and the marketplace's rules as they are now, for the decision to judge by. */
  private async closing(id: string, body: CloseLeadBody, { caller }: Circumstances): Promise<WinLead['data']> {
    const [{ marketplaceId }, { state: reasons }] = await Promise.all([
      this.leads.present(id, caller),
      this.settings.closingReasons.present(),
    ]);
    const reason = reasons.find((each) => each.id === body.reasonId);
    if (!reason) throw invalidInput(unknownId('reasonId', 'closing reason', 'Abschlussgrund'));
    return { reason, note: body.note ?? undefined, rules: await this.settings.closingRulesOf(marketplaceId) };
  }
}
