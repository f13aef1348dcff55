import type { LeadsQuery, LeadFilters } from '../../api/queries.js';
import type { LeadStatus } from '../../api/types.js';
import type { LeadList, LeadListSearch } from './lead-list-search.js';

/** Rows on a page: fills a screen, and is there at once. */
export const PAGE_SIZE = 50;

/** Filters with one or more values to choose from, in the order of their buttons. */
export const CHOICES = ['status', 'phase', 'assigneeId', 'sourceId', 'marketplaceId', 'due', 'light'] as const;
export type Choice = (typeof CHOICES)[number];

/** The filter for leads that have no value of a kind. */
export const NONE = 'none';

export const STATUSES = ['open', 'offered', 'inProgress', 'won', 'lost'] as const;
export const LIGHTS = ['green', 'yellow', 'red'] as const;
const WORKED: readonly LeadStatus[] = ['open', 'offered', 'inProgress'];

/** The states that a list is about; all of them where it is about something else. */
export const STATUSES_OF: Readonly<Record<LeadList, readonly LeadStatus[]>> = {
  all: [],
  mine: WORKED,
  open: ['open'],
  offered: ['offered'],
  inProgress: ['inProgress'],
  overdue: [],
  closed: ['won', 'lost'],
};

/** The filters that are chosen besides the list; `except` one, to see what could be chosen for it. */
export function filtersOf(search: LeadListSearch, myId: string, except?: Choice): LeadFilters {
  const { list = 'all', q, due, deactivated } = search;
  const chosen = (choice: Choice): string[] => (choice === except ? [] : valuesOf(search, choice));
  const statuses = STATUSES.filter((status) => chosen('status').includes(status));
  const query: LeadFilters = {
    q,
    status: some(statuses) ?? some(STATUSES_OF[list]),
    phase: some(chosen('phase')),
    sourceId: some(chosen('sourceId')),
    marketplaceId: some(chosen('marketplaceId')),
    assigneeId: list === 'mine' ? [myId] : some(chosen('assigneeId')),
    due: list === 'overdue' ? 'overdue' : except === 'due' ? undefined : due,
    light: some(LIGHTS.filter((light) => chosen('light').includes(light))),
    deactivated: deactivated === 'true' ? true : undefined,
  };
  return withoutUndefined(query);
}

function some<T>(values: readonly T[]): T[] | undefined {
  return values.length > 0 ? [...values] : undefined;
}

/** What the server is asked for. */
export function queryOf(search: LeadListSearch, myId: string): LeadsQuery {
  const { sort, after } = search;
  return withoutUndefined<LeadsQuery>({ ...filtersOf(search, myId), sort, after, limit: PAGE_SIZE });
}

/** The choices that mean something in a list: what it is about already is not asked again. */
export function choicesIn(list: LeadList): Choice[] {
  return CHOICES.filter((choice) => {
    if (choice === 'status') return STATUSES_OF[list].length !== 1;
    if (choice === 'assigneeId') return list !== 'mine';
    return choice !== 'due' || list !== 'overdue';
  });
}

/** True where something is left out besides what the list is about. */
export function isFiltered(search: LeadListSearch): boolean {
  return search.q !== undefined || search.deactivated !== undefined || CHOICES.some((choice) => search[choice]);
}

export function valuesOf(search: LeadListSearch, choice: Choice): string[] {
  return search[choice]?.split(',') ?? [];
}

function withoutUndefined<T extends object>(query: T): T {
  const kept = { ...query };
  for (const name in kept) if (kept[name] === undefined) delete kept[name];
  return kept;
}
