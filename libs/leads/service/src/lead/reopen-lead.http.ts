import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Circumstances, CommandRoute, UuidPipe, type CommandAnswer } from '@leadline/service-kit';
import { LeadCommands } from './lead-commands.js';
import { NoBodyPipe } from './no-body.pipe.js';

@ApiTags('leads')
@Controller('api/leads')
export class ReopenLeadRoute {
  constructor(private readonly commands: LeadCommands) {}

  @Post(':id/reopen')
  @ApiOperation({ summary: 'A closed lead is worked again, in its last phase.' })
  @CommandRoute()
  reopen(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    return this.commands.handle(id, { type: 'ReopenLead', data: {} }, circumstances);
  }
}
