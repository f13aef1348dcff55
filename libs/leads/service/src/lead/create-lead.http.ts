import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Circumstances, CommandAnswered, CommandRoute, type CommandAnswer } from '@leadline/service-kit';
import { createdId, from, HandleLead } from './handle-lead.js';
import { CreateLeadBody } from './lead.dto.js';
import { leadIdOf, LeadInputReader } from './lead-input.js';

@ApiTags('leads')
@Controller('api/leads')
export class CreateLeadRoute {
  constructor(
    private readonly commands: CommandBus,
    private readonly input: LeadInputReader,
  ) {}

  /** A lead with an external reference that is known already stays as it is: 200 with its id. */
  @Post()
  @ApiOperation({ summary: 'A new lead. One with a known external reference answers 200 with the first one’s id.' })
  @ApiOkResponse({ type: CommandAnswered, description: 'It was there already.' })
  @CommandRoute({ status: 201 })
  async create(@Body() body: CreateLeadBody, @Circumstances() circumstances: Circumstances): Promise<CommandAnswer> {
    const data = await this.input.creation(body, circumstances.caller.actor);
    const id = data.externalReference ? leadIdOf(data.externalReference) : createdId(circumstances);
    const handled = await this.commands.execute(
      new HandleLead(id, { type: 'CreateLead', data, ...from(circumstances) }),
    );
    const known = handled.events.length === 0 && !handled.repeated;
    return { ...handled, ...(known ? { httpStatus: 200 } : {}) };
  }
}
