import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiSchema, ApiTags } from '@nestjs/swagger';
import { IsDefined } from 'class-validator';
import { derivedId } from '@leadline/event-sourcing';
import { TEAMS_ID, teamsAggregate, type TeamsCommand, type TeamsEvent } from '@leadline/identity-domain';
import {
  AggregateCommand,
  aggregateHandler,
  ApiProblems,
  Circumstances,
  CommandRoute,
  NoBodyPipe,
  NotFoundProblem,
  Roles,
  UuidPipe,
  type CommandAnswer,
} from '@leadline/service-kit';
import { OneTeamAnswer, TeamPage } from '../answers.js';
import { Name } from '../users/user-fields.js';
import { Users } from '../users/users.js';

export class HandleTeams extends AggregateCommand<TeamsCommand, TeamsEvent> {}

export const TeamsHandler = aggregateHandler(HandleTeams, teamsAggregate);

@ApiSchema({ name: 'TeamBody' })
class TeamBody {
  @ApiProperty({ maxLength: 100 })
  @IsDefined()
  @Name(100)
  name!: string;
}

/** Teams: administrators manage them, everyone signed in sees them. Users say which ones they are in. */
@ApiTags('teams')
@Controller('api/identity/teams')
export class TeamsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly users: Users,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All teams, in the order they were created.' })
  @ApiOkResponse({ type: TeamPage })
  @ApiProblems(401)
  async list(): Promise<object> {
    const { teams: items } = await this.users.teams();
    return { items, next: null, total: items.length };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One team.' })
  @ApiOkResponse({ type: OneTeamAnswer })
  @ApiProblems(401, 404)
  async one(@Param('id', UuidPipe) id: string): Promise<OneTeamAnswer> {
    const { teams, revision } = await this.users.teams();
    const team = teams.find((candidate) => candidate.id === id);
    if (!team) throw new NotFoundProblem('team', id);
    return { ...team, revision };
  }

  @Post()
  @Roles('administrator')
  @ApiOperation({ summary: 'A new team.' })
  @CommandRoute({ status: 201 })
  create(@Body() { name }: TeamBody, @Circumstances() circumstances: Circumstances): Promise<CommandAnswer> {
    const { metadata, hasIdempotencyKey } = circumstances;
    const teamId = hasIdempotencyKey ? derivedId(metadata.id) : metadata.id;
    return this.handle({ type: 'CreateTeam', data: { teamId, name }, metadata }, circumstances);
  }

  @Patch(':id')
  @Roles('administrator')
  @ApiOperation({ summary: 'Renames a team; who is in it stays.' })
  @CommandRoute()
  rename(
    @Param('id', UuidPipe) teamId: string,
    @Body() { name }: TeamBody,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    const { metadata } = circumstances;
    return this.handle({ type: 'RenameTeam', data: { teamId, name }, metadata }, circumstances);
  }

  @Post(':id/deactivate')
  @Roles('administrator')
  @ApiOperation({ summary: 'Nobody can join the team any more. It must have no active members.' })
  @CommandRoute()
  async deactivate(
    @Param('id', UuidPipe) teamId: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    const { metadata } = circumstances;
    const { total: members = 0 } = await this.users.list.find({
      where: { all: { teamIds: teamId, active: true } },
      limit: 1,
      total: true,
    });
    return this.handle({ type: 'DeactivateTeam', data: { teamId, members }, metadata }, circumstances);
  }

  @Post(':id/reactivate')
  @Roles('administrator')
  @ApiOperation({ summary: 'Users can join the team again.' })
  @CommandRoute()
  reactivate(
    @Param('id', UuidPipe) teamId: string,
    @Body(NoBodyPipe) _body: unknown,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    const { metadata } = circumstances;
    return this.handle({ type: 'ReactivateTeam', data: { teamId }, metadata }, circumstances);
  }

  /** They are one aggregate, so the revision is that of all; the id is the team's. */
  private async handle(command: TeamsCommand, { options }: Circumstances): Promise<CommandAnswer> {
    const handled = await this.commands.execute(new HandleTeams(TEAMS_ID, command, options));
    return { ...handled, id: command.data.teamId };
  }
}
