import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { Circumstances, CommandRoute, UuidPipe, type CommandAnswer } from '@leadline/service-kit';
import { dueTimeOf } from './due-time.js';
import { OneOf } from './fields.dto.js';
import { LeadCommands } from './lead-commands.js';
import { ResubmissionBody } from './resubmission.dto.js';

class ReopenLeadBody {
  @ApiPropertyOptional({ type: ResubmissionBody, nullable: true, description: 'When it is to be brought back.' })
  @IsOptional()
  @OneOf(() => ResubmissionBody)
  resubmission?: ResubmissionBody | null;
}

@ApiTags('leads')
@Controller('api/leads')
export class ReopenLeadRoute {
  constructor(private readonly commands: LeadCommands) {}

  @Post(':id/reopen')
  @ApiOperation({ summary: 'A closed lead is worked again, in its last phase.' })
  @ApiBody({ type: ReopenLeadBody, required: false })
  @CommandRoute()
  reopen(
    @Param('id', UuidPipe) id: string,
    @Body() { resubmission }: ReopenLeadBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    const data = resubmission ? { resubmission: dueTimeOf(resubmission) } : {};
    return this.commands.handle(id, { type: 'ReopenLead', data }, circumstances);
  }
}
