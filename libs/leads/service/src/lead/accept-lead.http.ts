import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '@leadline/event-sourcing';
import { Circumstances, CommandRoute, NoBodyPipe, UuidPipe, type CommandAnswer } from '@leadline/service-kit';
import { LeadCommands } from './lead-commands.js';

@ApiTags('leads')
@Controller('api/leads')
export class AcceptLeadRoute {
  constructor(private readonly commands: LeadCommands) {}

  @Post(':id/accept')
  @ApiOperation({ summary: 'Takes a lead from the pool; the first has it.' })
  @CommandRoute()
  accept(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    if (circumstances.caller.actor.kind !== 'user') throw new DomainError('lead.accept-of-people-only');
    return this.commands.handle(id, { type: 'AcceptLead', data: {} }, circumstances);
  }
}
