import { Inject, Injectable } from '@nestjs/common';
import {
  InvalidCursorError,
  sortText,
  type Find,
  type ReadModelReader,
  type ReadModelStore,
  type Scalar,
} from '@leadline/engines/read-models';
import type { LeadView } from '@leadline/leads-domain';
import { CLOCK, READ_MODELS, type Caller, type Clock } from '@leadline/service-kit';
import { Rights } from '../rights/rights.js';
import { leadIn, leadList, POOL, type LeadDocument } from './lead-list.js';
import type { LeadFilterQuery, LeadFilters } from './lead-list.query.js';
import { orderOf, pathOf, type LeadOrder } from './lead-order.js';
import { dependsOnTime, selectionOf } from './lead-selection.js';
import { Names } from './names.js';

type Selection = Pick<Find, 'where' | 'search'>;
type Grouped = Required<LeadOrder>;

export type LeadQuery = LeadFilters & Pick<LeadFilterQuery, 'limit' | 'after' | 'sort'>;

export interface FoundLeads {
  readonly leads: readonly LeadView[];
  readonly next: string | null;
  readonly total: number;
}

/** Finds leads within the caller's reach, page by page: the list, and what is exported of it. */
@Injectable()
export class LeadFinder {
  private readonly reader: ReadModelReader<LeadDocument>;

  constructor(
    @Inject(READ_MODELS) readModels: ReadModelStore,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly rights: Rights,
    private readonly names: Names,
  ) {
    this.reader = readModels.reader(leadList);
  }

  /** @throws ProblemError 400, InvalidCursorError */
  async find(query: LeadQuery, caller: Caller): Promise<FoundLeads> {
    const order = orderOf(query.sort);
    // What is due when the first page is read is due on all of its pages: the moment goes along in the cursor.
    const { now, after } = dependsOnTime(query)
      ? unpinned(query.after, this.clock)
      : { ...query, now: this.clock.now() };
    const selection = selectionOf(query, { caller, reach: await this.rights.reachOf(caller), now });
    const page = await this.page(selection, order, query.limit, after, caller);
    return dependsOnTime(query) && page.next !== null ? { ...page, next: `${Date.parse(now)}.${page.next}` } : page;
  }

  /** How many leads per value of each path. */
  async count(
    query: LeadFilters,
    paths: readonly string[],
    caller: Caller,
  ): ReturnType<ReadModelReader<LeadDocument>['facets']> {
    const reach = await this.rights.reachOf(caller);
    const { where, search } = selectionOf(query, { caller, reach, now: this.clock.now() });
    return this.reader.facets(paths, where, search);
  }

  private async page(
    selection: Selection,
    { groups, sort }: LeadOrder,
    limit: number,
    after: string | undefined,
    caller: Caller,
  ): Promise<FoundLeads> {
    if (groups) return this.groupedPage(selection, { groups, sort }, limit, after, caller);
    const found = await this.reader.find({ ...selection, sort, limit, ...withAfter(after), total: true });
    return { leads: found.items.map(leadIn), next: found.next, total: found.total ?? 0 };
  }

  /**
   * One group after the other, in the order of their names as they are now: those that nobody is in are not looked at, and
   * a page seldom needs more than two.
   */
  private async groupedPage(
    selection: Selection,
    order: Grouped,
    limit: number,
    after: string | undefined,
    caller: Caller,
  ): Promise<FoundLeads> {
    const groups = await this.groups(selection, order, caller);
    const place = after === undefined ? null : placeOf(after, order);
    const behind = place ? groups.filter((group) => compare(group, place, order) >= 0) : groups;
    const leads: LeadView[] = [];
    let next: string | null = null;
    for (const [index, group] of behind.entries()) {
      const inner = place && index === 0 && group.value === place.value ? place.after : undefined;
      const found = await this.reader.find({
        ...within(selection, order, group.value),
        sort: order.sort,
        limit: limit - leads.length,
        ...withAfter(inner),
      });
      leads.push(...found.items.map(leadIn));
      const follower = behind[index + 1];
      if (found.next !== null) next = cursorOf({ ...group, after: found.next }, order);
      else if (leads.length >= limit && follower) next = cursorOf(follower, order);
      if (next !== null) break;
    }
    return { leads, next, total: groups.reduce((sum, { count }) => sum + count, 0) };
  }

  private async groups(selection: Selection, order: Grouped, caller: Caller): Promise<(Group & { count: number })[]> {
    const path = pathOf(order.groups.by);
    const counts = (await this.reader.facets([path], selection.where, selection.search))[path] ?? [];
    const ids = counts.map(({ value }) => (typeof value === 'string' && value !== POOL ? value : undefined));
    const { by } = order.groups;
    const names = await this.names.find(
      { users: by === 'assigneeId' ? ids : [], marketplaces: by === 'marketplaceId' ? ids : [], sources: true },
      caller,
    );
    const groupName = { assigneeId: names.user, marketplaceId: names.marketplace, sourceId: names.source }[by];
    return counts
      .map(({ value, count }, index) => {
        const id = ids[index];
        return { value, key: id === undefined ? null : sortText(groupName(id)), count };
      })
      .sort((one, other) => compare(one, other, order));
  }
}

/** Leads that have the same assignee, source or marketplace. */
interface Group {
  readonly value: Scalar;
  /** Of its name; null: leads without one. */
  readonly key: string | null;
}

interface Place extends Group {
  /** Behind which lead of the group. */
  readonly after?: string;
}

/** By name; those without one come last, both ways. */
function compare(one: Group, other: Group, { groups: { descending } }: Grouped): number {
  if (one.key === null || other.key === null) return Number(one.key === null) - Number(other.key === null);
  const [a, b] = [`${one.key}\n${String(one.value)}`, `${other.key}\n${String(other.value)}`];
  return (a < b ? -1 : a > b ? 1 : 0) * (descending ? -1 : 1);
}

function within({ where, search }: Selection, { groups }: Grouped, value: Scalar): Selection {
  const and = [...(where?.and ?? []), { all: { [pathOf(groups.by)]: value } }];
  return { where: { ...where, and }, ...(search === undefined ? {} : { search }) };
}

function withAfter(after: string | undefined): { after?: string } {
  return after === undefined ? {} : { after };
}

function cursorOf({ value, key, after }: Place, order: Grouped): string {
  return Buffer.from(JSON.stringify([nameOf(order), value, key, after ?? null])).toString('base64url');
}

/** @throws InvalidCursorError */
function placeOf(cursor: string, order: Grouped): Place {
  const [made, value = null, key = null, after, ...more] = decoded(cursor);
  if (made !== nameOf(order) || after === undefined || more.length > 0) {
    throw new InvalidCursorError('The cursor belongs to another list');
  }
  return { value, key, ...(after ? { after } : {}) };
}

function nameOf({ groups: { by, descending } }: Grouped): string {
  return `${descending ? '-' : ''}${by}`;
}

function decoded(cursor: string): readonly (string | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && values.every(isTextOrNull)) return values;
  } catch (cause) {
    throw new InvalidCursorError('The cursor cannot be read', { cause });
  }
  throw new InvalidCursorError('The cursor cannot be read');
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

/** The moment that a cursor carries, and the cursor; now, for the first page. @throws InvalidCursorError */
function unpinned(cursor: string | undefined, clock: Clock): { now: string; after: string | undefined } {
  if (cursor === undefined) return { now: clock.now(), after: undefined };
  const [, ms, after] = /^(\d{1,15})\.(.+)$/.exec(cursor) ?? [];
  if (after === undefined) throw new InvalidCursorError('The cursor belongs to another list');
  return { now: new Date(Number(ms)).toISOString(), after };
}
