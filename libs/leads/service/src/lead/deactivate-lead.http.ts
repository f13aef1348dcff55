import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Circumstances, CommandRoute, NoBodyPipe, UuidPipe, type CommandAnswer } from '@leadline/service-kit';
import { LeadCommands } from './lead-commands.js';

@ApiTags('leads')
@Controller('api/leads')
export class DeactivateLeadRoute {
  constructor(private readonly commands: LeadCommands) {}

  @Post(':id/deactivate')
  @ApiOperation({ summary: 'Puts a lead away: out of the lists, found by search.' })
  @CommandRoute()
  deactivate(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    return this.commands.handle(id, { type: 'DeactivateLead', data: {} }, circumstances);
  }

  @Post(':id/reactivate')
  @ApiOperation({ summary: 'Brings a lead back as it was.' })
  @CommandRoute()
  reactivate(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    return this.commands.handle(id, { type: 'ReactivateLead', data: {} }, circumstances);
  }
}
