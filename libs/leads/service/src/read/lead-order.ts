import type { SortKey } from '@leadline/engines/read-models';
import { invalidInput, parseSort } from '@leadline/service-kit';
import { LEAD_FILTERS, LEAD_SORTS } from './lead-list.js';

/** Sorts by a name that stands elsewhere and may change: the filter that tells those leads apart. */
const GROUPINGS = { assignee: 'assigneeId', source: 'sourceId', marketplace: 'marketplaceId' } as const;

export type GroupFilter = (typeof GROUPINGS)[keyof typeof GROUPINGS];

/** How a list is sorted: by the names of groups first where that is asked for, then by what stands in the documents. */
export interface LeadOrder {
  readonly groups?: { readonly by: GroupFilter; readonly descending: boolean };
  readonly sort: readonly SortKey[];
}

const FALLBACK: readonly SortKey[] = [{ path: LEAD_SORTS.lastActivityAt, descending: true }];

/**
 * Most recently touched first, unless asked otherwise.
 * @throws ProblemError 400
 */
export function orderOf(sort: string | undefined): LeadOrder {
  const [first = '', ...rest] = (sort ?? '').split(',');
  const descending = first.startsWith('-');
  const name = descending ? first.slice(1) : first;
  if (!isGrouping(name)) return { sort: keysOf(sort) };
  return { groups: { by: GROUPINGS[name], descending }, sort: keysOf(rest.join(',')) };
}

const PATHS = {
  ...LEAD_SORTS,
  age: 'age',
  light: 'light',
  ...Object.fromEntries(Object.keys(GROUPINGS).map((name) => [name, name])),
};

function keysOf(sort: string | undefined): readonly SortKey[] {
  const keys = parseSort(sort, PATHS, FALLBACK);
  if (keys.some(({ path }) => isGrouping(path))) throw GROUPING_BEHIND;
  return keys.map(({ path, descending = false }): SortKey => {
    // The young ones were created late.
    if (path === 'age') return { path: LEAD_SORTS.createdAt, descending: !descending };
    // Red before green, as whoever sorts by urgency means it; and what is not due behind all that is, both ways.
    const isDue = path === 'light' || path === LEAD_SORTS.due;
    return { path: isDue && descending ? 'due' : path === 'light' ? LEAD_SORTS.due : path, descending };
  });
}

function isGrouping(name: string): name is keyof typeof GROUPINGS {
  return Object.hasOwn(GROUPINGS, name);
}

/** The path that tells the leads of one group. */
export function pathOf(by: GroupFilter): string {
  return LEAD_FILTERS[by];
}

const GROUPING_BEHIND = invalidInput({
  field: 'sort',
  code: 'first',
  message: {
    en: 'by assignee, source or marketplace must come first, and alone of these',
    de: 'nach Zuständigen, Quelle oder Marktplatz muss zuerst stehen, und nur eines davon',
  },
});
