import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';
import { Circumstances, CommandRoute, UuidPipe, type CommandAnswer } from '@leadline/service-kit';
import { Id } from './fields.dto.js';
import { LeadCommands } from './lead-commands.js';
import { LeadInputReader } from './lead-input.js';

class AssignLeadBody {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: nobody, back to the pool.' })
  @ValidateIf((_body, value: unknown) => value !== null)
  @Id()
  assigneeId!: string | null;
}

@ApiTags('leads')
@Controller('api/leads')
export class AssignLeadRoute {
  constructor(
    private readonly commands: LeadCommands,
    private readonly input: LeadInputReader,
  ) {}

  @Post(':id/assign')
  @ApiOperation({ summary: 'Hands a lead over, or back to the pool.' })
  @CommandRoute()
  async assign(
    @Param('id', UuidPipe) id: string,
    @Body() { assigneeId }: AssignLeadBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    await this.input.checkIds({ assigneeId }, circumstances.caller);
    return this.commands.handle(id, { type: 'AssignLead', data: { assigneeId } }, circumstances);
  }
}
