import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { HistoryItem, Page, ReplayStep, TimelineItem } from '@leadline/leads-contracts';
import type { Recorded } from '@leadline/event-sourcing';
import {
  changesBetween,
  leadDecider,
  tellLead,
  viewLead,
  type FieldChange,
  type Lead as LeadState,
  type LeadEvent,
  type LeadView,
} from '@leadline/leads-domain';
import { ApiProblems, Caller, UuidPipe } from '@leadline/service-kit';
import { HistoryPage, ReplayStepAnswer, TimelinePage } from './story-answers.js';
import { namesNeeded, showLead } from './lead-answer.js';
import { LeadReader } from './lead-reader.js';
import { Names, type NameBook, type NamesNeeded } from './names.js';
import { pageOf, PageQuery } from './page.js';

/** What happened to a lead, told in three ways: for people, field by field, and step by step. */
@ApiTags('leads')
@Controller('api/leads')
export class LeadStoryRoutes {
  constructor(
    private readonly leads: LeadReader,
    private readonly names: Names,
  ) {}

  @Get(':id/timeline')
  @ApiOperation({ summary: 'What happened, readable, newest first, in the caller’s language.' })
  @ApiOkResponse({ type: TimelinePage })
  @ApiProblems(400, 401, 404)
  async timeline(
    @Param('id', UuidPipe) id: string,
    @Query() query: PageQuery,
    @Caller() caller: Caller,
  ): Promise<Page<TimelineItem>> {
    const page = pageOf((await this.leads.events(id, caller)).toReversed(), query);
    const names = await this.names.find(namesTold(page.items), caller);
    const items = page.items.map((event) => ({
      id: event.id,
      revision: event.revision,
      at: event.metadata.at,
      actor: event.metadata.actor,
      kind: event.type,
      text: tellLead(event, caller.language, knownTo(names)),
      links: linksOf(event, names),
    }));
    return { ...page, items };
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'The exact changes, newest first: who, when, from what, to what.' })
  @ApiOkResponse({ type: HistoryPage })
  @ApiProblems(400, 401, 404)
  async history(
    @Param('id', UuidPipe) id: string,
    @Query() query: PageQuery,
    @Caller() caller: Caller,
  ): Promise<Page<HistoryItem>> {
    const items: HistoryItem[] = [];
    let state: LeadState | null = null;
    for (const event of await this.leads.events(id, caller)) {
      const next = leadDecider.evolve(state, event);
      items.push(historyItem(event, changesBetween(state, next, caller.language)));
      state = next;
    }
    const page = pageOf(items.reverse(), query);
    const names = await this.names.find(namesChanged(page.items.flatMap(({ changes }) => changes)), caller);
    return { ...page, items: page.items.map((item) => ({ ...item, changes: withNames(item.changes, names) })) };
  }

  @Get(':id/replay')
  @ApiOperation({ summary: 'Step by step: each event, the lead after it, what it changed. One JSON document a line.' })
  @ApiExtraModels(ReplayStepAnswer)
  @ApiOkResponse({
    description: 'A line per event.',
    content: { 'application/x-ndjson': { schema: { $ref: getSchemaPath(ReplayStepAnswer) } } },
  })
  @ApiProblems(400, 401, 404)
  async replay(
    @Param('id', UuidPipe) id: string,
    @Caller() caller: Caller,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    await this.leads.present(id, caller);
    // Pulled by the reader: what a slow one has not taken is not read from the store either. An error on the way ends
    // the connection, so that half a replay is never taken for a whole one.
    return reply.type('application/x-ndjson').send(Readable.from(this.steps(id, caller), { objectMode: false }));
  }

  private async *steps(id: string, caller: Caller): AsyncGenerator<string> {
    let state: LeadState | null = null;
    let view: LeadView | null = null;
    for await (const event of this.leads.stream(id)) {
      const next = leadDecider.evolve(state, event);
      view = viewLead(view, event);
      if (!view) continue;
      const { id: eventId, type, revision, data } = event;
      const { at, actor } = event.metadata;
      const changes = changesBetween(state, next, caller.language);
      const names = await this.names.find(
        joined(namesNeeded([view]), namesChanged(changes), namesTold([event])),
        caller,
      );
      const text = tellLead(event, caller.language, knownTo(names));
      const step: ReplayStep = {
        event: { id: eventId, type, revision, at, actor, text, data },
        state: showLead(view, names, at),
        changes: withNames(changes, names),
      };
      state = next;
      yield `${JSON.stringify(step)}\n`;
    }
  }
}

function historyItem(event: Recorded<LeadEvent>, changes: readonly FieldChange[]): HistoryItem {
  const { at, actor, causationId } = event.metadata;
  return { revision: event.revision, at, actor, event: event.type, cause: causationId, changes };
}

function namesTold(events: readonly LeadEvent[]): NamesNeeded {
  return {
    users: events.map(({ data }) => ('assigneeId' in data ? data.assigneeId : undefined)),
    marketplaces: events.map(({ data }) => ('marketplaceId' in data ? (data.marketplaceId ?? undefined) : undefined)),
  };
}

/** The fields that hold an id, with what it is called. */
const NAMED: Readonly<Record<string, 'user' | 'source' | 'marketplace'>> = {
  assigneeId: 'user',
  sourceId: 'source',
  marketplaceId: 'marketplace',
};

function namesChanged(changes: readonly FieldChange[]): NamesNeeded {
  const idsIn = (wanted: string): string[] =>
    changes.flatMap(({ field, from, to }) =>
      field === wanted ? [from, to].filter((id) => typeof id === 'string') : [],
    );
  return {
    users: idsIn('assigneeId'),
    marketplaces: idsIn('marketplaceId'),
    sources: changes.some(({ field }) => field === 'sourceId'),
  };
}

function joined(...all: readonly NamesNeeded[]): NamesNeeded {
  return {
    users: all.flatMap(({ users }) => users),
    marketplaces: all.flatMap(({ marketplaces }) => marketplaces),
    sources: all.some(({ sources }) => sources),
    reasons: all.some(({ reasons }) => reasons),
  };
}

function withNames(changes: readonly FieldChange[], names: NameBook): HistoryItem['changes'] {
  return changes.map((change) => {
    const kind = NAMED[change.field];
    if (kind === undefined) return change;
    const { from, to } = change;
    return {
      ...change,
      ...(typeof from === 'string' ? { fromName: names[kind](from) } : {}),
      ...(typeof to === 'string' ? { toName: names[kind](to) } : {}),
    };
  });
}

/** The names as a sentence wants them: what is not known is not there. */
function knownTo(names: NameBook): Parameters<typeof tellLead>[2] {
  return {
    user: (id) => names.user(id) || undefined,
    marketplace: (id) => names.marketplace(id) || undefined,
  };
}

/** Who is named in the sentence. */
function linksOf({ type, data }: LeadEvent, names: NameBook): TimelineItem['links'] {
  if (type !== 'LeadAssigned' && type !== 'LeadAccepted') return [];
  return [{ kind: 'user', id: data.assigneeId, name: names.user(data.assigneeId) }];
}
