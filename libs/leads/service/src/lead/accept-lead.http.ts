import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Circumstances, CommandRoute, UuidPipe, type CommandAnswer } from '@leadline/service-kit';
import { from, HandleLead } from './handle-lead.js';
import { NoBodyPipe } from './no-body.pipe.js';

@ApiTags('leads')
@Controller('api/leads')
export class AcceptLeadRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/accept')
  @ApiOperation({ summary: 'Takes a lead from the pool; the first has it.' })
  @CommandRoute()
  accept(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    const { options } = circumstances;
    return this.commands.execute(new HandleLead(id, { type: 'AcceptLead', data: {}, ...from(circumstances) }, options));
  }
}
