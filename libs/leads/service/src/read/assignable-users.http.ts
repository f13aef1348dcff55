import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags, PickType } from '@nestjs/swagger';
import type { ReadModelReader, ReadModelStore } from '@leadline/engines/read-models';
import type { Colleague, Page } from '@leadline/leads-contracts';
import { Caller, ListQuery, READ_MODELS, ReadsFrom } from '@leadline/service-kit';
import { Rights } from '../rights/rights.js';
import { NamedAnswer, PageAnswer } from './answers.js';
import { colleagueList, type ColleagueDocument } from './colleague-list.js';

const ROLES: Colleague['role'][] = ['agent', 'supervisor', 'administrator'];

class ColleagueAnswer extends NamedAnswer implements Colleague {
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) role!: Colleague['role'];
}

class ColleaguePage extends PageAnswer implements Page<Colleague> {
  @ApiProperty({ type: [ColleagueAnswer] }) items!: ColleagueAnswer[];
}

class ColleagueQuery extends PickType(ListQuery, ['limit', 'after', 'q'] as const) {}

@ApiTags('leads')
@Controller('api/leads/users')
export class AssignableUsersRoute {
  private readonly reader: ReadModelReader<ColleagueDocument>;

  constructor(
    @Inject(READ_MODELS) readModels: ReadModelStore,
    private readonly rights: Rights,
  ) {
    this.reader = readModels.reader(colleagueList);
  }

  @Get()
  @ApiOperation({ summary: 'The users to whom the caller may give leads, by name; the caller too.' })
  @ApiOkResponse({ type: ColleaguePage })
  @ReadsFrom(colleagueList)
  async list(@Query() { limit, after, q }: ColleagueQuery, @Caller() caller: Caller): Promise<Page<Colleague>> {
    const search = q?.trim();
    const { items, next, total } = await this.reader.find({
      where: await this.rights.assignable(caller),
      ...(search ? { search } : {}),
      sort: [{ path: 'nameKey' }],
      limit,
      ...(after === undefined ? {} : { after }),
      total: true,
    });
    return { items: items.map(({ id, name, role }) => ({ id, name, role })), next, total: total ?? 0 };
  }
}
