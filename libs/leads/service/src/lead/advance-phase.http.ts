import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Circumstances, CommandRoute, OptionalField, type CommandAnswer, UuidPipe } from '@leadline/service-kit';

import { Id } from './fields.dto.js';
import { LeadCommands } from './lead-commands.js';

class AdvancePhaseBody {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The phase meant to be completed, so that a second click does no harm.',
  })
  @OptionalField()
  @Id()
  phaseId?: string;
}

@ApiTags('leads')
@Controller('api/leads')
export class AdvancePhaseRoute {
  constructor(private readonly commands: LeadCommands) {}

  @Post(':id/phases/advance')
  @ApiOperation({ summary: 'Completes the current phase and begins the next.' })
  @CommandRoute()
  advance(
    @Param('id', UuidPipe) id: string,
    @Body() body: AdvancePhaseBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    return this.commands.handle(id, { type: 'AdvancePhase', data: { phaseId: body.phaseId } }, circumstances);
  }
}
