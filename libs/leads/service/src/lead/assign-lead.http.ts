import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Circumstances, CommandRoute, UuidPipe, type CommandAnswer } from '@leadline/service-kit';
import { Id } from './fields.dto.js';
import { from, HandleLead } from './handle-lead.js';
import { LeadInputReader } from './lead-input.js';

class AssignLeadBody {
  @ApiProperty({ format: 'uuid' })
  @Id()
  assigneeId!: string;
}

@ApiTags('leads')
@Controller('api/leads')
export class AssignLeadRoute {
  constructor(
    private readonly commands: CommandBus,
    private readonly input: LeadInputReader,
  ) {}

  @Post(':id/assign')
  @ApiOperation({ summary: 'Hands a lead over.' })
  @CommandRoute()
  async assign(
    @Param('id', UuidPipe) id: string,
    @Body() { assigneeId }: AssignLeadBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    await this.input.checkIds({ assigneeId }, circumstances.caller.actor);
    return this.commands.execute(
      new HandleLead(id, { type: 'AssignLead', data: { assigneeId }, ...from(circumstances) }, circumstances.options),
    );
  }
}
