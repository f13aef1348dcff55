import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Circumstances, CommandRoute, UuidPipe, type CommandAnswer } from '@leadline/service-kit';
import { Id } from './fields.dto.js';
import { LeadCommands } from './lead-commands.js';

class SetBackPhaseBody {
  @ApiProperty({ format: 'uuid', description: 'An earlier phase of the lead’s process.' })
  @Id()
  phaseId!: string;
}

@ApiTags('leads')
@Controller('api/leads')
export class SetBackPhaseRoute {
  constructor(private readonly commands: LeadCommands) {}

  @Post(':id/phases/set-back')
  @ApiOperation({ summary: 'Sets a lead back to an earlier phase.' })
  @CommandRoute()
  setBack(
    @Param('id', UuidPipe) id: string,
    @Body() { phaseId }: SetBackPhaseBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    return this.commands.handle(id, { type: 'SetBackPhase', data: { phaseId } }, circumstances);
  }
}
