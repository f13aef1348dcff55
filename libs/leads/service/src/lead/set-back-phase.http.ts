import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Circumstances, CommandRoute, UuidPipe, type CommandAnswer } from '@leadline/service-kit';
import { Id } from './fields.dto.js';
import { from, HandleLead } from './handle-lead.js';

class SetBackPhaseBody {
  @ApiProperty({ format: 'uuid', description: 'An earlier phase of the lead’s process.' })
  @Id()
  phaseId!: string;
}

@ApiTags('leads')
@Controller('api/leads')
export class SetBackPhaseRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/phases/set-back')
  @ApiOperation({ summary: 'Sets a lead back to an earlier phase.' })
  @CommandRoute()
  setBack(
    @Param('id', UuidPipe) id: string,
    @Body() { phaseId }: SetBackPhaseBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    return this.commands.execute(
      new HandleLead(id, { type: 'SetBackPhase', data: { phaseId }, ...from(circumstances) }, circumstances.options),
    );
  }
}
