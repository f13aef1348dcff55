import { Body, Controller, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Circumstances, CommandAnswered, CommandRoute, type CommandAnswer } from '@leadline/service-kit';
import { createdId } from './handle-lead.js';
import { LeadCommands } from './lead-commands.js';
import { CreateLeadBody } from './lead.dto.js';
import { leadIdOf, LeadInputReader } from './lead-input.js';

@ApiTags('leads')
@Controller('api/leads')
export class CreateLeadRoute {
  constructor(
    private readonly commands: LeadCommands,
    private readonly input: LeadInputReader,
  ) {}

  /** A lead with an external reference that is known already stays as it is: 200 with its id. */
  @Post()
  @ApiOperation({ summary: 'A new lead. One with a known external reference answers 200 with the first one’s id.' })
  @ApiOkResponse({ type: CommandAnswered, description: 'It was there already.' })
  @CommandRoute({ status: 201 })
  async create(@Body() body: CreateLeadBody, @Circumstances() circumstances: Circumstances): Promise<CommandAnswer> {
    const data = await this.input.creation(body, circumstances.caller);
    const id = data.externalReference ? leadIdOf(data.externalReference) : createdId(circumstances);
    const handled = await this.commands.handle(id, { type: 'CreateLead', data }, { ...circumstances, options: {} });
    const known = handled.events.length === 0 && !handled.repeated;
    return { ...handled, ...(known ? { httpStatus: 200 } : {}) };
  }
}
