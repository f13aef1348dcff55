import { Body, Controller, Delete, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Circumstances, CommandRoute, NoBodyPipe, UuidPipe, type CommandAnswer } from '@leadline/service-kit';
import { dueTimeOf } from './due-time.js';
import { LeadCommands } from './lead-commands.js';
import { ResubmissionBody } from './resubmission.dto.js';

@ApiTags('leads')
@Controller('api/leads')
export class ResubmissionRoutes {
  constructor(private readonly commands: LeadCommands) {}

  @Put(':id/resubmission')
  @ApiOperation({
    summary: 'Brings a lead back at a time, or at another one.',
    description:
      'A local time that a clock change leaves out or makes come twice is read as in RFC 5545, section 3.3.5. A time that has passed makes the lead due at once.',
  })
  @CommandRoute()
  schedule(
    @Param('id', UuidPipe) id: string,
    @Body() body: ResubmissionBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    return this.commands.handle(id, { type: 'ScheduleResubmission', data: { due: dueTimeOf(body) } }, circumstances);
  }

  @Delete(':id/resubmission')
  @ApiOperation({ summary: 'Nobody wants the lead brought back any more.' })
  @CommandRoute()
  cancel(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    return this.commands.handle(id, { type: 'CancelResubmission', data: {} }, circumstances);
  }

  @Post(':id/resubmission/done')
  @ApiOperation({ summary: 'What the lead was to be brought back for is done.' })
  @CommandRoute()
  complete(
    @Param('id', UuidPipe) id: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    return this.commands.handle(id, { type: 'CompleteResubmission', data: {} }, circumstances);
  }
}
