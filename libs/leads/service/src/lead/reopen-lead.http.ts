import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Circumstances, CommandRoute, UuidPipe, type CommandAnswer } from '@leadline/service-kit';
import { from, HandleLead } from './handle-lead.js';
import { NoBodyPipe } from './no-body.pipe.js';

@ApiTags('leads')
@Controller('api/leads')
export class ReopenLeadRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/reopen')
  @ApiOperation({ summary: 'A closed lead is worked again, in its last phase.' })
  @CommandRoute()
  reopen(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    const { options } = circumstances;
    return this.commands.execute(new HandleLead(id, { type: 'ReopenLead', data: {}, ...from(circumstances) }, options));
  }
}
