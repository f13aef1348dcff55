import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Circumstances, CommandRoute, UuidPipe, type CommandAnswer } from '@leadline/service-kit';
import { from, HandleLead } from './handle-lead.js';
import { NoBodyPipe } from './no-body.pipe.js';

@ApiTags('leads')
@Controller('api/leads')
export class DeactivateLeadRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/deactivate')
  @ApiOperation({ summary: 'Puts a lead away: out of the lists, found by search.' })
  @CommandRoute()
  deactivate(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    const { options } = circumstances;
    return this.commands.execute(
      new HandleLead(id, { type: 'DeactivateLead', data: {}, ...from(circumstances) }, options),
    );
  }

  @Post(':id/reactivate')
  @ApiOperation({ summary: 'Brings a lead back as it was.' })
  @CommandRoute()
  reactivate(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    const { options } = circumstances;
    return this.commands.execute(
      new HandleLead(id, { type: 'ReactivateLead', data: {}, ...from(circumstances) }, options),
    );
  }
}
